import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { BackDoor } from './back-door';
import { said, writer } from './conversation';
import { expect, test, unique } from './fixtures';
import type { Customer, SandboxNetwork } from './sandbox-network';

type Club = { label: string; customers: [Customer, Customer, Customer] };

/** Three customers who wrote, agreed to be sent offers, and carry a label of their own. */
async function aClub(page: Page, network: SandboxNetwork, door: BackDoor): Promise<Club> {
  const customers: Club['customers'] = [
    await writer(network),
    await writer(network),
    await writer(network),
  ];
  // They are known here once they stand in the list.
  await page.goto('/inbox/open');
  for (const { name } of customers) {
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
  for (const { username } of customers) await door.wantsOffers(username);
  const label = unique('Club');
  await door.label(
    label,
    customers.map(({ username }) => username),
  );
  return { label, customers };
}

/** The marketer's page with an offer that somebody else has approved. */
async function approved(page: Page, lead: Page, { label }: Club, name: string): Promise<void> {
  await page.goto('/offers');
  await begin(page, name);
  await page.getByLabel('Text').fill(`${name} is here.`);
  await page.getByRole('checkbox', { name: label }).check();
  await press(page.getByRole('button', { name: 'Save' }));
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await lead.goto(page.url());
  await press(lead.getByRole('button', { name: 'Approve' }));
  await expect(lead.getByText('has read and approved it')).toBeVisible();
}

async function begin(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the offer').fill(name);
  await page.getByLabel('From').selectOption('@saltedcaramel');
  await press(page.getByRole('button', { name: 'Begin' }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test.afterEach(({ stack }) => new BackDoor(stack.DATABASE_URL).cutOff('saltedcaramel', false));

test.describe('a private offer', () => {
  test('is written by one, approved by another, and reaches whoever still agrees, each with a code of their own', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const door = new BackDoor(stack.DATABASE_URL);
    const page = await signedInAs('marketer');
    const club = await aClub(page, network, door);
    const [first, second, third] = club.customers;
    const name = unique('Summer');
    const mark = unique('Ice').replace(' ', '-');

    await page.getByRole('link', { name: 'Offers' }).click();
    await begin(page, name);

    const text = page.getByRole('region', { name: 'What it says' });
    await text.getByLabel('Text').fill('Hi {nmae}, {code} is yours.');
    await expect(text).toContainText('{nmae} cannot be filled in');
    await text.getByLabel('Text').fill(`Hi {name}, {code} is yours: ${mark}.`);
    const audience = page.getByRole('region', { name: 'Whom it is for' });
    await audience.getByRole('checkbox', { name: club.label }).check();
    await expect(audience).toContainText('3 people agreed to offers and carry the label');
    await press(page.getByRole('button', { name: 'Save' }));
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    const someone = club.customers.map((each) => each.name).join('|');
    await expect(text).toContainText(new RegExp(`Hi (${someone}), YOUR-CODE is yours`));

    const pool = page.getByRole('region', { name: 'Codes' });
    await pool.getByLabel('Choose a file').setInputFiles({
      name: 'codes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`code\n${mark}-1\n${mark}-2\n${mark}-2\n`),
    });
    await expect(pool).toContainText('2 codes added, 1 repeated and left out.');
    await expect(pool).toContainText('Not enough for everybody: 1 person would get none.');
    await pool.getByLabel('Add codes').fill(`${mark}-3`);
    await press(pool.getByRole('button', { name: 'Add these' }));
    await expect(pool).toContainText('3 codes, none given yet.');

    const approval = page.getByRole('region', { name: 'Approval' });
    await expect(approval).toContainText('You wrote it, so somebody else has to approve it');
    await expect(approval.getByRole('button')).toHaveCount(0);
    await cleanInBothThemes(page, 'an offer that is being written');

    const lead = await signedInAs('lead');
    await lead.goto(page.url());
    await expect(lead.getByRole('region', { name: 'What it says' })).toContainText(mark);
    await press(lead.getByRole('button', { name: 'Approve' }));
    await expect(lead.getByText('has read and approved it')).toBeVisible();
    await cleanInBothThemes(lead, 'an offer that was approved');

    const start = page.getByRole('button', { name: 'Start for 3 people' });
    await expect(start).toBeEnabled();
    await start.press('Enter');
    const progress = page.getByRole('region', { name: 'Progress' });
    await expect(progress).toContainText('3 of 3 people have it.');
    await expect(page.getByText('Given out', { exact: true })).toBeVisible();

    const texts = (
      await Promise.all([first, second, third].map((each) => network.received(each)))
    ).flat();
    const codes = texts.map((each) => new RegExp(`${mark}-\\d`).exec(each)?.[0]).toSorted();
    expect(codes).toEqual([`${mark}-1`, `${mark}-2`, `${mark}-3`]);
    expect(texts.some((each) => each.startsWith(`Hi ${first.name}, ${mark}-`))).toBe(true);

    await press(progress.getByRole('button', { name: /3 people/ }));
    await cleanInBothThemes(page, 'an offer that was given out');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export as a table' }).click();
    expect((await download).suggestedFilename()).toBe('offer-recipients.csv');
    await progress.getByRole('link', { name: first.name }).click();
    await expect(page.getByRole('heading', { level: 1, name: first.name })).toBeVisible();
    await expect(said(page, mark)).toContainText('as an offer');
  });

  test('is paused and stopped at once, and is kept from whoever says no meanwhile', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const door = new BackDoor(stack.DATABASE_URL);
    const page = await signedInAs('marketer');
    const lead = await signedInAs('lead');
    const club = await aClub(page, network, door);
    const [gone] = club.customers;
    await approved(page, lead, club, unique('Autumn'));

    // Nothing can leave now, so that there is time to pause.
    await door.cutOff('saltedcaramel');
    await press(page.getByRole('button', { name: 'Start for 3 people' }));
    const progress = page.getByRole('region', { name: 'Progress' });
    await expect(progress).toContainText('It waits for @saltedcaramel to be connected to X again.');
    await press(progress.getByRole('button', { name: 'Pause' }));
    await expect(progress).toContainText('It is paused');
    await door.wantsOffers(gone.username, false);
    await door.cutOff('saltedcaramel', false);
    await press(progress.getByRole('button', { name: 'Resume' }));
    await expect(progress).toContainText('2 of 3 people have it.');
    const kept = progress.getByRole('region', { name: 'Kept back' });
    await kept.getByRole('button', { name: /asked not to be written to/ }).press('Enter');
    await expect(kept.getByRole('link', { name: gone.name })).toBeVisible();
    await cleanInBothThemes(page, 'an offer with somebody it was kept back from');
    expect(await network.received(gone)).toEqual([]);
  });

  test('that is stopped reaches nobody else', async ({ signedInAs, network, stack }) => {
    const door = new BackDoor(stack.DATABASE_URL);
    const page = await signedInAs('marketer');
    const lead = await signedInAs('lead');
    const club = await aClub(page, network, door);
    const name = unique('Winter');
    await approved(page, lead, club, name);

    await door.cutOff('saltedcaramel');
    await press(page.getByRole('button', { name: 'Start for 3 people' }));
    const progress = page.getByRole('region', { name: 'Progress' });
    await press(progress.getByRole('button', { name: 'Stop…' }));
    const sheet = page.getByRole('dialog', { name: 'Stop this offer?' });
    await cleanInBothThemes(page, 'before an offer is stopped');
    await press(sheet.getByRole('button', { name: 'Stop for good' }));
    await expect(progress).toContainText('It was stopped');
    await expect(progress).toContainText('The offer was stopped before it went to');
    await door.cutOff('saltedcaramel', false);
    await lead.goto('/offers');
    await expect(line(lead, name)).toContainText('0 of 3 people, kept back from 3');
    await cleanInBothThemes(lead, 'all offers');
    for (const customer of club.customers) expect(await network.received(customer)).toEqual([]);
  });

  test('is not for those to see who only answer', async ({ signedInAs, allow }) => {
    allow(/404/);
    const page = await signedInAs('agent');
    await page.goto('/offers');
    await expect(page.getByText(/Only marketers, leads and admins can see offers/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Offers' })).toHaveCount(0);
  });
});

/** A button takes nothing while what it did before is still under way. */
async function press(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.press('Enter');
}

function line(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ hasText: name });
}
