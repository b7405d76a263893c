import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { expect, test, unique } from './fixtures';

const holidays = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20300107',
  'SUMMARY:Stocktaking',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20300501',
  'DTEND;VALUE=DATE:20300503',
  'SUMMARY:Long weekend',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART:20300110T090000Z',
  'SUMMARY:Meeting',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

function line(page: Page, text: string) {
  return page.getByRole('listitem').filter({ hasText: text });
}

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(text);
  await field.blur();
}

/** Monday to Friday, nine to five in Berlin, under this name. */
async function addHours(page: Page, name: string): Promise<void> {
  await page.goto('/settings/hours/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add these hours' }).click();
  await page.waitForURL('**/settings/hours');
  await expect(line(page, name)).toBeVisible();
}

/** There is one that takes all, so that the next can have conditions. */
async function afterTheFirst(page: Page): Promise<void> {
  await page.goto('/settings/promises');
  if (await page.getByText('None yet, so no clock runs.').isHidden()) return;
  await page.getByRole('link', { name: 'First policy' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Everything else');
  await page.getByRole('button', { name: 'Add this policy' }).click();
  await page.getByRole('button', { name: 'Save this policy' }).click();
  await page.waitForURL('**/settings/promises');
  await expect(line(page, 'Every conversation that no other policy takes')).toBeVisible();
}

test('a lead makes hours with a lunch break and holidays, and reads what they mean', async ({
  signedInAs,
}) => {
  const page = await signedInAs('lead');
  await page.goto('/settings/hours/new');
  const name = unique('Berlin');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: /^Time zone/ }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('berlin');
  await page.keyboard.press('Enter');
  await type(page, 'Day of the message', '2030-01-04');
  const meaning = page.getByRole('region', { name: 'What it means' });
  await expect(meaning).toContainText(
    'A message on Friday 4 January at 16:45 with 1 h to answer would be due Monday 7 January at 09:45.',
  );

  await type(page, 'Monday: to', '12');
  await expect(page.getByLabel('Monday: to', { exact: true })).toHaveValue('12:00');
  await page.getByRole('button', { name: 'Add hours on Monday' }).click();
  await type(page, 'Monday, 2: to', '17');
  await page.getByRole('button', { name: 'Copy Monday to all weekdays' }).click();
  await expect(page.getByLabel('Friday, 2: from')).toHaveValue('13:00');
  await type(page, 'Time of the message', '11:30');
  await expect(meaning).toContainText('would be due Friday 4 January at 13:30.');
  await type(page, 'Time of the message', '16:45');

  await page.getByRole('button', { name: 'Add hours on Saturday' }).click();
  await type(page, 'Saturday: from', '22');
  await type(page, 'Saturday: to', '6');
  await expect(line(page, 'Saturday')).toContainText('until 06:00 on Sunday');
  await type(page, 'Saturday: to', 'noon');
  await expect(line(page, 'Saturday')).toContainText('“noon” is no time of day.');
  await page.getByRole('button', { name: 'Remove these hours (Saturday)' }).click();

  await page.getByRole('button', { name: 'Add a date' }).click();
  await type(page, 'Date 1: day', '2030-05-01');
  await type(page, 'Date 1: name', 'May Day');
  await page.getByLabel('Calendar file (.ics)').setInputFiles({
    name: 'holidays.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(holidays),
  });
  const found = page.getByRole('region', { name: 'From the calendar file' });
  await expect(found.getByRole('list', { name: 'Would be added as closed (2)' })).toContainText(
    'Mon 7 January 2030Stocktaking',
  );
  await expect(found.getByRole('list', { name: /^Already there/ })).toContainText('Wed 1 May 2030');
  await expect(found.getByRole('list', { name: 'Not taken (1)' })).toContainText(
    'Meeting: It is not a whole day.',
  );
  await cleanInBothThemes(page, 'the editor of hours');
  await found.getByRole('button', { name: 'Add 2 dates' }).click();
  await expect(meaning).toContainText('would be due Tuesday 8 January at 09:45.');
  await page.getByLabel('Calendar file (.ics)').setInputFiles({
    name: 'photo.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
  });
  await expect(
    page.getByRole('alert').filter({ hasText: 'This is not a calendar file' }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Add these hours' }).click();
  await page.waitForURL('**/settings/hours');
  await expect(line(page, name)).toContainText('Mon to Fri 09:00 to 12:00, 13:00 to 17:00');
  await expect(line(page, name)).toContainText('Mon 7 January 2030 (Stocktaking)');
  await cleanInBothThemes(page, 'hours');
});

test('a lead makes a policy, puts it in its place, and knows what a change does before making it', async ({
  signedInAs,
}) => {
  const page = await signedInAs('lead');
  const hours = unique('Office');
  await addHours(page, hours);
  // No conversation of the demo carries it: what is promised to them stays as it is.
  const label = unique('Nobody');
  await page.goto('/settings/labels');
  await page.getByLabel('Name of the label').fill(label);
  await page.getByRole('button', { name: 'Add label' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Added' })).toBeVisible();
  await afterTheFirst(page);
  const names = [unique('Urgent'), unique('Press')] as const;
  for (const name of names) {
    await page.getByRole('link', { name: 'New policy' }).click();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('group', { name: 'Priority' }).getByLabel('Urgent').check();
    await page.getByRole('button', { name: 'Choose labels' }).click();
    await page.getByRole('combobox', { name: 'Labels' }).fill(label);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByLabel('Open hours are those of').selectOption(hours);
    await type(page, 'First response, urgent', '90m');
    await expect(page.getByLabel('First response, urgent')).toHaveValue('1 h 30 m');
    await page.getByRole('button', { name: 'Add this policy' }).click();
    await page.getByRole('button', { name: 'Save this policy' }).click();
    await page.waitForURL('**/settings/promises');
    await expect(line(page, name)).toContainText(`Urgent priority, labelled ${label}`);
    await expect(line(page, name)).toContainText('1 h 30 m urgent');
  }
  const [urgent, press] = names;
  const up = page.getByRole('button', { name: `Move ${press} up` });
  await up.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `${press} is number` })).toBeAttached();
  await expect(
    up.or(page.getByRole('button', { name: `Move ${press} down` })).first(),
  ).toBeVisible();
  await expect(page.locator(':focus')).toHaveAccessibleName(new RegExp(`^Move ${press}`));
  await page.getByRole('button', { name: 'Save this order' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save this order' }).click();
  await expect(page.getByText('This order is not saved yet.')).toBeHidden();
  await page.reload();
  const order = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(order.indexOf(press)).toBeLessThan(order.indexOf(urgent));
  await cleanInBothThemes(page, 'policies');

  await page.getByRole('link', { name: `Edit ${urgent}` }).click();
  await type(page, 'First response, urgent', 'soon');
  await expect(
    page.getByText('Write it like 30 m, 1 h 30 m or 2 d.', { exact: true }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('First response, urgent')).toBeFocused();
  await type(page, 'First response, urgent', '5 m');
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('group', { name: 'Step 1: what happens' }).getByText('Change').click();
  await page.getByRole('combobox', { name: 'Step 1: what happens' }).fill('raise');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await cleanInBothThemes(page, 'the editor of a policy');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const question = page.getByRole('dialog', { name: `Save “${urgent}”` });
  const also = question.getByRole('radio', { name: /^Also the [\d,]+ open ones$/ });
  await expect(also).toHaveAccessibleDescription(/would be broken at once/);
  await cleanInBothThemes(page, 'the question for whom');
  await also.check();
  await question.getByRole('button', { name: 'Save this policy' }).click();
  await page.waitForURL('**/settings/promises');
  await expect(line(page, urgent)).toContainText('5 m urgent');
  for (const name of names) {
    await page.getByRole('button', { name: `Archive ${name}` }).click();
    await page.getByRole('button', { name: 'Archive this policy' }).click();
    await expect(page.getByRole('link', { name: `Edit ${name}` })).toHaveCount(0);
  }
  await page.getByRole('button', { name: `Restore ${press}` }).click();
  await cleanInBothThemes(page, 'restoring a policy');
  await page.getByRole('button', { name: 'Restore this policy' }).click();
  await expect(page.getByRole('link', { name: `Edit ${press}` })).toBeVisible();
  await page.getByRole('button', { name: `Archive ${press}` }).click();
  await page.getByRole('button', { name: 'Archive this policy' }).click();
  await expect(page.getByRole('link', { name: `Edit ${press}` })).toHaveCount(0);
});

test('of two at the same hours, each sees what the other does, and nobody loses what they typed', async ({
  signedInAs,
}) => {
  const lead = await signedInAs('lead');
  const admin = await signedInAs('admin');
  const name = unique('Shift');
  await addHours(lead, name);
  await lead.getByRole('link', { name: `Edit ${name}` }).click();
  await admin.goto('/settings/hours');
  await admin.getByRole('link', { name: `Edit ${name}` }).click();
  for (const [page, time] of [
    [lead, '16'],
    [admin, '15'],
  ] as const) {
    await type(page, 'Friday: to', time);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  }
  const notice = admin.getByRole('alert').filter({ hasText: 'changed these hours while you were' });
  await expect(notice).toContainText('Jack Moreau');
  await expect(admin.getByLabel('Friday: to')).toHaveValue('15:00');
  await notice.getByRole('button', { name: /^Keep mine/ }).click();
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await admin.waitForURL('**/settings/hours');
  await expect(line(admin, name)).toContainText('Fri 09:00 to 15:00');

  await expect(lead).toHaveURL(/settings\/hours$/);
  await expect(line(lead, name)).toContainText('Fri 09:00 to 15:00');
  await lead.getByRole('link', { name: `Edit ${name}` }).click();
  await type(lead, 'Friday: to', '14');
  await admin.getByRole('button', { name: `Archive ${name}` }).click();
  await expect(lead.getByText('These hours are archived')).toBeVisible();
  await expect(lead.getByLabel('Friday: to')).toBeDisabled();
  await admin.getByRole('button', { name: `Restore ${name}` }).click();
  await expect(lead.getByLabel('Friday: to')).toBeEnabled();
  await expect(lead.getByLabel('Friday: to')).toHaveValue('14:00');
});

test('an agent reads hours and policies, and is told whom to ask', async ({ signedInAs }) => {
  const lead = await signedInAs('lead');
  const hours = unique('Read only');
  await addHours(lead, hours);
  await afterTheFirst(lead);
  const page = await signedInAs('agent');
  await page.goto('/settings/promises');
  await expect(page.getByText(/Only leads and admins can change these policies/)).toContainText(
    'Ask Ada Quill or Jack Moreau.',
  );
  await expect(page.getByRole('button', { name: /^(Move|Archive)/ })).toHaveCount(0);
  await page
    .getByRole('link', { name: /^Look at/ })
    .last()
    .click();
  await expect(page.getByLabel('First response, urgent')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  await cleanInBothThemes(page, 'a policy that is only read');
  await page.goto('/settings/hours');
  await expect(page.getByText(/Only leads and admins can change these hours/)).toBeVisible();
  await page.getByRole('link', { name: `Look at ${hours}` }).click();
  await expect(page.getByLabel('Monday: from')).toBeDisabled();
  await type(page, 'Time to answer', '2 h');
  await expect(page.getByRole('region', { name: 'What it means' })).toContainText('2 h to answer');
  await cleanInBothThemes(page, 'hours that are only read');
});
