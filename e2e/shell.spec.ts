import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { writer } from './conversation';
import { expect, test, unique } from './fixtures';
import type { Customer } from './sandbox-network';

async function open(page: Page, { name }: Customer) {
  await page.goto('/inbox/unassigned');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find and do anything' });
const field = (page: Page) => palette(page).getByRole('combobox');

test.describe('the palette', () => {
  test('does what can be done, goes where one can go, and finds a conversation', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network, unique('Hello.'));
    const page = await signedInAs('agent');
    await open(page, customer);

    // Typed on at once, while it is opened for the first time: no letter may be lost, or do something.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('claim');
    await expect(field(page)).toHaveValue('claim');
    await expect(palette(page).getByRole('option').first()).toContainText('Claim');
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeHidden();
    await expect(page.getByText('Yours', { exact: true }).first()).toBeVisible();

    await page.keyboard.press('Control+k');
    await page.keyboard.type('snoozed');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/inbox\/snoozed/);

    await page.keyboard.press('Control+k');
    await page.keyboard.type(customer.name);
    await expect(palette(page).getByRole('option', { name: customer.name })).toBeVisible();
    await palette(page).getByRole('option', { name: customer.name }).click();
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();

    await page.keyboard.press('Control+k');
    await page.keyboard.type('zzqqzz');
    await expect(palette(page).getByText(/Nothing here is called/)).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeHidden();
  });

  test('is there for those who use no keys', async ({ signedInAs }) => {
    const page = await signedInAs('agent', { viewport: { width: 390, height: 844 } });
    await page.goto('/inbox/open');
    await page.getByRole('button', { name: 'Find and do anything' }).click();
    await palette(page).getByRole('option', { name: 'Keys' }).click();
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });
});

test.describe('keys', () => {
  test('two in a row go somewhere, and what does not follow does nothing', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('agent');
    await page.goto('/inbox/open');
    await expect(page.getByRole('listitem').first()).toBeVisible();
    // The first key waits a second for the other; on a page just loaded its words may come later.
    await expect(async () => {
      await page.keyboard.press('g');
      await expect(page.getByText('Go to settings')).toBeVisible({ timeout: 800 });
    }).toPass();
    await page.keyboard.press('?');
    await expect(page.getByText('Go to settings')).toBeHidden();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await expect(page).toHaveURL(/\/settings/);
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await expect(page).toHaveURL(/\/inbox\/mine/);
  });

  test('what was closed comes back with z, also when its word is gone', async ({
    signedInAs,
    network,
  }) => {
    const [first, second] = [
      await writer(network, unique('Hello.')),
      await writer(network, unique('Hello.')),
    ];
    const page = await signedInAs('agent');
    await page.goto('/inbox/unassigned');
    for (const customer of [first, second]) {
      await page.getByRole('link', { name: customer.name }).click();
      await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
      await page.keyboard.press('e');
      await expect(page.getByText(`Closed ${customer.name}.`)).toBeVisible();
    }
    await page.keyboard.press('z');
    await expect(page.getByText(`Taken back: Closed ${second.name}.`)).toBeVisible();
    await page.keyboard.press('z');
    await expect(page.getByText(`Taken back: Closed ${first.name}.`)).toBeVisible();
    await page.goto('/inbox/unassigned');
    await expect(page.getByRole('link', { name: first.name })).toBeVisible();
    await page.getByRole('link', { name: second.name }).click();
    await expect(page.getByRole('heading', { level: 1, name: second.name })).toBeVisible();

    // Two steps about one conversation: the second way back begins where the first one led.
    await page.keyboard.press('p');
    await page.getByRole('dialog').getByRole('combobox').fill('High');
    await page.keyboard.press('Enter');
    const high = page
      .getByRole('link', { name: second.name })
      .getByRole('img', { name: 'Priority: high' });
    await expect(high).toBeVisible();
    await page.keyboard.press('e');
    await expect(page.getByText(`Closed ${second.name}.`)).toBeVisible();
    await page.keyboard.press('z');
    await expect(page.getByText(`Taken back: Closed ${second.name}.`)).toBeVisible();
    await page.keyboard.press('z');
    await expect(page.getByText(/^Taken back: .*high/)).toBeVisible();
    await expect(high).toBeHidden();
  });
});

