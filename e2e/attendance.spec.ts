import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { messages, opened, writer } from './conversation';
import { expect, test, unique } from './fixtures';

const account = (page: Page) => page.getByRole('button', { name: /^Your account/ });
const own = (page: Page) => page.getByRole('region', { name: 'Whether you take new work' });

async function openOwn(page: Page): Promise<void> {
  await account(page).click();
  await expect(own(page).getByRole('status')).toBeVisible();
}

async function backToWork(page: Page): Promise<void> {
  const button = own(page).getByRole('button', { name: 'Available' });
  if (!(await own(page).isVisible())) await openOwn(page);
  await button.click();
  await expect(own(page).getByRole('status')).toHaveText('Available');
}

function line(page: Page, name: string) {
  return page.getByRole('listitem').filter({ hasText: name });
}

async function toTeam(page: Page, name: string): Promise<void> {
  await page.goto('/settings/teams');
  await line(page, name)
    .getByRole('link', { name: new RegExp(`of the team ${name}`) })
    .click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('somebody goes to lunch; a colleague sees it at once, with its end', async ({
  signedInAs,
}) => {
  const [mine, theirs] = [await signedInAs('agent'), await signedInAs('other')];
  await theirs.goto('/settings/members');
  await expect(line(theirs, 'Priya Raman')).toContainText(/of 40/);
  await mine.goto('/inbox/open');
  await openOwn(mine);
  await expect(own(mine).getByRole('list', { name: 'Hours of your teams' })).toContainText(
    'Orders & delivery',
  );
  await own(mine).getByRole('button', { name: 'Away' }).click();
  await own(mine)
    .getByRole('button', { name: /^Lunch, 45 min/ })
    .click();
  await expect(own(mine).getByRole('status')).toHaveText(/^Away until \d\d:\d\d: Lunch$/);
  await expect(account(mine)).toHaveAccessibleDescription(/You are away until/);
  await expect(line(theirs, 'Priya Raman')).toContainText(/away until .*Lunch/);
  await cleanInBothThemes(mine, 'the account panel');
  await mine.reload();
  await openOwn(mine);
  await expect(own(mine).getByRole('status')).toHaveText(/^Away until/);
  await backToWork(mine);
  await expect(line(theirs, 'Priya Raman')).not.toContainText('away');
});

test('the palette asks until when, and the keyboard is enough', async ({ signedInAs }) => {
  const page = await signedInAs('other');
  await page.goto('/inbox/open');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Find and do anything' }).fill('set yourself busy');
  await page.keyboard.press('Enter');
  await expect(own(page).getByRole('button', { name: /^Meeting, 30 min/ })).toBeFocused();
  await own(page).getByRole('button', { name: 'Another reason or time…' }).focus();
  await page.keyboard.press('Enter');
  const reason = own(page).getByLabel('Reason, for colleagues');
  await expect(reason).toBeFocused();
  await reason.fill('Counting tubs');
  await own(page)
    .getByLabel(/^Until/)
    .fill('2020-01-01T09:00');
  await page.keyboard.press('Enter');
  await expect(own(page).getByRole('status')).toHaveText('Available');
  await own(page)
    .getByLabel(/^Until/)
    .fill('');
  await page.keyboard.press('Enter');
  await expect(own(page).getByRole('status')).toHaveText('Busy: Counting tubs');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Find and do anything' }).fill('set yourself avail');
  await page.keyboard.press('Enter');
  await expect(page.getByText('You are available.')).toBeVisible();
});

test('a lead says it for somebody who walked out, who sees whose word it was', async ({
  signedInAs,
}) => {
  const [lead, gone] = [await signedInAs('lead'), await signedInAs('other')];
  await gone.goto('/inbox/open');
  await lead.goto('/settings/members');
  const mo = line(lead, 'Mo Okafor').first();
  await mo.getByRole('button', { name: 'Set availability of Mo Okafor' }).click();
  await mo.getByRole('button', { name: 'Offline' }).click();
  await cleanInBothThemes(lead, 'colleagues');
  await mo.getByRole('button', { name: 'Until I say so' }).click();
  await expect(mo).toContainText(/offline · /);
  await expect(account(gone)).toHaveAccessibleDescription('You are offline');
  await openOwn(gone);
  await expect(own(gone)).toContainText('Jack Moreau said so for you.');
  await backToWork(gone);
  await expect(mo).not.toContainText('offline · ');
});

test('whoever assigns is warned of somebody who is away, and may do it all the same', async ({
  signedInAs,
  network,
}) => {
  const customer = await writer(network);
  const [lead, away] = [await signedInAs('lead'), await signedInAs('other')];
  await away.goto('/inbox/open');
  await openOwn(away);
  await own(away).getByRole('button', { name: 'Away' }).click();
  await own(away)
    .getByRole('button', { name: /^Break/ })
    .click();
  await expect(own(away).getByRole('status')).toHaveText(/^Away/);
  await opened(lead, customer);
  await lead.keyboard.press('a');
  const picker = lead.getByRole('dialog', { name: 'Assign to' });
  await picker.getByRole('combobox').fill('Mo');
  await expect(picker.getByRole('option', { name: /^Mo Okafor/ })).toContainText(
    /away until .* of 30/,
  );
  await expect(picker.getByRole('status')).toContainText(
    /Mo Okafor is away until .* \(Break\)\. You can give it to them all the same\./,
  );
  await cleanInBothThemes(lead, 'the picker of colleagues');
  await lead.keyboard.press('Enter');
  await expect(messages(lead)).toContainText('gave it to Mo Okafor');
  await backToWork(away);
});

test('a team’s settings are edited and kept, and a colleague who looks sees them', async ({
  signedInAs,
}) => {
  const [lead, admin] = [await signedInAs('lead'), await signedInAs('admin')];
  await toTeam(lead, 'Press & partners');
  await toTeam(admin, 'Press & partners');
  await lead.getByRole('radio', { name: /^Returns after a while/ }).check();
  await lead.getByLabel('Returns after', { exact: true }).fill('0');
  await lead.getByLabel('Hours of the team').selectOption({ label: 'Care desk' });
  await lead.getByLabel('What its new owner does not touch returns after').fill('20');
  await lead.getByRole('button', { name: 'Save' }).click();
  await expect(lead.getByRole('alert').filter({ hasText: '1 to 10,080' })).toBeVisible();
  await lead.getByLabel('Returns after', { exact: true }).fill('90');
  await lead.getByRole('button', { name: 'Save' }).click();
  await expect(lead.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await expect(admin.getByRole('radio', { name: /^Returns after a while/ })).toBeChecked();
  await expect(admin.getByLabel('Returns after', { exact: true })).toHaveValue('90');
  await cleanInBothThemes(lead, 'a team');
  await lead.reload();
  await expect(lead.getByLabel('Hours of the team')).toHaveValue(/.+/);
  await lead.getByRole('radio', { name: /^Returns when the customer/ }).check();
  await lead.getByLabel('Hours of the team').selectOption('');
  await lead.getByLabel('What its new owner does not touch returns after').fill('');
  await lead.getByRole('button', { name: 'Save' }).click();
  await expect(lead.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('a skill is made and given to somebody; an agent reads it and is told whom to ask', async ({
  signedInAs,
}) => {
  const [lead, agent] = [await signedInAs('lead'), await signedInAs('agent')];
  const name = unique('Dialect');
  await agent.goto('/settings/skills');
  await expect(agent.getByText(/Only leads and admins can add and change skills/)).toBeVisible();
  await lead.goto('/settings/skills');
  const field = lead.getByLabel('Name of the skill');
  await field.fill(name);
  await field.press('Enter');
  await expect(line(lead, name)).toContainText('nobody has it');
  await expect(line(agent, name)).toContainText('nobody has it');
  await cleanInBothThemes(lead, 'skills');

  await toTeam(lead, 'Shops');
  const mo = line(lead, 'Mo Okafor').first();
  await mo.getByRole('button', { name: 'Edit what Mo Okafor is given' }).click();
  await mo.getByLabel('Capacity').fill('-3');
  await mo.getByRole('checkbox', { name }).check();
  await mo.getByRole('button', { name: 'Save' }).click();
  await expect(mo.getByRole('alert').filter({ hasText: '0 to 999' })).toBeVisible();
  await mo.getByLabel('Capacity').fill('30');
  await expect(mo.getByLabel('Cover').getByRole('option', { name: 'Mo Okafor' })).toHaveCount(0);
  await mo.getByRole('button', { name: 'Save' }).click();
  await expect(mo).toContainText(name);
  await expect(line(agent, name)).toContainText('1 member has it');

  await toTeam(agent, 'Shops');
  await expect(agent.getByText(/Only leads and admins can change how work/)).toBeVisible();
  await expect(agent.getByRole('radio', { name: /^Balanced/ })).toBeDisabled();
  await expect(agent.getByRole('button', { name: /^Edit what/ })).toHaveCount(0);

  await lead.goto('/settings/skills');
  await line(lead, name)
    .getByRole('button', { name: `Archive the skill ${name}` })
    .click();
  await expect(
    lead.getByRole('region', { name: /^Archived/ }).getByText(name, { exact: true }),
  ).toBeVisible();
});

test('on a phone it is at the foot of the screen', async ({ signedInAs }) => {
  const page = await signedInAs('agent', { viewport: { width: 390, height: 844 } });
  await page.goto('/inbox/open');
  await openOwn(page);
  await own(page).getByRole('button', { name: 'Busy' }).click();
  const choice = own(page).getByRole('button', { name: /^Meeting, 30 min/ });
  await expect(choice).toBeInViewport();
  await choice.click();
  await expect(own(page).getByRole('status')).toHaveText(/^Busy until/);
  await cleanInBothThemes(page, 'the account panel on a phone');
  await backToWork(page);
});
