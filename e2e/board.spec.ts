import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import type { Floor } from './back-door';
import { BackDoor } from './back-door';
import { test as base, expect, unique } from './fixtures';

const test = base.extend<{
  door: BackDoor;
  floor: (count: number, taken?: number) => Promise<Floor>;
}>({
  door: async ({ stack }, use) => {
    await use(new BackDoor(stack.DATABASE_URL));
  },
  floor: async ({ door }, use) => {
    const floors: Floor[] = [];
    await use(async (count, taken) => {
      const made = await door.floor(unique('Till'), count, taken);
      floors.push(made);
      return made;
    });
    await Promise.all(floors.map((made) => door.endFloor(made)));
  },
});

test.describe('the board of leads', () => {
  test('a card that is dragged to somebody is theirs, on every board at once, and comes back', async ({
    signedInAs,
    floor,
  }) => {
    const made = await floor(3);
    const lead = await boardOf(await signedInAs('lead'), made);
    const admin = await boardOf(await signedInAs('admin'), made);
    const [first] = await namesIn(queue(lead));
    expect(first, 'the most urgent stands first').toMatch(/ 1$/);
    await expect(person(lead, made.robin)).toContainText('Available');

    await card(lead, first).dragTo(person(lead, made.robin));
    await expect(card(lead, first)).toBeHidden();
    await expect(person(lead, made.robin)).toContainText('1 open');
    await expect(load(lead, made.robin)).toHaveAccessibleName(/: 1 of 8$/);
    await expect(toast(lead, `Gave ${first} to ${made.robin}.`)).toBeVisible();
    await expect(person(admin, made.robin)).toContainText('1 open');
    await expect(card(admin, first)).toBeHidden();
    await expect(admin.getByRole('button', { name: /^Give / })).toHaveCount(0);

    await person(lead, made.robin).getByRole('button', { name: 'Show their work' }).click();
    await card(lead, first).dragTo(person(lead, made.sasha));
    await expect(person(lead, made.sasha)).toContainText('1 open');
    await expect(person(lead, made.robin)).toContainText('Nothing');
    await expect(toast(lead, `Gave ${first} to ${made.sasha}.`)).toBeVisible();
    await lead.getByRole('button', { name: 'Undo' }).last().click();
    await expect(person(lead, made.robin)).toContainText('1 open');
    await expect(person(admin, made.sasha)).toContainText('Nothing');
  });

  test('who drags a card that a colleague gave away sooner sees who has it, and where it is now', async ({
    signedInAs,
    floor,
    allow,
  }) => {
    allow(/api\/live|net::ERR/);
    const made = await floor(2);
    const lead = await boardOf(await signedInAs('lead'), made);
    const other = await signedInAs('lead');
    await other.route('**/api/live*', (route) => route.abort());
    await boardOf(other, made);
    const [first] = await namesIn(queue(lead));
    await card(lead, first).dragTo(person(lead, made.robin));
    await expect(toast(lead, `Gave ${first} to ${made.robin}.`)).toBeVisible();

    await card(other, first).dragTo(person(other, made.sasha));
    await expect(other.getByText(`${first}: ${made.robin} got this conversation`)).toBeVisible();
    await expect(person(other, made.robin)).toContainText('1 open');
    await expect(person(other, made.sasha)).toContainText('Nothing');
  });

  test('a card that goes to somebody while it is in the hand leaves nothing behind of the drag', async ({
    signedInAs,
    floor,
  }) => {
    const made = await floor(2);
    const lead = await boardOf(await signedInAs('lead'), made);
    const other = await boardOf(await signedInAs('lead'), made);
    const [first] = await namesIn(queue(lead));
    const { x = 0, y = 0 } = (await card(lead, first).boundingBox()) ?? {};
    await lead.mouse.move(x + 60, y + 20);
    await lead.mouse.down();
    await lead.mouse.move(700, 20, { steps: 8 });
    await expect(lead.locator('[data-wanted=true]')).toHaveCount(2);
    await card(other, first).dragTo(person(other, made.robin));
    await expect(card(lead, first)).toBeHidden();
    await lead.mouse.up();
    await lead.mouse.move(700, 30);
    await expect(lead.locator('[data-wanted=true]')).toHaveCount(0);
  });

  test('everything goes by keys: arrows move, a letter asks to whom, typing finds them, z takes it back', async ({
    signedInAs,
    floor,
  }) => {
    const made = await floor(3);
    const lead = await boardOf(await signedInAs('lead'), made);
    const [first, second, third] = await namesIn(queue(lead));
    await card(lead, first).getByRole('link').focus();
    await lead.keyboard.press('ArrowDown');
    await expect(card(lead, second).getByRole('link')).toBeFocused();
    await lead.keyboard.press('a');
    const picker = lead.getByRole('dialog', { name: `Give ${second} to` });
    await expect(picker.getByRole('combobox')).toBeFocused();
    await cleanInBothThemes(lead, 'giving a card');
    await lead.keyboard.type('sas');
    await lead.keyboard.press('Enter');
    await expect(person(lead, made.sasha)).toContainText('1 open');
    await expect(card(lead, third).getByRole('link')).toBeFocused();
    await lead.keyboard.press('z');
    await expect(person(lead, made.sasha)).toContainText('Nothing');
    await expect(card(lead, second)).toBeVisible();
  });

  test('somebody may be given more than they can hold, and it is said', async ({
    signedInAs,
    floor,
  }) => {
    const made = await floor(9, 8);
    const lead = await boardOf(await signedInAs('lead'), made);
    const [only] = await namesIn(queue(lead));
    await card(lead, only).dragTo(person(lead, made.robin));
    await expect(
      lead.getByText(`${made.robin} now has 9 of 8, more than their capacity.`),
    ).toBeVisible();
    await expect(load(lead, made.robin)).toHaveAccessibleName(/9 of 8, more than their capacity$/);
  });
});

