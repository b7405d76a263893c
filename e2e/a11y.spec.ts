import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { expect, test, unique } from './fixtures';

test.describe('axe finds nothing, in either theme,', () => {
  test('at the door', async ({ browser, stack }) => {
    const context = await browser.newContext({ baseURL: stack.APP_URL });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await cleanInBothThemes(page, 'sign-in');
    await context.close();
  });

  test('in every view of the inbox, also an empty one', async ({ signedInAs }) => {
    const page = await signedInAs('lead');
    for (const view of ['unassigned', 'open', 'resolved']) {
      await page.goto(`/inbox/${view}`);
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      await cleanInBothThemes(page, view);
    }
    const admin = await signedInAs('admin');
    await admin.goto('/inbox/mine');
    await expect(admin.getByText('Nothing is yours right now')).toBeVisible();
    await cleanInBothThemes(admin, 'an empty view');
  });

  test('in a conversation with everything in it', async ({ signedInAs, network }) => {
    const customer = await network.newCustomer();
    await network.changeCustomer(customer, { encrypted: true });
    await network.write(customer, 'sealed');
    await network.changeCustomer(customer, { encrypted: false });
    await network.write(customer, 'See https://example.com/terms, please.');
    await network.write(customer, 'שלום, איפה ההזמנה שלי?');
    const page = await signedInAs('lead');
    await page.goto('/inbox/unassigned');
    await page.getByRole('link', { name: customer.name }).click();
    await expect(page.getByText(/end-to-end encrypted/)).toBeVisible();

    await network.setFaults({ send: [{ mode: 'refuse', code: 349, times: 1 }] });
    await write(page, customer.name, unique('This one is refused.'));
    await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
    await page.getByRole('button', { name: 'Ask X again' }).click();
    await expect(page.getByText(/so you can answer\.$/)).toBeVisible();
    await write(page, customer.name, unique('This one arrives.'));
    await expect(page.getByText(/· sent$/)).toBeVisible();
    await cleanInBothThemes(page, 'refused and sent');

    await page.getByRole('tab', { name: 'Note' }).click();
    await page.getByRole('textbox').fill('x'.repeat(19_990));
    await expect(page.getByText('10 left')).toBeVisible();
    await cleanInBothThemes(page, 'a note near its limit');
    await page.getByRole('textbox').fill(unique('A note.'));
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect(page.getByText('Note · You')).toBeVisible();
    await cleanInBothThemes(page, 'with a note');
  });

  test('in the menu of owners and the way back', async ({ signedInAs, network }) => {
    const customer = await network.newCustomer();
    await network.write(customer, unique('Hello.'));
    const page = await signedInAs('lead');
    await page.goto('/inbox/unassigned');
    await page.getByRole('link', { name: customer.name }).click();
    await page.getByRole('button', { name: 'Assign' }).click();
    await expect(page.getByRole('dialog', { name: 'Assign to' })).toBeVisible();
    await cleanInBothThemes(page, 'the menu of owners');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await cleanInBothThemes(page, 'a way back');
  });

  test('in the keys and the account', async ({ signedInAs }) => {
    const page = await signedInAs('lead');
    await page.goto('/inbox/unassigned');
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await cleanInBothThemes(page, 'the keys');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Your account, Jack Moreau' }).click();
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    await cleanInBothThemes(page, 'the account');
  });

  test('where nothing is, and where a role ends', async ({ signedInAs, allow }) => {
    allow(/404/);
    const page = await signedInAs('admin');
    await page.goto('/inbox/open/00000000-0000-7000-8000-000000000000');
    await expect(page.getByText('This conversation is not here')).toBeVisible();
    await cleanInBothThemes(page, 'no such conversation');
    await page.goto('/inbox/nowhere');
    await expect(page.getByText('Nothing is here')).toBeVisible();
    await cleanInBothThemes(page, 'no such page');
    await page.goto('/inbox/open');
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
    await expect(page.getByText('You can read along.')).toBeVisible();
    await cleanInBothThemes(page, 'an admin reads along');
  });

  test('on a phone', async ({ signedInAs }) => {
    const page = await signedInAs('agent', { viewport: { width: 390, height: 844 } });
    await page.goto('/inbox/open');
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
    await expect(page.getByRole('button', { name: 'Back to the list' })).toBeVisible();
    await cleanInBothThemes(page, 'a conversation on a phone');
    await page.getByRole('button', { name: 'About this contact' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await cleanInBothThemes(page, 'a contact on a phone');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await cleanInBothThemes(page, 'the list on a phone');
  });
});

async function write(page: Page, name: string, text: string) {
  const field = page.getByRole('textbox', { name: `Reply to ${name}` });
  await field.fill(text);
  await field.press('Control+Enter');
}
