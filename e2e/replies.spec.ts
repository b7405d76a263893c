import type { Locator, Page } from '@playwright/test';
import { files } from '@/lib/domain/files/files.fixture';
import { cleanInBothThemes } from './axe';
import { expect, test, unique } from './fixtures';

const words = 'We refund the fee in full.';

/** A new reply of the marketer, with its empty draft open. */
async function begun(page: Page, title: string, more: { highRisk?: true } = {}): Promise<void> {
  await page.goto('/replies');
  await press(page.getByRole('button', { name: 'New reply' }));
  const sheet = page.getByRole('dialog', { name: 'New reply' });
  await sheet.getByLabel('Title').fill(title);
  await sheet.getByLabel('Folder').fill('Journeys');
  if (more.highRisk) await sheet.getByLabel('Risk').selectOption({ index: 1 });
  await press(sheet.getByRole('button', { name: 'Write it' }));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(wordsOf(page)).toBeVisible();
}

/** Writes what may all be changed, and hands it to the reviewers. */
async function submitted(page: Page, text: string): Promise<void> {
  await page.getByRole('radio', { name: /Everything/ }).check();
  await wordsOf(page).fill(text);
  await press(page.getByRole('button', { name: 'Submit for review' }));
  await expect(page.getByText('You wrote it, so somebody else has to approve it')).toBeVisible();
}

async function approvedBy(reviewer: Page, page: Page): Promise<void> {
  await reviewer.goto(page.url());
  await press(reviewer.getByRole('button', { name: 'Approve', exact: true }));
  await expect(reviewer.getByText(/approved it/).first()).toBeVisible();
}

async function published(page: Page, reviewer: Page, text: string): Promise<void> {
  await submitted(page, text);
  await approvedBy(reviewer, page);
  await press(page.getByRole('button', { name: 'Publish now' }));
  await expect(page.getByRole('button', { name: 'Recall…' })).toBeVisible();
}