test.describe('a plan', () => {
  test('evens out what is open, shown before it is done, and taken back as a whole', async ({
    signedInAs,
    floor,
  }) => {
    const made = await floor(6, 6);
    const lead = await boardOf(await signedInAs('lead'), made);
    await lead.getByRole('button', { name: 'Even out…' }).click();
    const plan = lead.getByRole('dialog', { name: 'Even out the open work' });
    await expect(plan.getByRole('region', { name: made.robin })).toContainText('6 → 3');
    await expect(plan.getByRole('region', { name: made.sasha })).toContainText('0 → 3');
    await cleanInBothThemes(lead, 'a plan');
    await plan.getByRole('button', { name: 'Give out 3' }).click();
    await expect(plan).toBeHidden();
    await expect(person(lead, made.sasha)).toContainText('3 open');
    await expect(person(lead, made.robin)).toContainText('3 open');
    await lead.getByRole('button', { name: 'Undo' }).last().click();
    await expect(person(lead, made.robin)).toContainText('6 open');
    await expect(person(lead, made.sasha)).toContainText('Nothing');
  });

  test('hands out all that somebody has who walked out, and what nobody has', async ({
    signedInAs,
    floor,
  }) => {
    const made = await floor(4, 2);
    const lead = await boardOf(await signedInAs('lead'), made);
    await person(lead, made.robin).getByRole('button', { name: 'Hand it all out…' }).click();
    await lead.getByRole('button', { name: 'Give out 2' }).click();
    await expect(person(lead, made.robin)).toContainText('Nothing');
    await expect(person(lead, made.sasha)).toContainText('2 open');
    await lead.getByRole('button', { name: 'Hand out…', exact: true }).click();
    await lead.getByRole('button', { name: 'Give out 2' }).click();
    await expect(lead.getByText('Everything that is open has somebody.')).toBeVisible();
    await expect(person(lead, made.robin)).toContainText('2 open');
  });
});

test('on a phone the board is a list, with everything within reach', async ({
  signedInAs,
  floor,
}) => {
  const made = await floor(2);
  const phone = await signedInAs('lead', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await boardOf(phone, made);
  const [first = ''] = await namesIn(queue(phone));
  await cleanInBothThemes(phone, 'the board on a phone');
  await phone.getByRole('button', { name: 'People 2' }).click();
  await expect(person(phone, made.robin)).toContainText('Nothing');
  await cleanInBothThemes(phone, 'the people on a phone');
  await phone.getByRole('button', { name: /^To give out/ }).click();
  await card(phone, first)
    .getByRole('button', { name: `Give ${first} to…` })
    .click();
  await phone.getByRole('option', { name: made.robin }).click();
  await expect(card(phone, first)).toBeHidden();
  await phone.getByRole('button', { name: 'People 2' }).click();
  await expect(person(phone, made.robin)).toContainText('1 open');
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, 'nothing sticks out').toBeLessThanOrEqual(390);
});

test('nobody but leads and admins has a board; others hear whom to ask', async ({ signedInAs }) => {
  const agent = await signedInAs('agent');
  await agent.goto('/board');
  await expect(agent.getByText('Only leads and admins can see the board.')).toBeVisible();
  await expect(agent.getByRole('link', { name: 'Board' })).toHaveCount(0);
  const lead = await signedInAs('lead');
  await lead.goto('/inbox/mine');
  await lead.getByRole('link', { name: 'Board' }).click();
  await expect(lead.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
  await cleanInBothThemes(lead, 'the board');
});

async function boardOf(page: Page, { teamId }: Floor): Promise<Page> {
  await page.goto(`/board?team=${teamId}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
  return page;
}

function queue(page: Page): Locator {
  return page.getByRole('list', { name: 'To give out, the most urgent first' });
}

async function namesIn(list: Locator): Promise<string[]> {
  await expect(list.getByRole('listitem').first()).toBeVisible();
  return await list
    .getByRole('link')
    .locator('bdi:first-child')
    .first()
    .evaluate((first) => {
      const all = first.closest('ul')?.querySelectorAll('a > span:first-child > bdi') ?? [];
      return [...all].map(({ textContent }) => textContent ?? '');
    });
}

function card(page: Page, name = ''): Locator {
  return page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
}

function person(page: Page, name: string): Locator {
  const people = page.getByRole('region', { name: 'People' });
  return people.getByRole('region', { name, exact: true });
}

function load(page: Page, name: string): Locator {
  return page.getByRole('img', { name: `Load of ${name}` });
}

function toast(page: Page, text: string): Locator {
  return page.getByRole('status').getByText(text);
}
