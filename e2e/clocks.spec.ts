import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { BackDoor } from './back-door';
import { messages, opened, row, writer } from './conversation';
import { expect, test, unique } from './fixtures';
import type { Customer } from './sandbox-network';

test.describe('promises and their clocks', () => {
  test('a message starts a clock, and its working can be read by keyboard', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await expect(ring(page, customer, /^First response (due|stands)/)).toBeVisible();

    await perform(page, 'Promises, and their working');
    const sheet = page.getByRole('dialog', { name: 'Promises' });
    await expect(sheet).toContainText('First response');
    await expect(sheet).toContainText(/Promised.* at normal priority, by .*, version \d/);
    await expect(sheet).toContainText(`with the first message of ${customer.name} in this visit`);
    await expect(sheet.getByText(/^Due /).first()).toBeVisible();
    await cleanInBothThemes(page, 'the working of a promise');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('region', { name: 'Promises' })).toContainText('First response');
  });

  test('what is at risk is due soon, and what is not kept is broken, without a reload', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const [soon, broken] = [unique('Soon'), unique('At once')];
    const backDoor = new BackDoor(stack.DATABASE_URL);
    await backDoor.promise(soon, { seconds: 300, riskPercent: 1 });
    await backDoor.promise(broken, { seconds: 1, riskPercent: 50 });
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);

    await label(page, soon);
    await expect(ring(page, customer, /^First response due/)).toBeVisible();
    await view(page, 'Due soon');
    await expect(row(page, customer)).toBeVisible();
    await cleanInBothThemes(page, 'what is due soon');
    await row(page, customer).click();
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
    await page.mouse.move(900, 300);

    await label(page, broken);
    await expect(row(page, customer)).toBeHidden();
    await expect(messages(page)).toContainText(/First response was due .* and was not kept/);
    await expect(
      header(page).getByRole('button', { name: /^First response broken/ }),
    ).toBeVisible();
    // The demo has more than a page of older ones.
    await page.goto('/inbox/breached?sort=newest');
    await expect(ring(page, customer, /^First response broken, was due/)).toBeVisible();
    await cleanInBothThemes(page, 'what is breached');
  });

  test('closing without an answer says that the clock runs on, unless none was needed', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await expect(ring(page, customer, /^First response/)).toBeVisible();
    await page.keyboard.press('e');
    const told = page.getByText(`Closed ${customer.name}. Nobody answered, so the clock runs on.`);
    await expect(told).toBeVisible();
    await perform(page, 'No answer was needed');
    await expect(page.getByText('Noted that no answer was needed.')).toBeVisible();

    await view(page, 'Resolved');
    await row(page, customer).click();
    await expect(messages(page)).toContainText('You said that no answer was needed');
    await expect(page.getByRole('region', { name: 'Promises' })).toContainText('not owed');
  });
});

function ring(page: Page, customer: Customer, name: RegExp): Locator {
  return row(page, customer).getByRole('img', { name });
}

function header(page: Page): Locator {
  return page.getByRole('main').locator('header');
}

async function view(page: Page, name: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
    .click();
}

async function perform(page: Page, action: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find and do anything' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(action);
  await expect(palette.getByRole('option').first()).toContainText(action);
  await page.keyboard.press('Enter');
}

async function label(page: Page, name: string): Promise<void> {
  await page.keyboard.press('l');
  const labels = page.getByRole('dialog', { name: 'Labels' });
  await expect(labels.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(labels.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(labels).toBeHidden();
  await expect(messages(page)).toContainText(`put on the label “${name}”`);
}
