import type { Page } from '@playwright/test';
import pg from 'pg';
import { cleanInBothThemes } from './axe';
import { row } from './conversation';
import { expect, test, unique } from './fixtures';

type Stack = { DATABASE_URL: string; APP_URL: string };

const demoPassword = 'porchlight-demo';

/** The database as its workspace's own role sees it. */
async function inDemo<Row extends pg.QueryResultRow>(
  { DATABASE_URL }: Stack,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  try {
    await client.query(`set role porchlight_system`);
    const { rows } = await client.query<{ id: string }>(
      "select id from workspaces where slug = 'salted-caramel'",
    );
    await client.query(`select set_config('app.workspace_id', $1, false)`, [rows[0]?.id]);
    await client.query('set role porchlight_app');
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Somebody new on the team, without the detour over an invitation. */
async function aColleague(stack: Stack, name: string): Promise<void> {
  await inDemo(
    stack,
    `insert into members (workspace_id, id, user_id, name, email, roles)
     values (current_setting('app.workspace_id')::uuid, gen_random_uuid(), gen_random_uuid(), $1, $2, '{agent}')`,
    [name, `${name.toLowerCase().replaceAll(' ', '.')}@saltedcaramel.example`],
  );
}

const areas = [
  '',
  'profile',
  'sessions',
  'workspace',
  'members',
  'teams',
  'labels',
  'hours',
  'hours/new',
  'promises',
  'channels',
  'policy',
  'denials',
  'invitations',
  'rules',
];

function line(page: Page, text: string) {
  return page.getByRole('listitem').filter({ hasText: text });
}

test.describe('labels', () => {
  test('a lead adds one with the keyboard, cannot add it twice, recolours, archives and brings back', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('lead');
    await page.goto('/settings/labels');
    const name = unique('Melted');
    const field = page.getByLabel('Name of the label');
    await field.fill(name);
    await page.getByRole('radio', { name: 'teal' }).check();
    await field.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Added' })).toBeVisible();
    await expect(line(page, name)).toContainText('not used');
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();

    await field.fill(name.toUpperCase());
    await field.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'already' })).toBeVisible();
    await expect(field).toHaveValue(name.toUpperCase());
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill('');

    await line(page, name)
      .getByRole('button', { name: `Edit the label ${name}` })
      .click();
    await line(page, name).getByRole('radio', { name: 'pink' }).check();
    await line(page, name).getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('[data-label=pink]').filter({ hasText: name })).toBeVisible();
    await expect(line(page, name).getByRole('button', { name: /^Edit/ })).toBeFocused();

    await line(page, name)
      .getByRole('button', { name: `Archive the label ${name}` })
      .click();
    await expect(
      page
        .getByRole('region', { name: /^Archived/ })
        .getByText(name)
        .first(),
    ).toBeVisible();
    await page.getByRole('button', { name: `Use again the label ${name}` }).click();
    await expect(
      page
        .getByRole('region', { name: /^In use/ })
        .getByText(name)
        .first(),
    ).toBeVisible();
  });

  test('an agent reads them and is told whom to ask', async ({ signedInAs }) => {
    const page = await signedInAs('agent');
    await page.goto('/settings/labels');
    await expect(page.getByText(/Only leads and admins can add and change labels/)).toContainText(
      'Ask Ada Quill or Jack Moreau.',
    );
    await expect(page.getByLabel('Name of the label')).toBeHidden();
  });
});

