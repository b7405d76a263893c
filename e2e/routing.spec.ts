import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { BackDoor } from './back-door';
import { messages, opened, writer } from './conversation';
import { expect, test, unique } from './fixtures';

const priya = 'priya@saltedcaramel.example';
const mo = 'mo@saltedcaramel.example';
const lena = 'lena@saltedcaramel.example';

test.describe('work that finds its people', () => {
  test('the one who is there gets it and sees why, and when they go the customer’s next message goes to another', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const backDoor = new BackDoor(stack.DATABASE_URL);
    const team = unique('Counter');
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await backDoor.attends(priya, 'available');
    await backDoor.attends(mo, 'away');
    await backDoor.routes(team, [priya, mo], [customer.username]);

    await expect(messages(page)).toContainText('Porchlight gave it to you');
    await expect(page.getByRole('button', { name: /^Yours/ })).toBeVisible();
    const sheet = await why(page, /^Porchlight, load \d+/);
    await expect(sheet).toContainText('YouThe least work of those who could take it.');
    await expect(sheet.getByRole('listitem')).toContainText('Not available for new work.');
    await cleanInBothThemes(page, 'why it was given to them');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();

    await backDoor.attends(priya, 'away');
    await backDoor.attends(mo, 'available');
    await network.write(customer, 'Is anybody there?');
    await expect(messages(page)).toContainText('It came back from you, not there to answer');
    await expect(messages(page)).toContainText(/Porchlight gave it to Mo/);
    await expect(page.getByRole('button', { name: /^Mo .*has it/ })).toBeVisible();
    await backDoor.attends(priya, 'available');
    await backDoor.routesNoMore(team);
  });

  test('what nobody can take says why of each, and a lead takes over from a colleague by name', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const backDoor = new BackDoor(stack.DATABASE_URL);
    const team = unique('Night');
    const customer = await writer(network);
    const page = await opened(await signedInAs('lead'), customer);
    await backDoor.attends(lena, 'away');
    await backDoor.routes(team, [lena], [customer.username]);
    await page.reload();
    const sheet = await why(page, 'Nobody can take it', 'Why it waits');
    await expect(sheet).toContainText('Nobody can be given it now.');
    await expect(sheet.getByRole('listitem')).toContainText('Not available for new work.');
    await cleanInBothThemes(page, 'why nobody was given it');
    await page.keyboard.press('Escape');

    const board = await signedInAs('lead');
    await board.goto('/board');
    await board.getByLabel('Team').selectOption({ label: team });
    await expect(board.locator('[data-card]')).toHaveCount(1);
    await board.getByRole('button', { name: `Why nobody gets ${customer.name}` }).click();
    const nobody = board.getByRole('dialog', { name: 'Why it waits' });
    await expect(nobody.getByRole('listitem')).toContainText('Not available for new work.');
    await board.keyboard.press('Escape');

    await backDoor.attends(lena, 'available');
    const hers = board.getByRole('region', { name: 'Lena Fischer', exact: true });
    await hers.getByRole('button', { name: /^Show their work/ }).click();
    await hers.getByRole('button', { name: `Why they got ${customer.name}` }).click();
    const them = board.getByRole('dialog', { name: 'Why them' });
    await expect(them).toContainText('Lena Fischer');
    await cleanInBothThemes(board, 'why somebody got a card of the board');
    await expect(messages(page)).toContainText(/Porchlight gave it to /);
    await page.keyboard.press('a');
    await page
      .getByRole('dialog')
      .getByRole('option', { name: /\(you\)/ })
      .click();
    await expect(messages(page)).toContainText(/You took it over from /);
    await backDoor.routesNoMore(team);
  });
});

/** Opens the reasons behind what stands beside “Assigned by”. */
async function why(page: Page, said: string | RegExp, title = 'Why them') {
  await page.getByRole('button', { name: said }).click();
  const sheet = page.getByRole('dialog', { name: title });
  await expect(sheet).toBeVisible();
  return sheet;
}