test.describe('an approved reply', () => {
  test('is written with the keyboard alone, sent back, written anew, approved and published', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('marketer');
    const lead = await signedInAs('lead');
    const title = unique('Late tub');
    await page.goto('/inbox/mine');
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await expect(page).toHaveURL(/\/replies$/);
    await begun(page, title);

    // Two braces offer what can be filled in; Enter takes it, and its proposal for nobody's name is selected.
    await wordsOf(page).focus();
    await page.keyboard.type('Hi {{con');
    const list = page.getByRole('listbox', { name: 'What can be filled in' });
    await expect(list.getByRole('option')).toHaveCount(3);
    await cleanInBothThemes(page, 'while something is filled in');
    await page.keyboard.press('ArrowDown');
    await expect(list.getByRole('option', { selected: true })).toContainText('contact.handle');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.type('friend');
    await page.keyboard.press('End');
    await page.keyboard.type(`, sorry. ${words}`);
    await expect(wordsOf(page)).toHaveValue(`Hi {{contact.first_name|friend}}, sorry. ${words}`);

    // What is to be put right is said in words, and leads to its place.
    const problems = page.getByRole('list', { name: 'What is to be put right' });
    await expect(problems).toContainText('Nothing is locked.');
    await page.keyboard.type(' {{nobody}}');
    await press(problems.getByRole('button', { name: /Nothing is called nobody/ }));
    await page.keyboard.press('Delete');
    for (const _ of words) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await expect(wordsOf(page)).toHaveValue(
      new RegExp(`Hi {{contact.first_name\\|friend}}, sorry. \\[\\[${words}\\]\\]`),
    );
    await expect(problems).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'As it is read' })).toContainText(
      `Hi Ana, sorry. ${words}`,
    );
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await cleanInBothThemes(page, 'a draft');
    await page.reload();
    await expect(wordsOf(page)).toHaveValue(new RegExp(`\\[\\[${words}\\]\\]`));
    await press(page.getByRole('button', { name: 'Submit for review' }));
    await expect(page.getByText('You wrote it, so somebody else has to approve it')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);

    await lead.goto('/replies/review');
    await cleanInBothThemes(lead, 'what waits for a review');
    await press(lead.getByRole('link', { name: title }));
    await press(lead.getByRole('button', { name: 'Ask for changes' }));
    await expect(lead.getByText('Say what should be changed.')).toBeVisible();
    await lead.getByLabel('Comment', { exact: true }).fill('Which fee is it?');
    await press(lead.getByRole('button', { name: 'Comment', exact: true }));
    await expect(lead.getByRole('listitem').filter({ hasText: 'Which fee' })).toBeVisible();
    await lead.getByLabel(/^To Sunniva/).fill('Name the fee.');
    await cleanInBothThemes(lead, 'a version in review');
    await press(lead.getByRole('button', { name: 'Ask for changes' }));
    await expect(lead.getByRole('heading', { level: 2, name: /Changes asked for/ })).toBeVisible();

    await press(page.getByRole('button', { name: 'Begin a new draft from it' }));
    const asked = page.getByRole('region', { name: 'Asked for in version 1' });
    await expect(asked).toContainText('Name the fee.');
    await expect(asked).toContainText('Which fee is it?');
    await wordsOf(page).fill('Sorry. [[We refund the delivery fee in full.]]');
    await press(page.getByRole('button', { name: 'Submit for review' }));
    await approvedBy(lead, page);
    await press(page.getByRole('button', { name: 'Publish now' }));
    await expect(page.getByRole('button', { name: 'Recall…' })).toBeVisible();
    await cleanInBothThemes(page, 'a version in use');

    await page.goto('/replies');
    await page.getByLabel('Search the library').fill(title);
    await expect(page.getByRole('link', { name: title })).toContainText('in use');
    await cleanInBothThemes(page, 'the library');
  });

  test('of high risk is read by two, side by side with what is in use', async ({ signedInAs }) => {
    const page = await signedInAs('marketer');
    const lead = await signedInAs('lead');
    await begun(page, unique('Recall notice'), { highRisk: true });
    await submitted(page, 'Please throw it away.');
    await lead.goto(page.url());
    const review = lead.getByRole('region', { name: 'Review' });
    await expect(review).toContainText('0 of 2 approved');
    await press(review.getByRole('button', { name: 'Approve', exact: true }));
    await expect(review).toContainText('You approved it. One more has to: Lena Fischer.');
    await expect(review.getByRole('button')).toHaveCount(0);
    await lead.goto('/replies/review');
    await expect(
      lead
        .getByRole('link', { name: /Recall notice/ })
        .filter({ hasText: '1 of 2 approved' })
        .first(),
    ).toContainText('High risk');
    await press(page.getByRole('button', { name: 'Take it back to change it' }));
    await wordsOf(page).fill('Please throw the tub away.');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await press(page.getByRole('button', { name: 'Submit for review' }));
    // What was approved were other words.
    await expect(page.getByRole('region', { name: 'Review' })).toContainText('0 of 2 approved');
  });

  test('is translated beside its source, and is stale when the source moves on', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('marketer');
    const lead = await signedInAs('lead');
    await begun(page, unique('Opening hours'));
    await published(page, lead, 'We open at nine.');
    const english = page.url();

    await press(page.getByRole('button', { name: 'Translate' }));
    await page.getByRole('combobox', { name: 'Language, or its code' }).fill('germ');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: /^English, version 1/ })).toContainText(
      'We open at nine.',
    );
    await cleanInBothThemes(page, 'a translation beside its source');
    await published(page, lead, 'Wir öffnen um neun.');

    await page.goto(english);
    await press(page.getByRole('button', { name: 'Begin a new draft from it' }));
    await published(page, lead, 'We open at ten.');
    const german = page.getByRole('navigation', { name: 'Languages' }).getByRole('link', {
      name: /German/,
    });
    await expect(german).toContainText('Stale');
    await press(german);
    const stale = page.getByRole('region', { name: 'The source has moved on' });
    await press(stale.getByRole('button', { name: 'What changed in English' }));
    await expect(stale.locator('del')).toHaveText('nine');
    await expect(stale.locator('ins')).toHaveText('ten');
    await cleanInBothThemes(page, 'a stale translation');
    await press(page.getByRole('button', { name: 'Begin a new draft from it' }));
    // A new draft says what its words said before, until somebody says that they say more.
    await page.getByLabel('Words in German').fill('Wir öffnen um zehn.');
    await press(stale.getByRole('button', { name: 'It says what the source says now' }));
    await expect(stale).toHaveCount(0);
    await published(page, lead, 'Wir öffnen um zehn.');
    await expect(german).not.toContainText('Stale');
  });

  test('is not scheduled for a time that another version has', async ({ signedInAs }) => {
    const page = await signedInAs('marketer');
    const lead = await signedInAs('lead');
    await begun(page, unique('Winter sale'));
    await page.getByLabel('In use from').fill('2032-12-01T09:00');
    await page.getByLabel('In use until').fill('2032-12-20T09:00');
    await submitted(page, 'The winter sale is on.');
    await approvedBy(lead, page);
    await press(page.getByRole('button', { name: 'Schedule for Wed 1 Dec 2032, 09:00' }));
    await expect(
      page.getByText('It comes into use by itself on Wed 1 Dec 2032, 09:00.'),
    ).toBeVisible();
    await cleanInBothThemes(page, 'a scheduled version');

    await press(page.getByRole('button', { name: 'Begin a new draft from it' }));
    await page.getByLabel('In use from').fill('2032-12-10T09:00');
    await submitted(page, 'The winter sale is still on.');
    await approvedBy(lead, page);
    await press(page.getByRole('button', { name: 'Schedule for Fri 10 Dec 2032, 09:00' }));
    await expect(
      page.getByText('Another version is scheduled for a part of this time.'),
    ).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Schedule for Fri 10 Dec 2032, 09:00' }),
    ).toBeVisible();
  });

  test('takes a picture and steps along, is filed elsewhere, discarded and archived', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('marketer');
    const title = unique('Flavour card');
    await begun(page, title);
    await wordsOf(page).fill('Here is the card.');
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'card.png',
      mimeType: 'image/png',
      buffer: Buffer.from(files.png),
    });
    await expect(page.getByRole('button', { name: 'Remove card.png' })).toBeVisible();
    await expect(
      page.getByRole('region', { name: 'As it is read' }).getByRole('img', { name: 'card.png' }),
    ).toBeVisible();
    await page.getByLabel('goes to').selectOption('Snoozed');
    await page.getByLabel('Snoozed for so many hours').fill('48');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Remove card.png' })).toBeVisible();
    await expect(page.getByLabel('Snoozed for so many hours')).toHaveValue('48');

    await press(page.getByRole('button', { name: 'Settings…' }));
    const sheet = page.getByRole('dialog', { name: 'Settings of this reply' });
    await cleanInBothThemes(page, 'the settings of a reply');
    await sheet.getByLabel('Key').fill('No Such Key');
    await press(sheet.getByRole('button', { name: 'Save' }));
    await expect(sheet.getByText('A key has up to 40 lower-case letters')).toBeVisible();
    await sheet.getByLabel('Key').fill(`card-${title.slice(-8)}`);
    await sheet.getByLabel('Folder').fill('Flavours');
    await press(sheet.getByRole('button', { name: 'Save' }));
    await expect(sheet).toHaveCount(0);
    await expect(page.getByText(`/card-${title.slice(-8)}`)).toBeVisible();

    await press(page.getByRole('button', { name: 'Discard…' }));
    await press(page.getByRole('button', { name: 'Discard it' }));
    await expect(page.getByText('Nothing is written in English.')).toBeVisible();
    await press(page.getByRole('button', { name: 'Archive' }));
    await expect(page.getByRole('button', { name: 'Bring back' })).toBeVisible();
    await page.goto('/replies');
    await page.getByLabel('Search the library').fill(title);
    await expect(page.getByText('No reply fits')).toBeVisible();
    await page.getByLabel('Where it stands').selectOption('Archived');
    await expect(page.getByRole('link', { name: title })).toContainText('Flavours');
  });

  test('keeps what two windows wrote, until somebody says which holds', async ({
    signedInAs,
    allow,
  }) => {
    allow(/Failed to fetch|net::ERR/);
    const page = await signedInAs('marketer');
    await begun(page, unique('Two windows'));
    const other = await signedInAs('marketer');
    await other.goto(page.url());
    // Nothing is saved there while this one is.
    const saves = (url: URL) => url.pathname.startsWith('/replies/');
    await other.route(saves, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await wordsOf(other).fill('Written over there.');
    await wordsOf(page).fill('Written here.');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    const notice = other.getByRole('alert', { name: 'Saved elsewhere' });
    await expect(notice).toBeVisible();
    await expect(wordsOf(other)).toHaveValue('Written over there.');
    await press(notice.getByRole('button', { name: 'See the difference' }));
    await expect(notice.locator('del')).toContainText('here');
    await cleanInBothThemes(other, 'a draft that was saved elsewhere');
    await other.unroute(saves);
    await press(notice.getByRole('button', { name: 'Keep what is here' }));
    await expect(other.getByText('Saved', { exact: true })).toBeVisible();
    await expect(wordsOf(page)).toHaveValue('Written over there.');
  });

  test('is read by those who answer, who are told whom to ask', async ({ signedInAs }) => {
    const page = await signedInAs('marketer');
    const lead = await signedInAs('lead');
    const title = unique('Gift cards');
    await begun(page, title);
    await published(page, lead, 'Gift cards never end.');
    const agent = await signedInAs('agent');
    await agent.goto('/replies');
    await expect(agent.getByRole('button', { name: 'New reply' })).toHaveCount(0);
    await agent.getByLabel('Search the library').fill(title);
    await press(agent.getByRole('link', { name: title }));
    await expect(agent.getByText('Gift cards never end.')).toBeVisible();
    await expect(agent.getByText(/Marketers write and publish approved replies/)).toBeVisible();
    for (const name of ['Settings…', 'Begin a new draft from it', 'Retire…', 'Recall…']) {
      await expect(agent.getByRole('button', { name })).toHaveCount(0);
    }
    await cleanInBothThemes(agent, 'a reply for whoever only uses it');

    await press(page.getByRole('button', { name: 'Recall…' }));
    const sheet = page.getByRole('dialog', { name: 'Recall version 1?' });
    await sheet.getByLabel('Why').fill('They end after three years.');
    await cleanInBothThemes(page, 'before a version is recalled');
    await press(sheet.getByRole('button', { name: 'Recall it now' }));
    await expect(agent.getByText('They end after three years.').first()).toBeVisible();
  });
});

function wordsOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Words/ });
}

/** A button takes nothing while what it did before is still under way. */
async function press(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.press('Enter');
}
