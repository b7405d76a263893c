import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { opened } from './conversation';
import { expect, test, unique } from './fixtures';

function door(page: Page, handle: string): Locator {
  return page.getByRole('region', { name: `@${handle} on X` });
}

/** The support account's door as the demo has it, however a test ended. */
test.afterEach(async ({ network, signedInAs }) => {
  await network.setDoorByHand(await network.accountId('caramelcare'), 'verified');
  const page = await signedInAs('admin');
  await page.goto('/door');
  await door(page, 'caramelcare')
    .getByRole('button', { name: /^Ask X how it is/ })
    .click();
  await expect(door(page, 'caramelcare')).toContainText('Open to verified accounts');
});

test.describe('the door', () => {
  test('is opened by an admin who sees what it changes, and strangers find the button', async ({
    signedInAs,
    network,
  }) => {
    const stranger = await network.newCustomer(undefined, 'caramelcare');
    const outside = await signedInAs('admin');
    await outside.goto(network.profileFor(stranger));
    await expect(outside.getByText('The brand’s profile')).toBeVisible();
    const message = outside.getByRole('button', { name: 'Message', exact: true });
    await expect(message).toBeHidden();

    const page = await signedInAs('admin');
    await page.goto('/inbox/open');
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await expect(page.getByRole('heading', { level: 1, name: 'Door' })).toBeVisible();
    const ours = door(page, 'caramelcare');
    await expect(ours).toContainText('Open to verified accounts');
    await cleanInBothThemes(page, 'the doors');

    await ours.getByRole('button', { name: 'Change the door of @caramelcare' }).press('Enter');
    await expect(ours.getByRole('button', { name: 'It is so already' })).toBeDisabled();
    await ours.getByRole('radio', { name: /^Open to everyone/ }).check();
    await expect(ours.getByRole('region', { name: 'What this changes' })).toContainText(
      /Of the [\d,]+ people you know on X/,
    );
    await expect(ours.getByRole('region', { name: 'Before it opens' })).toContainText(
      '3 of 5 measured',
    );
    await cleanInBothThemes(page, 'a door about to be opened');
    await ours.getByRole('button', { name: 'Open @caramelcare to everyone' }).press('Enter');
    await expect(ours).toContainText('Open to everyone');
    await expect(ours).toContainText('Ada Quill set it from here, now');

    await expect(message).toBeVisible();
    await message.click();
    await expect(outside.getByRole('textbox').first()).toBeVisible();

    await ours.getByText(/^History/).click();
    const newest = ours.getByRole('listitem').first();
    await expect(newest).toContainText('Open to everyone');
    await expect(newest).toContainText('before that: open to verified accounts');
    await expect(newest).toContainText(/\d{4},? (at )?\d\d:\d\d:\d\d GMT/);
    await cleanInBothThemes(page, 'a door with its history');
  });

  test('that was set on the network itself is found when an admin asks', async ({
    signedInAs,
    network,
  }) => {
    const page = await signedInAs('admin');
    await page.goto('/door');
    const ours = door(page, 'caramelcare');
    await network.setDoorByHand(await network.accountId('caramelcare'), 'nobody');
    await ours.getByRole('button', { name: /^Ask X how it is/ }).click();
    await expect(ours).toContainText('Closed to strangers');
    await expect(ours).toContainText('Found on X when Ada Quill asked');
  });

  test('that the network does not turn says so, stays, and is tried again', async ({
    signedInAs,
    stack,
  }) => {
    const faults = (creditsGone: boolean) =>
      fetch(`${stack.SANDBOX_URL}/sandbox/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ creditsGone }),
      });
    const page = await signedInAs('admin');
    await page.goto('/door');
    const ours = door(page, 'caramelcare');
    await faults(true);
    await ours.getByRole('button', { name: /^Change the door/ }).click();
    await ours.getByRole('radio', { name: /^Closed to strangers/ }).check();
    await ours.getByRole('button', { name: 'Close @caramelcare to strangers' }).click();
    await expect(ours.getByRole('status')).toContainText(
      'Setting “No one” on X did not work. The credits for X’s API are used up.',
    );
    await expect(ours).toContainText('Open to verified accounts');
    await cleanInBothThemes(page, 'a door that did not turn');
    await faults(false);
    await ours.getByRole('button', { name: 'Try again for @caramelcare' }).click();
    await expect(ours).toContainText('Closed to strangers');
    await expect(ours.getByRole('status')).toBeHidden();
  });

  test('is set by hand where no app can, step by step, and recorded', async ({ signedInAs }) => {
    const page = await signedInAs('admin');
    await page.goto('/door');
    // The real network: its answer to whether we may turn the door is all that differs here.
    await page.route('**/api/door', async (route) => {
      const answer = await route.fetch();
      const doors: object[] = await answer.json();
      await route.fulfill({
        response: answer,
        json: doors.map((each) => ({ ...each, isSwitch: false })),
      });
    });
    const ours = door(page, 'caramelcare');
    // A colleague asks, so this window reads the doors again, and no page comes from the server with them.
    const colleague = await signedInAs('admin');
    await colleague.goto('/door');
    await door(colleague, 'caramelcare')
      .getByRole('button', { name: /^Ask X how it is/ })
      .click();
    await expect(ours.getByRole('button', { name: /^Ask X how it is/ })).toBeHidden();
    await ours.getByRole('button', { name: /^Change the door/ }).click();
    await ours.getByRole('radio', { name: /^Closed to strangers/ }).check();
    await expect(ours.getByRole('link', { name: 'its settings for messages' })).toHaveAttribute(
      'href',
      'https://x.com/settings/direct_messages',
    );
    await expect(ours).toContainText('Under “Allow message requests from” choose “No one”.');
    await cleanInBothThemes(page, 'a door that is set by hand');
    await ours.getByRole('button', { name: 'I have set it to “No one”' }).click();
    await expect(ours).toContainText('Closed to strangers');
    await expect(ours).toContainText('Ada Quill set it on X and recorded it, now');
    await page.unrouteAll({ behavior: 'wait' });
  });

  test('says how ready the team is, by what, and what nobody has measured', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('lead');
    await page.goto('/door');
    const ready = page.getByRole('region', { name: 'Ready for more messages?' });
    await expect(ready.getByRole('status')).toHaveText(/^3 of 5 measured; [0123] ready\.$/);
    const items = ready.getByRole('listitem').filter({ has: page.getByRole('heading') });
    await expect(items).toHaveCount(5);
    await expect(items.first()).toContainText(/\d+ % of [\d,]+ messages of the last 28 days/);
    await expect(items.filter({ hasText: 'Not yet measured' })).toHaveCount(2);
    await expect(items.nth(1)).toContainText(/\d+ people hold \d+ open conversations now/);
    await expect(items.nth(2)).toContainText(
      /Of \d+ responses promised in the last 28 days, \d+ came/,
    );
    await expect(items.nth(2)).toContainText(/were answered, half of these within/);
    await expect(items.nth(3)).toContainText(/common problems? of the last 30 days/);
    await items.nth(1).getByRole('link', { name: 'Unassigned' }).click();
    await expect(page).toHaveURL(/\/inbox\/unassigned$/);
  });

  test('is read by a lead, who cannot change it and is told who can', async ({ signedInAs }) => {
    const page = await signedInAs('lead', { viewport: { width: 390, height: 844 } });
    await page.goto('/door');
    await expect(door(page, 'saltedcaramel')).toContainText('Open to everyone');
    await expect(page.getByText(/Only admins can open or close a door/)).toContainText('Ada Quill');
    await expect(page.getByRole('button', { name: /Change the door|Ask X/ })).toBeHidden();
    await cleanInBothThemes(page, 'the doors on a phone');
  });
});

test.describe('a “message us” link', () => {
  test('is made by a lead, followed by a customer, and named where they are answered', async ({
    signedInAs,
    network,
    browser,
    stack,
  }) => {
    const page = await signedInAs('lead');
    await page.goto('/door');
    const name = unique('Contact page');
    await page.getByLabel('Where the link will stand').fill(name);
    await page.getByLabel('Channel').selectOption('@saltedcaramel');
    await page.getByLabel('First words of the message').fill('Hello, about my order:');
    await page.getByRole('button', { name: 'Add link' }).press('Enter');
    const line = page.getByRole('listitem').filter({ hasText: name });
    await expect(line).toContainText('0 clicks, 0 conversations');
    const [address = ''] = /http\S+\/m\/\w{6}/.exec((await line.textContent()) ?? '') ?? [];
    await line.getByRole('button', { name: `HTML of ${name}` }).click();
    await expect(
      line.getByText(`<a href="${address}" rel="nofollow">Message us</a>`),
    ).toBeVisible();
    await cleanInBothThemes(page, 'a link with its HTML');

    // From outside: nobody is signed in, and nothing is kept in the browser.
    const customer = await network.newCustomer();
    const outside = await browser.newContext();
    const leadsTo = await outside.request.get(address, { maxRedirects: 0 });
    expect(leadsTo.status()).toBe(302);
    const visitor = await outside.newPage();
    await visitor.goto(`${leadsTo.headers()['location']}&person=${customer.id}`);
    await expect(visitor).toHaveURL(new RegExp(`^${stack.SANDBOX_URL}/`));
    const words = visitor.getByRole('textbox', { name: /^Message to @saltedcaramel from / });
    await expect(words).toHaveValue(/^Hello, about my order: \(ref \w{6}\)$/);
    expect(await outside.cookies(stack.APP_URL)).toEqual([]);
    await network.write(customer, `${await words.inputValue()} it melted.`);
    await outside.close();

    await opened(page, customer);
    await expect(
      page.getByText(`${customer.name} came by the link “${name}”`).first(),
    ).toBeVisible();
    await expect(
      page.getByText('Came from', { exact: true }).locator('xpath=following-sibling::dd[1]'),
    ).toHaveText(name);
    await cleanInBothThemes(page, 'a conversation that came by a link');

    await page.goto('/door');
    await expect(line).toContainText('1 click, 1 conversation');
    await line.getByRole('button', { name: `Archive the link ${name}` }).click();
    await expect(page.getByText(/^Archived links \(\d+\)/)).toBeVisible();
    await expect(page.getByRole('list', { name: 'Links in use' }).getByText(name)).toBeHidden();
  });

  test('says whom the door of its channel turns away', async ({ signedInAs }) => {
    const page = await signedInAs('marketer');
    await page.goto('/door');
    const name = unique('Help page');
    await page.getByLabel('Where the link will stand').fill(name);
    await page.getByLabel('Channel').selectOption('@caramelcare');
    await page.getByRole('button', { name: 'Add link' }).click();
    const line = page.getByRole('listitem').filter({ hasText: name });
    await expect(line).toContainText('lets strangers in only if they are verified');
    await line.getByRole('button', { name: `Edit the link ${name}` }).click();
    await line.getByLabel('Where the link will stand').fill(`${name} again`);
    await line.getByLabel('Where the link will stand').press('Enter');
    await expect(line).toContainText(`${name} again`);
    await expect(line.getByRole('button', { name: 'Save' })).toBeHidden();
  });
});
