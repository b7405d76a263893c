import type { BrowserContext, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { expect, test } from './fixtures';

const steps = {
  message: 'Send yourself a message as a customer',
  claim: 'Claim it',
  answer: 'Answer it',
  network: 'See it arrive',
  keys: 'Press ? for the keys',
};

test('somebody new plays the customer once, and each step ticks itself', async ({ signedInAs }) => {
  const page = await signedInAs('other');
  await page.goto('/inbox/unassigned');
  const guide = page.getByRole('region', { name: 'Conversation' });
  await expect(guide.getByRole('heading', { name: 'Your first minute' })).toBeVisible();
  await expect(current(page)).toContainText(steps.message);

  const sandbox = await inNewTab(page.context(), () =>
    page.getByRole('link', { name: /Open the sandbox/ }).click(),
  );
  const field = sandbox.getByRole('textbox', { name: /Message to @saltedcaramel/ });
  await expect(field).toHaveValue(/salted caramel back/);
  await field.press('Enter');
  await expect(sandbox.getByRole('log')).toContainText('salted caramel back');
  await sandbox.close();

  await expect(current(page)).toContainText(steps.claim);
  await page.getByRole('link', { name: 'Open it' }).click();
  const line = page.locator('summary');
  await expect(line).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByText('2 of 5')).toBeVisible();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: /^Reply/ }).fill('It is, and you may.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3 of 5')).toBeVisible();

  await line.click();
  await expect(current(page)).toContainText(steps.network);
  const proof = await inNewTab(page.context(), () =>
    page.getByRole('link', { name: /See it in the sandbox/ }).click(),
  );
  await expect(proof.getByRole('log')).toContainText('It is, and you may.');
  await proof.close();

  await expect(current(page)).toContainText(steps.keys);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('5 of 5')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(line).toBeHidden();
});

test('what is put away stays away, on every device', async ({ signedInAs }) => {
  const page = await signedInAs('marketer');
  await page.goto('/inbox/open');
  const remembered = page.waitForResponse((answer) => answer.url().endsWith('/api/guide'));
  await page.getByRole('button', { name: 'Put this away' }).click();
  await expect(page.getByText('Choose a conversation')).toBeVisible();
  expect((await remembered).status()).toBe(200);
  const elsewhere = await signedInAs('marketer', { viewport: { width: 390, height: 844 } });
  await elsewhere.goto('/inbox/open');
  await expect(elsewhere.getByRole('listitem').first()).toBeVisible();
  await expect(elsewhere.locator('summary')).toBeHidden();
});

test('on a phone it is one line that opens, by keyboard too', async ({ signedInAs }) => {
  const page = await signedInAs('admin', { viewport: { width: 390, height: 844 } });
  await page.goto('/inbox/open');
  await expect(page.locator('summary')).toHaveText(/Your first minute/);
  await cleanInBothThemes(page, 'the closed guide');
  await page.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(current(page)).toContainText(steps.message);
  await cleanInBothThemes(page, 'the open guide');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole('heading', { name: 'Your first minute' })).toBeVisible();
  await cleanInBothThemes(page, 'the guide at a desk');
});

function current(page: Page) {
  return page.locator('[aria-current="step"]:visible');
}

async function inNewTab(context: BrowserContext, open: () => Promise<void>): Promise<Page> {
  const [tab] = await Promise.all([context.waitForEvent('page'), open()]);
  return tab;
}
