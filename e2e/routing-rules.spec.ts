import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { opened, writer } from './conversation';
import { expect, test, unique } from './fixtures';

function line(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
}

/** A rule for messages that say a word, to Press & partners and at least high; from an empty form. */
async function write(page: Page, { name, word }: { name: string; word: string }): Promise<void> {
  await page.goto('/settings/routing/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('combobox', { name: 'What it asks' }).fill('words');
  await page.keyboard.press('Enter');
  await page.getByLabel('Words', { exact: true }).fill(word);
  await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Press & partners' });
  await page.getByLabel('Priority', { exact: true }).selectOption('high');
}

/** Those of these rules that are in use, in their order on the page once `before` was done. */
async function namesAmong(
  page: Page,
  names: readonly string[],
  before?: () => Promise<void>,
): Promise<string[]> {
  await before?.();
  const shown = page.getByRole('region', { name: /^In use/ }).getByRole('heading', { level: 3 });
  return (await shown.allTextContents()).filter((name) => names.includes(name));
}

/** Takes a rule and holds it over another, at this share of its height. */
async function drag(page: Page, name: string, { over, at }: { over: string; at: number }) {
  await line(page, name).scrollIntoViewIfNeeded();
  const [from, to] = [await line(page, name).boundingBox(), await line(page, over).boundingBox()];
  if (!(from && to)) throw new Error('both rules are on the page');
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + to.height * at, { steps: 8 });
  /** Holds it there, as still as a hand does. */
  return async () => {
    for (const trembling of [1, 0, 1, 0, 1, 0]) {
      await page.mouse.move(to.x + 60 + trembling, to.y + to.height * at);
    }
  };
}

async function archive(page: Page, name: string): Promise<void> {
  await page.goto('/settings/routing');
  await page.getByRole('button', { name: `Archive ${name}` }).click();
  await expect(page.getByRole('button', { name: `Restore ${name}` })).toBeVisible();
}

test('a lead writes a rule, tries it out, and a customer’s message goes where it says, with why', async ({
  signedInAs,
  network,
}) => {
  const lead = await signedInAs('lead');
  const [name, word] = [unique('Magazine'), `zine${Date.now().toString(36)}`];
  const before = await writer(network, `We write for a ${word}.`);
  await opened(lead, before);
  await write(lead, { name, word: `other “for a ${word}”` });
  await expect(lead.getByText(`When it says “other” or “for a ${word}”`)).toBeVisible();
  await expect(lead.getByText('team Press & partners, priority at least high')).toBeVisible();
  await lead.getByRole('button', { name: 'Try it out' }).click();
  await expect(lead.getByRole('status').filter({ hasText: /^Holds for 1 of / })).toBeVisible();
  const outcome = lead.getByRole('region', { name: 'What would change' });
  await expect(outcome).toContainText('Priority normal →becomes high');
  await expect(outcome.getByRole('link', { name: before.name })).toBeVisible();
  await cleanInBothThemes(lead, 'the editor of a routing rule');
  await lead.getByRole('button', { name: 'Add this rule' }).click();
  await lead.waitForURL('**/settings/routing');
  await expect(line(lead, name)).toContainText('team Press & partners');
  await cleanInBothThemes(lead, 'routing rules');

  const agent = await signedInAs('agent');
  const customer = await writer(network, `Hello, we write for a ${word.toUpperCase()}`);
  await opened(agent, customer);
  const routed = agent.getByRole('region', { name: 'Routed by rules' });
  await expect(routed.getByRole('link', { name })).toBeVisible();
  await expect(routed).toContainText('Team: none →became Press & partners');
  await expect(routed).toContainText('Priority: normal →became high');
  await cleanInBothThemes(agent, 'what rules made of a message');
  await archive(lead, name);
});

test('of two leads who change one rule, the second is told and loses nothing', async ({
  signedInAs,
}) => {
  const lead = await signedInAs('lead');
  const name = unique('Shared');
  await write(lead, { name, word: 'nobodywritesthis' });
  await lead.getByRole('button', { name: 'Add this rule' }).click();
  await lead.waitForURL('**/settings/routing');
  const admin = await signedInAs('admin');
  await admin.goto('/settings/routing');
  for (const page of [lead, admin]) {
    await page.getByRole('link', { name: `Edit ${name}` }).click();
    await expect(page.getByLabel('Words', { exact: true })).toHaveValue('nobodywritesthis');
  }
  await admin.getByLabel('Words', { exact: true }).fill('theirwords');
  await lead.getByLabel('Words', { exact: true }).fill('mywords');
  await lead.getByRole('button', { name: 'Save', exact: true }).click();
  await lead.waitForURL('**/settings/routing');
  const told = admin.getByRole('alert').filter({ hasText: /changed this rule while/ });
  await expect(told).toBeVisible();
  await expect(admin.getByLabel('Words', { exact: true })).toHaveValue('theirwords');
  await told.getByRole('button', { name: 'Keep mine, to save over theirs' }).click();
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await admin.waitForURL('**/settings/routing');
  // It is live for whoever looks at the list.
  await expect(line(lead, name)).toContainText('it says “theirwords”');

  await lead.getByRole('link', { name: `Edit ${name}` }).click();
  const versions = lead.getByRole('region', { name: 'Versions' });
  await expect(versions).toContainText('it says “mywords”');
  await expect(versions).toContainText('Version 3');
  await archive(lead, name);
});

