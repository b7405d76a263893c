import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { opened, row, writer } from './conversation';
import { expect, test, unique } from './fixtures';
import type { Customer } from './sandbox-network';
import { ask } from './wire';

/** An admin makes a key in the settings; its secret, as it is shown this once. */
async function aKey(page: Page, name: string): Promise<string> {
  await page.goto('/settings/keys');
  await page.getByLabel('Name of the system').fill(name);
  await page.getByRole('button', { name: 'Make key' }).press('Enter');
  const secret = page.getByRole('textbox', { name: `Key for ${name}` });
  await expect(secret).toHaveValue(/^plk_/);
  return await secret.inputValue();
}

/** Another system tells something of a customer; the status of the answer. */
async function tell(
  url: string,
  { secret, customer, event }: { secret: string; customer: Customer; event: object },
): Promise<number> {
  const body = JSON.stringify({ at: new Date().toISOString(), ...event });
  const reply = await ask(`${url}/api/v1/contacts/x:${customer.id}/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': `${Buffer.byteLength(body)}`,
      authorization: `Bearer ${secret}`,
    },
  });
  return reply.status;
}

const whoTheyAre = (page: Page) => page.getByRole('region', { name: 'Who they are' });
const elsewhere = (page: Page) => page.getByRole('region', { name: 'Latest elsewhere' });

test.describe('a contact', () => {
  test('is said to be somebody, by keys alone, and everybody sees it', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const other = await opened(await signedInAs('other'), customer);
    await expect(whoTheyAre(other)).toContainText('Customer');

    await whoTheyAre(page).getByRole('button', { name: 'Change who they are' }).press('Enter');
    const sheet = page.getByRole('dialog', { name: `Who ${customer.name} is` });
    await sheet.getByLabel('Kind').selectOption('Journalist');
    await sheet.getByRole('checkbox', { name: 'VIP' }).press('Space');
    await sheet.getByRole('checkbox', { name: 'press' }).press('Space');
    await sheet.getByLabel('Club plan').selectOption('Churn');
    await sheet.getByLabel('Customer no.').fill('C-1');
    await cleanInBothThemes(page, 'saying who somebody is');
    await sheet.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(sheet).toBeHidden();

    for (const screen of [page, other]) {
      await expect(whoTheyAre(screen)).toContainText('Journalist');
      await expect(whoTheyAre(screen)).toContainText('VIP');
      await expect(whoTheyAre(screen)).toContainText('Churn');
      await expect(row(screen, customer)).toContainText('VIP');
    }
    const said = `changed ${customer.name}: kind from customer to journalist, now a VIP, with the label “press”`;
    await expect(
      page.getByText(new RegExp(`You ${said}, .*Club plan from nothing to Churn`)),
    ).toBeVisible();
    for (const asked of ['kind:journalist is:vip', 'contactlabel:press']) {
      await other.goto(`/inbox/all?q=${encodeURIComponent(asked)}`);
      await expect(row(other, customer)).toBeVisible();
    }
  });

  test('that two change at once keeps what each changed; the same thing is asked again', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const [page, other] = [
      await opened(await signedInAs('agent'), customer),
      await opened(await signedInAs('other'), customer),
    ];
    const sheets = [page, other].map((one) =>
      one.getByRole('dialog', { name: `Who ${customer.name} is` }),
    );
    const [mine, theirs] = [sheets[0] ?? page, sheets[1] ?? other];
    for (const one of [page, other]) {
      await whoTheyAre(one).getByRole('button', { name: 'Change who they are' }).press('Enter');
    }
    await mine.getByLabel('Customer no.').fill('C-7');
    await theirs.getByLabel('Customer no.').fill('C-8');
    await theirs.getByLabel('Club plan').selectOption('Tub');
    await mine.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(whoTheyAre(page)).toContainText('C-7');
    await theirs.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(theirs.getByRole('alert').filter({ hasText: 'meanwhile' })).toContainText(
      'Somebody changed Customer no. meanwhile.',
    );
    await expect(whoTheyAre(page)).not.toContainText('Tub');
    await theirs.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(whoTheyAre(page)).toContainText('C-8');
    await expect(whoTheyAre(page)).toContainText('Tub');
  });
});

test.describe('what happened elsewhere', () => {
  test('is told by key, appears beside the open conversation and in the journey, and ends with the key', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const said = unique('Where is my order?');
    const customer = await writer(network, said);
    const admin = await signedInAs('admin');
    const source = unique('Shop');
    const secret = await aKey(admin, source);
    await cleanInBothThemes(admin, 'the keys of other systems');

    const page = await opened(await signedInAs('agent'), customer);
    await expect(elsewhere(page)).toContainText('Nothing told yet.');
    const order = {
      kind: 'order',
      id: 'order-1',
      title: 'Order 1, <b>paid</b>',
      url: 'https://shop.example/orders/1',
      data: { total: '9.00 EUR' },
    };
    const at = new Date().toISOString();
    const telling = { secret, customer, event: { ...order, at } };
    expect(await tell(stack.APP_URL, telling)).toBe(201);
    await expect(elsewhere(page)).toContainText('Order 1, <b>paid</b>');
    await expect(elsewhere(page)).toContainText(source);
    expect(await tell(stack.APP_URL, telling)).toBe(200);

    await elsewhere(page).getByRole('link', { name: 'Whole journey' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
    const journey = page.getByRole('region', { name: 'Journey' });
    await expect(journey.getByRole('listitem')).toHaveCount(2);
    await expect(journey.getByRole('listitem').first()).toContainText('9.00 EUR');
    const link = journey.getByRole('link', { name: 'Open on shop.example' });
    await expect(link).toHaveAttribute('rel', /noopener noreferrer/);

    const visit = { kind: 'web_visit', id: 'visit-1', title: 'Looked at refunds' };
    expect(await tell(stack.APP_URL, { secret, customer, event: visit })).toBe(201);
    await expect(journey.getByRole('listitem').first()).toContainText('Looked at refunds');
    const again = unique('Still nothing.');
    await network.write(customer, again);
    await expect(journey).toContainText(again);
    await cleanInBothThemes(page, 'the journey of a contact');

    await journey.getByRole('button', { name: 'Private messages' }).press('Enter');
    await expect(page).toHaveURL(/\?show=private$/);
    await expect(journey.getByRole('listitem')).toHaveCount(2);
    await expect(journey).not.toContainText('Looked at refunds');
    await page.reload();
    await expect(journey.getByRole('button', { name: 'Private messages' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await journey.getByRole('link', { name: 'Open conversation' }).first().click();
    await expect(page.getByRole('textbox', { name: `Reply to ${customer.name}` })).toBeVisible();

    await admin.getByRole('button', { name: `Revoke the key ${source}` }).press('Enter');
    await admin.getByRole('button', { name: 'Revoke for ever' }).press('Enter');
    await expect(admin.getByRole('heading', { name: /^Revoked/ })).toBeVisible();
    expect(await tell(stack.APP_URL, telling)).toBe(401);
  });

  test('is read on a phone', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const desk = await opened(await signedInAs('agent'), customer);
    const path = await elsewhere(desk)
      .getByRole('link', { name: 'Whole journey' })
      .getAttribute('href');
    const page = await signedInAs('other', { viewport: { width: 390, height: 844 } });
    await page.goto(`${path}`);
    await expect(page.getByRole('region', { name: 'Journey' })).toContainText('Private message');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await cleanInBothThemes(page, 'a journey on a phone');
  });
});

test.describe('the attributes of a workspace', () => {
  test('are made, ordered and archived by a lead, and stand beside every conversation', async ({
    signedInAs,
    network,
  }) => {
    const lead = await signedInAs('lead');
    await lead.goto('/settings/attributes');
    const name = unique('Seats');
    await lead.getByLabel('Name of the attribute').fill(name);
    await expect(lead.getByLabel('Key', { exact: true })).toHaveValue(/^seats_/);
    await lead.getByLabel('What it holds').selectOption('Number');
    await lead.getByRole('button', { name: 'Add attribute' }).press('Enter');
    const inUse = lead.getByRole('region', { name: /^In use/ });
    await expect(inUse.getByRole('listitem').last()).toContainText(name);
    await lead.getByRole('button', { name: `Up: the attribute ${name}` }).press('Enter');
    await expect(inUse.getByRole('listitem').last()).not.toContainText(name);
    await cleanInBothThemes(lead, 'the attributes');

    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await whoTheyAre(page).getByRole('button', { name: 'Change who they are' }).press('Enter');
    const sheet = page.getByRole('dialog', { name: `Who ${customer.name} is` });
    await sheet.getByLabel(name).fill('many');
    await sheet.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(sheet.getByRole('alert').filter({ hasText: name })).toContainText('is a number');
    await sheet.getByLabel(name).fill('12,5');
    await sheet.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(whoTheyAre(page)).toContainText('12.5');

    await lead.getByRole('button', { name: `Archive the attribute ${name}` }).press('Enter');
    await expect(whoTheyAre(page)).not.toContainText('12.5');
  });
});
