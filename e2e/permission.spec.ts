import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { field, opened, said } from './conversation';
import { expect, test, unique } from './fixtures';

test.describe('who may be written to', () => {
  test('a refusal of the network stands where one writes, and asking again lifts it', async ({
    signedInAs,
    network,
    customer,
  }) => {
    await network.write(customer, unique('Is anybody there?'));
    const page = await opened(await signedInAs('agent'), customer);
    await expect(
      page.getByText(`${customer.name} wrote just now, so you can answer.`),
    ).toBeVisible();

    await network.setFaults({ send: [{ mode: 'refuse', code: 349, times: 1 }] });
    await field(page, customer).fill(unique('Are you there?'));
    await field(page, customer).press('Control+Enter');
    await expect(panel(page)).toContainText(
      `X refused the last message to ${customer.name}, and they have not written since.`,
    );
    const words = unique('What I was about to say.');
    await field(page, customer).fill(words);
    await expect(page.getByRole('button', { name: /^Send/ }).first()).toBeDisabled();
    await cleanInBothThemes(page, 'a refusal with its remedies');

    await panel(page).getByText('What this rests on').click();
    await expect(panel(page)).toContainText('X refused');
    await panel(page).getByRole('button', { name: 'Ask X again' }).press('Enter');
    await expect(panel(page)).toBeHidden();
    await expect(field(page, customer)).toHaveValue(words);
    await field(page, customer).press('Control+Enter');
    await expect(page.getByText(/· sent$/)).toBeVisible();
    expect(await network.received(customer)).toEqual([words]);
  });

  test('a block by hand stops what is written and what waits, and ends with it', async ({
    signedInAs,
    network,
    customer,
    holdReplies,
  }) => {
    await network.write(customer, unique('You again.'));
    const page = await opened(await signedInAs('agent'), customer);
    await holdReplies(60);
    const waiting = unique('It waits a moment.');
    await field(page, customer).fill(waiting);
    await field(page, customer).press('Control+Enter');
    await network.blockByHand(customer);
    await expect(panel(page)).toContainText(`@saltedcaramel has blocked ${customer.name}.`);
    await expect(panel(page).getByRole('link', { name: 'Unblock them on X' })).toHaveAttribute(
      'href',
      `https://x.com/${customer.username}`,
    );
    await expect(said(page, waiting)).toContainText(
      `not sent. @saltedcaramel has blocked ${customer.name}.`,
    );
    expect(await network.received(customer)).toEqual([]);

    await network.blockByHand(customer, false);
    await expect(panel(page)).toBeHidden();
    await expect(page.getByText(/so you can answer\.$/)).toBeVisible();
  });

  test('how the two stand to each other is told live and looked up on request', async ({
    signedInAs,
    network,
    customer,
  }) => {
    await network.write(customer, unique('Do you see me?'));
    const page = await opened(await signedInAs('agent'), customer);
    const about = page.getByRole('complementary', { name: 'About this contact' });
    await expect(
      about.getByText('Follows us').locator('xpath=following-sibling::dd[1]'),
    ).toHaveText('Not known');
    await network.follow(customer);
    await expect(
      about.getByText('Follows us').locator('xpath=following-sibling::dd[1]'),
    ).toContainText('Yes');
    await expect(about).toContainText(`${customer.name} follows the account`);
    await expect(
      page.getByText(`${customer.name} follows @saltedcaramel, so a message reaches their inbox.`),
    ).toBeVisible();

    await about.getByRole('button', { name: 'Check now' }).click();
    await expect(
      about.getByText('X lets us').locator('xpath=following-sibling::dd[1]'),
    ).toContainText('Yes');
    await expect(about.getByRole('button', { name: 'Check now' })).toBeEnabled();
  });

  test('who goes on encrypted is answered elsewhere, and the panel says where', async ({
    signedInAs,
    network,
    customer,
  }) => {
    await network.write(customer, unique('In the open.'));
    await network.changeCustomer(customer, { encrypted: true });
    await network.write(customer, 'nobody reads this here');
    const page = await opened(await signedInAs('agent'), customer);
    await expect(panel(page)).toContainText(
      `${customer.name} wrote encrypted, which only X’s own app can read and answer.`,
    );
    await expect(panel(page).getByRole('link', { name: 'Answer on X' })).toBeVisible();
    await page.getByRole('tab', { name: 'Note' }).click();
    await expect(panel(page)).toBeHidden();
    await expect(page.getByText('Your team reads this.')).toBeVisible();
  });

  test('a first message waits for them, then for the brand, then for a lead, and goes', async ({
    signedInAs,
    network,
    customer,
  }) => {
    await network.writeByHand(customer, unique('Hello from the account itself.'));
    const page = await opened(await signedInAs('agent'), customer);
    await expect(panel(page)).toContainText('is waiting for their answer already');
    await network.follow(customer);
    await expect(panel(page)).toContainText(
      `${customer.name} never wrote, and your brand does not write to strangers first.`,
    );
    await expect(panel(page)).toContainText('Ask an admin');

    const admin = await signedInAs('admin');
    await admin.goto('/settings/policy');
    const whole = admin.getByRole('region', { name: 'The whole workspace' });
    await whole.getByLabel('People may write first to somebody who never wrote').check();
    await whole.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(whole.getByRole('status')).toHaveText('Saved');
    await expect(panel(page)).toContainText(
      `A first message to ${customer.name} needs a lead’s approval.`,
    );
    await expect(panel(page)).toContainText('Ask a lead');

    const lead = await opened(await signedInAs('lead'), customer);
    await panel(lead).getByRole('button', { name: 'Allow a first message' }).press('Enter');
    await expect(panel(page)).toBeHidden();
    const words = unique('We found your scarf in the shop.');
    await field(page, customer).fill(words);
    await field(page, customer).press('Control+Enter');
    await expect(said(page, words)).toContainText('· sent');
    expect(await network.received(customer)).toContain(words);

    await whole.getByLabel('People may write first to somebody who never wrote').uncheck();
    await whole.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(whole.getByRole('status')).toHaveText('Saved');
  });
});

function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Why you cannot write now' });
}