test('rules are put in order by keyboard, switched off, archived and restored', async ({
  signedInAs,
}) => {
  const page = await signedInAs('lead');
  const [one, two] = [unique('One'), unique('Two')];
  for (const name of [one, two]) {
    await write(page, { name, word: 'nobodywritesthis' });
    await page.getByRole('button', { name: 'Add this rule' }).click();
    await page.waitForURL('**/settings/routing');
    await expect(line(page, name)).toBeVisible();
  }
  await page.getByRole('button', { name: `Move ${two} up` }).focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('button', { name: `Move ${two} ` }).and(page.locator(':focus')),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Save this order' }).click();
  await expect(page.getByText('This order is not saved yet.')).toBeHidden();
  const names = page.getByRole('list').getByRole('heading', { level: 3 });
  const all = await names.allTextContents();
  expect(all.indexOf(two)).toBeLessThan(all.indexOf(one));

  await page.getByRole('switch', { name: `${one}: switched on` }).click();
  await expect(page.getByRole('switch', { name: `${one}: switched on` })).not.toBeChecked();
  await archive(page, one);
  await page.getByRole('button', { name: `Restore ${one}` }).click();
  await expect(page.getByRole('link', { name: `Edit ${one}` })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await cleanInBothThemes(page, 'routing rules on a phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await archive(page, one);
  await archive(page, two);
});

test('rules are put in order by mouse, and nothing jumps under it; a colleague sees it once it is saved', async ({
  signedInAs,
}) => {
  const page = await signedInAs('lead');
  const [low, tall, last] = [unique('Low'), unique('Tall'), unique('Last')];
  const many = Array.from({ length: 30 }, (_, no) => `nobodywrites${no}`).join(' ');
  for (const [name, word] of [
    [low, 'nobodywritesthis'],
    [tall, many],
    [last, 'nobodywritesthis'],
  ] as const) {
    await write(page, { name, word });
    await page.getByRole('button', { name: 'Add this rule' }).click();
    await page.waitForURL('**/settings/routing');
    await expect(line(page, name)).toBeVisible();
  }
  const admin = await signedInAs('admin');
  await admin.goto('/settings/routing');
  await expect.poll(() => namesAmong(admin, [low, tall, last])).toEqual([low, tall, last]);

  const top = (await line(page, low).boundingBox())?.y;
  const holdStill = await drag(page, low, { over: tall, at: 0.75 });
  await expect
    .poll(() => namesAmong(page, [low, tall, last], holdStill))
    .toEqual([tall, low, last]);
  expect((await line(page, tall).boundingBox())?.y, 'the list stays where it is').toBe(top);
  await holdStill();
  expect(await namesAmong(page, [low, tall, last]), 'held still').toEqual([tall, low, last]);
  await page.mouse.up();
  expect(await namesAmong(page, [low, tall, last]), 'dropped').toEqual([tall, low, last]);
  await expect(page.getByText('This order is not saved yet.')).toBeVisible();

  const hold = await drag(page, last, { over: tall, at: 0.25 });
  await expect.poll(() => namesAmong(page, [low, tall, last], hold)).toEqual([last, tall, low]);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => namesAmong(page, [low, tall, last])).toEqual([tall, low, last]);
  await cleanInBothThemes(page, 'an order that is not saved');
  expect(await namesAmong(admin, [low, tall, last]), 'elsewhere').toEqual([low, tall, last]);

  await page.getByRole('button', { name: 'Save this order' }).click();
  await expect(page.getByText('This order is not saved yet.')).toBeHidden();
  await expect.poll(() => namesAmong(admin, [low, tall, last])).toEqual([tall, low, last]);
  await page.reload();
  await expect.poll(() => namesAmong(page, [low, tall, last])).toEqual([tall, low, last]);
  for (const name of [low, tall, last]) await archive(page, name);
});

test('an agent reads the rules and is told who changes them; a marketer is told as well', async ({
  signedInAs,
}) => {
  const agent = await signedInAs('agent');
  await agent.goto('/settings/routing');
  await expect(agent.getByText(/can change these rules/)).toBeVisible();
  await expect(agent.getByRole('link', { name: 'New rule' })).toBeHidden();
  const marketer = await signedInAs('marketer');
  await marketer.goto('/settings/routing');
  await expect(marketer.getByText(/can change these rules/)).toBeVisible();
});
