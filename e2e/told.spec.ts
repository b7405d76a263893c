import type { Page } from '@playwright/test';
import type { MailServer } from '@/lib/mail/smtp.fixture';
import { aMailServer } from '@/lib/mail/smtp.fixture';
import { cleanInBothThemes } from './axe';
import { BackDoor } from './back-door';
import { writer } from './conversation';
import { expect, test, unique } from './fixtures';
import type { Customer } from './sandbox-network';

let mail: MailServer;
test.beforeAll(async () => {
  mail = await aMailServer({ tls: 'none', port: Number(process.env['E2E_MAIL_PORT'] ?? 4103) });
});
test.afterAll(() => mail.close());

/** A conversation that is theirs. */
async function claim(page: Page, { name }: Customer) {
  await page.goto('/inbox/unassigned');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByText('Yours', { exact: true }).first()).toBeVisible();
}

const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const breachByMail = 'An answer was due and is not there, by e-mail';

/** Ticks, and waits until it is kept. */
async function choose(page: Page, name: string, on: boolean) {
  const kept = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await box(page, name).setChecked(on);
  await kept;
}

async function readAll(page: Page) {
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await expect(page.getByRole('link', { name: 'How you are told' })).toBeVisible();
  const all = page.getByRole('button', { name: 'Mark all read' });
  if (await all.isVisible()) await all.click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
}

test('of a breach one hears in the bell, and by e-mail if one chose so', async ({
  signedInAs,
  network,
  stack,
}) => {
  const customer = await writer(network, unique('Where is my order?'));
  const page = await signedInAs('agent');
  await claim(page, customer);
  await page.goto('/settings/notifications');
  await readAll(page);
  await expect(page.getByText(/E-mails go to priya@saltedcaramel\.example/)).toBeVisible();
  await choose(page, breachByMail, true);
  await page.reload();
  await expect(box(page, breachByMail)).toBeChecked();

  await new BackDoor(stack.DATABASE_URL).breach(customer.username);
  await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
  const line = page.getByRole('link', {
    name: new RegExp(`^Unread: ${customer.name}: first response was due at \\d\\d:\\d\\d`),
  });
  await expect(line).toBeVisible();
  await expect
    .poll(() => mail.arrived.map(({ to }) => to.join()))
    .toEqual(['priya@saltedcaramel.example']);
  expect(mail.arrived[0]?.subject).toMatch(
    new RegExp(`^${customer.name}: first response was due at \\d\\d:\\d\\d · `),
  );
  await line.click();
  await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();

  await page.goto('/settings/notifications');
  await choose(page, breachByMail, false);
  await expect(box(page, breachByMail)).not.toBeChecked();
});

test('what does not wait is heard by choice, in one tab for all', async ({
  signedInAs,
  network,
  stack,
}) => {
  const customer = await writer(network, unique('Where is my order?'));
  const page = await signedInAs('agent');
  await page.context().addInitScript(countNotes);
  await claim(page, customer);
  await page.goto('/settings/notifications');
  await readAll(page);
  await page.getByRole('checkbox', { name: /^Play a sound/ }).check();
  // So that one knows it: two notes.
  await expect.poll(() => notes(page)).toBe(2);
  const other = await page.context().newPage();
  await other.goto('/inbox/mine');
  await other.getByRole('button', { name: /^Notifications/ }).click();
  await expect(other.getByRole('link', { name: 'How you are told' })).toBeVisible();

  await new BackDoor(stack.DATABASE_URL).breach(customer.username);
  for (const tab of [page, other]) {
    await expect(tab.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible();
  }
  await expect.poll(async () => (await notes(page)) + (await notes(other))).toBe(4);
  await page.getByRole('checkbox', { name: /^Play a sound/ }).uncheck();
});

test('of what, and by which ways, is chosen on a phone too', async ({ signedInAs }) => {
  const page = await signedInAs('admin', { viewport: { width: 390, height: 844 } });
  await page.goto('/settings/notifications');
  const table = page.getByRole('table', { name: 'Of what you are told, and how' });
  await expect(table.getByRole('columnheader')).toHaveText([
    'What happens',
    'App',
    'Browser',
    'E-mail',
  ]);
  await choose(page, 'Somebody accepts an invitation, by e-mail', true);
  // What does not reach the list reaches nobody by another way.
  await choose(page, 'Somebody accepts an invitation, in the app', false);
  await expect(box(page, 'Somebody accepts an invitation, by e-mail')).not.toBeChecked();
  await expect(box(page, 'Somebody accepts an invitation, by e-mail')).toBeDisabled();
  await choose(page, 'Somebody accepts an invitation, in the app', true);
  await expect(box(page, 'Somebody accepts an invitation, by e-mail')).toBeChecked();
  await choose(page, 'Somebody accepts an invitation, by e-mail', false);
  const tooWide = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await page.evaluate(tooWide)).toBe(false);
  await cleanInBothThemes(page, 'how one is told, on a phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await cleanInBothThemes(page, 'how one is told');
});

function notes(page: Page) {
  return page.evaluate(() => (window as unknown as { notes: number }).notes);
}

/** Runs in the page: counts the notes that are begun. */
function countNotes() {
  Object.assign(window, { notes: 0 });
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function count(when?: number) {
    (window as unknown as { notes: number }).notes += 1;
    start.call(this, when);
  };
}
