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