test('a marketer approves an invitation; an agent finds it where a complaint is taken private', async ({
  signedInAs,
  network,
}) => {
  const marketer = await signedInAs('marketer');
  await marketer.goto('/settings/invitations');
  const words = unique('Tell us in private what went wrong.');
  const field = marketer.getByLabel('Words of the invitation');
  await field.fill('\u8a9e'.repeat(129));
  await expect(marketer.getByText('2 too many')).toBeVisible();
  await marketer.getByRole('button', { name: 'Add invitation' }).click();
  await expect(marketer.getByRole('alert').filter({ hasText: 'Shorten it by 2' })).toBeVisible();
  await field.fill(words);
  await marketer.getByRole('button', { name: 'Add invitation' }).click();
  await expect(marketer.getByRole('status').filter({ hasText: 'Added' })).toBeVisible();
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();

  const customer = await network.newCustomer();
  await network.post(customer, unique('@saltedcaramel it leaked.'));
  const agent = await signedInAs('agent');
  await agent.goto('/settings/invitations');
  await expect(line(agent, words)).toBeVisible();
  await expect(
    agent.getByText(/Only marketers and admins can add and change invitations/),
  ).toBeVisible();
  await expect(agent.getByRole('button', { name: /the invitation/ })).toHaveCount(0);
  await agent.goto('/inbox/mentions');
  await row(agent, customer).click();
  await expect(agent.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
  await agent.getByRole('button', { name: 'Take private' }).click();
  const offered = agent.getByRole('region', { name: 'Take private' }).getByRole('radio');
  await expect(offered.and(agent.getByLabel(words))).toBeVisible();

  const other = unique('Write to us, please.');
  await line(marketer, words).getByRole('button', { name: /^Edit/ }).press('Enter');
  await line(marketer, words).getByLabel('Words of the invitation').fill(other);
  await line(marketer, words).getByRole('button', { name: 'Save' }).click();
  await expect(line(marketer, other).getByRole('button', { name: /^Edit/ })).toBeFocused();
  await expect(offered.and(agent.getByLabel(other))).toBeVisible();
  await line(marketer, other)
    .getByRole('button', { name: /^Remove the/ })
    .click();
  await line(marketer, other).getByRole('button', { name: 'Remove for good' }).click();
  await expect(line(marketer, other)).toHaveCount(0);
  await expect(agent.getByLabel(other)).toHaveCount(0);
  await expect(offered.first()).toBeChecked();
});

test('a lead makes a team, seats somebody in it, and sees who is in none', async ({
  signedInAs,
}) => {
  const page = await signedInAs('lead');
  await page.goto('/settings/teams');
  const name = unique('Parcels');
  await page.getByLabel('Name of the team').fill(name);
  await page.keyboard.press('Enter');
  await expect(line(page, name)).toContainText('0 members, 0 open');
  await line(page, name)
    .getByRole('button', { name: `Edit the team ${name}` })
    .click();
  await line(page, name)
    .getByRole('checkbox', { name: /^Sunniva Berg/ })
    .check();
  await expect(line(page, name).first()).toContainText('1 member, 0 open');
  await page.keyboard.press('Escape');
  await expect(line(page, name).getByRole('button', { name: /^Edit/ })).toBeFocused();
  await expect(page.getByRole('region', { name: /^In no team/ })).not.toContainText('Sunniva Berg');
});

test.describe('one’s own profile', () => {
  test('a new name is on every screen; what is not saved is not lost without a question', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('marketer');
    await page.goto('/settings/profile');
    const field = page.getByLabel('Your name');
    await field.fill('Sunniva B. Berg');
    await page.getByRole('link', { name: 'Labels' }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(field).toHaveValue('Sunniva B. Berg');
    await field.press('Enter');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Your account, Sunniva B. Berg' })).toBeVisible();
    await field.fill('Sunniva Berg');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: 'Your account, Sunniva Berg' })).toBeVisible();
    await page.getByRole('link', { name: 'Labels' }).click();
    await page.waitForURL('**/settings/labels');
  });

  test('a new password asks for the present one and signs out every other browser', async ({
    allow,
    browser,
    signedInAs,
    stack,
  }) => {
    allow(/status of 401/);
    const here = await signedInAs('marketer');
    const there = await signedInAs('marketer');
    await there.goto('/settings/sessions');
    await here.goto('/settings/profile');
    const next = 'marble cricket window seven';
    await here.getByLabel('Present password').fill('not the password');
    await here.getByLabel('New password').fill(next);
    await here.getByRole('button', { name: 'Change password' }).click();
    await expect(here.getByRole('alert').filter({ hasText: 'not your present' })).toBeVisible();
    await expect(here.getByLabel('New password')).toHaveValue(next);
    await here.getByLabel('Present password').fill(demoPassword);
    await here.getByLabel('Present password').press('Enter');
    await expect(here.getByText('Every other browser of yours is signed out.')).toBeVisible();
    await expect(there.getByText('You are no longer signed in here.')).toBeVisible();
    expect((await here.request.get('/api/me')).status()).toBe(200);

    const context = await browser.newContext({ baseURL: stack.APP_URL });
    const door = await context.newPage();
    await door.goto('/sign-in');
    await door.getByLabel('E-mail address').fill('sunniva@saltedcaramel.example');
    await door.getByLabel('Password').fill(next);
    await door.getByRole('button', { name: 'Sign in', exact: true }).click();
    await door.waitForURL('**/inbox/mine');
    await context.close();

    await here.getByLabel('Present password').fill(next);
    await here.getByLabel('New password').fill(demoPassword);
    await here.getByRole('button', { name: 'Change password' }).click();
    await expect(here.getByText('Every other browser of yours is signed out.')).toBeVisible();
  });

  test('the look is one choice, wherever it is made', async ({ signedInAs }) => {
    const page = await signedInAs('marketer');
    await page.goto('/settings/profile');
    await page.getByText('Dark', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: /^Your account/ }).click();
    const dark = page.getByRole('radio', { name: 'Dark' });
    await expect(dark).toHaveCount(2);
    await expect(dark.first()).toBeChecked();
    await expect(dark.last()).toBeChecked();
  });
});

