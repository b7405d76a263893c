import type { Locator, Page } from '@playwright/test';
import { expect, unique } from './fixtures';
import type { Customer, SandboxNetwork } from './sandbox-network';

/** Somebody new who has just written. */
export async function writer(
  network: SandboxNetwork,
  text = unique('Is anybody there?'),
): Promise<Customer> {
  const customer = await network.newCustomer();
  await network.write(customer, text);
  return customer;
}

/** A text by which a stranger's first message is put aside: nothing but a link that no other test writes. */
export function bareLink(): string {
  return `https://${unique('win').replace(' ', '-')}.example/now`;
}

/** The page with the customer's conversation open, and the pointer where it holds nothing up. */
export async function opened(page: Page, customer: Customer): Promise<Page> {
  await page.goto('/inbox/open');
  await row(page, customer).click();
  await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
  await page.mouse.move(900, 300);
  return page;
}

/** The customer's line in the list. */
export function row(page: Page, { name }: Customer): Locator {
  return page.getByRole('link', { name });
}

export function field(page: Page, { name }: Customer): Locator {
  return page.getByRole('textbox', { name: `Reply to ${name}` });
}

export function messages(page: Page): Locator {
  return page.getByRole('region', { name: /^Messages with/ });
}

/** A message in the conversation with everything that is said about it. */
export function said(page: Page, text: string): Locator {
  return messages(page).getByRole('listitem').filter({ hasText: text });
}