test.describe('notifications', () => {
  test('count in another browser as it happens, in the title too, until they are read', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network, unique('Hello.'));
    const theirs = await signedInAs('agent');
    await theirs.goto('/inbox/snoozed');
    await theirs.getByRole('button', { name: /^Notifications/ }).click();
    await expect(theirs.getByRole('link', { name: 'How you are told' })).toBeVisible();
    const all = theirs.getByRole('button', { name: 'Mark all read' });
    if (await all.isVisible()) await all.click();
    await theirs.keyboard.press('Escape');
    await expect(theirs.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
    await expect(theirs).toHaveTitle(/^[^(]/);

    const lead = await signedInAs('lead');
    await open(lead, customer);
    await lead.keyboard.press('Control+k');
    await expect(field(lead)).toBeFocused();
    await lead.keyboard.type('assign to');
    await expect(palette(lead).getByRole('option').first()).toContainText(/assign/i);
    await lead.keyboard.press('Enter');
    await lead
      .getByRole('dialog', { name: 'Assign to' })
      .getByRole('option', { name: /^Priya/ })
      .click();

    await expect(theirs.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible();
    await expect(theirs).toHaveTitle(/^\(1\) /);
    await network.write(customer, unique('Are you there?'));
    await network.write(customer, unique('I am waiting.'));
    await theirs.getByRole('button', { name: 'Notifications, 2 unread' }).click();
    await expect(
      theirs.getByRole('link', { name: `${customer.name} wrote 2 messages` }),
    ).toBeVisible();
    await theirs.getByRole('link', { name: `gave you ${customer.name}` }).click();
    await expect(theirs.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
    await expect(theirs.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
    await expect(theirs).toHaveTitle(/^[^(]/);
  });

  test('of the browser come only by choice and while one looks elsewhere, and say no more than who', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network, unique('Hello.'));
    const page = await signedInAs('agent', { permissions: ['notifications'] });
    await page.addInitScript(spyOnNotifications);
    await open(page, customer);
    await page.keyboard.press('c');
    await expect(page.getByText('Yours', { exact: true }).first()).toBeVisible();
    await page.goto('/settings/notifications');
    const choice = page.getByRole('checkbox', { name: /Show notifications of the browser/ });
    await choice.check();
    await expect(choice).toBeChecked();

    await network.write(customer, unique('While you look here.'));
    await expect(page).toHaveTitle(/^\(\d+\) /);
    expect(await shown(page)).toEqual([]);

    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await network.write(customer, unique('While you look elsewhere.'));
    await expect
      .poll(() => shown(page))
      .toEqual([{ title: `${customer.name} wrote 2 messages`, body: null }]);
    await choice.uncheck();
  });

  test('leave one alone in quiet hours', async ({ signedInAs, network }) => {
    const customer = await writer(network, unique('Hello.'));
    const page = await signedInAs('other');
    await open(page, customer);
    await page.keyboard.press('c');
    await expect(page.getByText('Yours', { exact: true }).first()).toBeVisible();
    await page.goto('/settings/notifications');
    // The second change is under way when the first is answered, and the third when the list was read between.
    await page.route('**/settings/notifications', async (route) => {
      if (route.request().method() === 'POST') await new Promise((done) => setTimeout(done, 600));
      await route.continue();
    });
    const first = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.getByRole('checkbox', { name: /Leave me alone/ }).check();
    await page.getByLabel('From', { exact: true }).fill('00:00');
    await first;
    await new Promise((done) => setTimeout(done, 300));
    await page.getByLabel('to', { exact: true }).fill('00:00');
    await expect(page.getByText('around the clock')).toBeVisible();
    await network.write(customer, unique('At night.'));
    await expect(page.getByRole('button', { name: /Notifications, \d+ unread/ })).toBeVisible();
    await expect(page).toHaveTitle(/^[^(]/);
    await page.getByRole('checkbox', { name: /Leave me alone/ }).uncheck();
    await expect(page).toHaveTitle(/^\(\d+\) /);
    await page.unrouteAll({ behavior: 'wait' });
  });
});

test.describe('when the server is away', () => {
  test('a page of Porchlight says so, and goes on by itself', async ({ signedInAs, allow }) => {
    allow(/ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)|net::/);
    allow(/503/);
    const page = await signedInAs('agent', { serviceWorkers: 'allow' });
    await page.goto('/inbox/open');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Porchlight cannot be reached' })).toBeVisible();
    await cleanInBothThemes(page, 'offline');
    await page.context().setOffline(false);
    await expect(page.getByRole('listitem').first()).toBeVisible();
  });

  test('a tab of an older build learns that there is a newer one', async ({
    signedInAs,
    allow,
  }) => {
    allow(/ERR_|Failed to (load|fetch)|net::/);
    const page = await signedInAs('agent');
    await page.goto('/inbox/open');
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await page.route('**/_next/static/chunks/**', (route) => route.abort());
    // Whichever of the two is not there yet.
    await page.keyboard.press('?');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Your account/ }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Porchlight was updated. Drafts are safe.')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Porchlight' })).toBeVisible();
    await page.unroute('**/_next/static/chunks/**');
    await page.getByRole('button', { name: 'Load again' }).click();
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await expect(page.getByText('Porchlight was updated')).toBeHidden();
  });
});

test('axe finds nothing in what the shell shows, in either theme', async ({
  signedInAs,
  allow,
}) => {
  allow(/404/);
  const page = await signedInAs('lead');
  await page.goto('/inbox/open');
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('option').first()).toBeVisible();
  await cleanInBothThemes(page, 'the palette');
  await page.keyboard.type('zzqqzz');
  await expect(palette(page).getByText(/Nothing here is called/)).toBeVisible();
  await cleanInBothThemes(page, 'a palette without results');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await expect(page.getByRole('link', { name: 'How you are told' })).toBeVisible();
  await cleanInBothThemes(page, 'the bell');
  await page.getByRole('link', { name: 'How you are told' }).click();
  await page.getByRole('checkbox', { name: /Leave me alone/ }).check();
  await expect(page.getByLabel('From', { exact: true })).toBeVisible();
  await cleanInBothThemes(page, 'how one is told');
  await page.getByRole('checkbox', { name: /Leave me alone/ }).uncheck();
  await page.goto('/settings/nowhere');
  await expect(page.getByRole('heading', { name: 'Nothing is here' })).toBeVisible();
  await cleanInBothThemes(page, 'not here, within');
});

/** What the browser was asked to show, in the page's own words. */
function shown(page: Page) {
  return page.evaluate(() => (window as unknown as { notes: object[] }).notes);
}

function spyOnNotifications() {
  const notes: object[] = [];
  Object.assign(window, { notes });
  class Spy {
    static permission = 'granted';
    static requestPermission = async () => 'granted';
    constructor(title: string, { body = null }: { body?: string | null } = {}) {
      notes.push({ title, body });
    }
  }
  Object.defineProperty(window, 'Notification', { value: Spy });
}