test.describe('members', () => {
  test('an admin finds somebody among many, hands over what they hold, and removes them', async ({
    signedInAs,
    stack,
    network,
  }) => {
    const leaving = unique('Leaving');
    await aColleague(stack, leaving);
    for (const name of ['Ana One', 'Ben Two', 'Cleo Three']) await aColleague(stack, unique(name));
    const customer = await network.newCustomer();
    await network.write(customer, unique('Who has mine?'));
    await expect
      .poll(() =>
        inDemo(
          stack,
          `update conversations set owner_id = (select id from members where name = $1)
           where identity_id = (select id from identities where external_id = $2) returning 1`,
          [leaving, customer.id],
        ),
      )
      .toHaveLength(1);
    const page = await signedInAs('admin');
    await page.goto('/settings/members');
    await page.getByRole('searchbox', { name: 'Search members' }).fill(leaving);
    await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
    await line(page, leaving)
      .getByRole('button', { name: `Remove ${leaving}` })
      .click();
    await page.getByLabel('The conversation they hold').selectOption({ label: 'go to Mo Okafor' });
    await line(page, leaving)
      .getByRole('button', { name: `Remove ${leaving}` })
      .last()
      .click();
    await expect(line(page, leaving)).toHaveCount(0);
    const [held] = await inDemo<{ name: string }>(
      stack,
      `select m.name from conversations c join members m on m.id = c.owner_id
       join identities i on i.id = c.identity_id where i.external_id = $1`,
      [customer.id],
    );
    expect(held?.name).toBe('Mo Okafor');
  });

  test('an admin signs a colleague out everywhere, at once', async ({ allow, signedInAs }) => {
    allow(/status of 401/);
    const colleague = await signedInAs('other');
    await colleague.goto('/settings/sessions');
    const admin = await signedInAs('admin');
    await admin.goto('/settings/members');
    await admin.getByRole('button', { name: 'Sign out everywhere Mo Okafor' }).click();
    await expect(colleague.getByText('You are no longer signed in here.')).toBeVisible();
  });

  test('a renewed invitation has one link that works', async ({ page, signedInAs, stack }) => {
    const admin = await signedInAs('admin');
    const email = `${unique('noa').replaceAll(' ', '-')}@example.test`;
    await admin.goto('/settings/members');
    await admin.getByLabel('E-mail address').fill(email);
    await admin.getByLabel('E-mail address').press('Enter');
    const first = await admin.getByLabel(`Invitation link for ${email}`).inputValue();
    await admin.reload();
    await admin.getByRole('button', { name: `New link for ${email}` }).click();
    const second = await admin.getByLabel(`Invitation link for ${email}`).inputValue();
    await page.goto(first);
    await expect(page.getByRole('heading', { name: /no longer open/ })).toBeVisible();
    await page.goto(second.replace(/^https?:\/\/[^/]+/, stack.APP_URL));
    await expect(page.getByLabel('Your name')).toBeVisible();
  });
});

test('a channel that fell silent is told of in the inbox, until somebody writes', async ({
  signedInAs,
  stack,
  network,
}) => {
  await inDemo(
    stack,
    `update channels set silent_since = now() - interval '26 hours', silence_due_at = now() + interval '1 day'
     where handle = 'saltedcaramel'`,
  );
  const page = await signedInAs('agent');
  await page.goto('/inbox/open');
  const told = page.getByRole('status').filter({ hasText: 'no customer has written for 26 hours' });
  await expect(told).toBeVisible();
  await told.getByRole('link', { name: 'Look at the channels' }).click();
  await expect(line(page, '@saltedcaramel on')).toContainText('nothing is lost on the way');
  await page.goto('/inbox/open');
  await expect(told).toBeVisible();
  const customer = await network.newCustomer();
  await network.write(customer, unique('Anybody there?'));
  await expect(told).toBeHidden();
});

test('an admin chooses when to be told of silence; an agent reads what was chosen', async ({
  signedInAs,
}) => {
  const admin = await signedInAs('admin');
  await admin.goto('/settings/channels');
  const alarm = admin.getByLabel('Tell the admins when nothing comes on @caramelcare');
  await alarm.selectOption({ label: 'after 7 days' });
  await expect(line(admin, '@caramelcare').getByText(/Its longest quiet time/)).toBeHidden();
  const agent = await signedInAs('agent');
  await agent.goto('/settings/channels');
  await expect(line(agent, '@caramelcare')).toContainText('Alarm: after 7 days.');
});

test('on a phone every page of the settings is two steps away, and nothing is cut off', async ({
  signedInAs,
}) => {
  const page = await signedInAs('admin', { viewport: { width: 390, height: 844 } });
  await page.goto('/inbox/mine');
  await page.getByRole('link', { name: 'Settings' }).click();
  for (const name of [
    'Profile',
    'Sessions',
    'General',
    'Channels',
    'Members',
    'Teams',
    'Labels',
    'Business hours',
    'SLA policies',
    'Invitations',
    'Rule tester',
  ]) {
    await page.getByRole('main').getByRole('link', { name }).click();
    await page.waitForURL(/\/settings\/./);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const width = await page.evaluate(() => document.querySelector('main')?.scrollWidth);
    expect(width, name).toBeLessThanOrEqual(390);
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link').first().click();
    await page.waitForURL('**/settings');
  }
});

test('axe finds nothing on any page of the settings, in either theme', async ({ signedInAs }) => {
  const page = await signedInAs('admin');
  for (const area of areas) {
    await page.goto(`/settings/${area}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const edit = page.getByRole('button', { name: /^Edit/ }).first();
    if (await edit.isVisible()) await edit.click();
    await cleanInBothThemes(page, area);
  }
});
