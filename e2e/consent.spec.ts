import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { field, messages, opened, said, writer } from './conversation';
import { expect, test, unique } from './fixtures';

test.describe('what people allow and forbid', () => {
  test('STOP counts at once, is confirmed once, and ends when they write again', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const words = unique('I was about to say this.');
    await field(page, customer).fill(words);
    await network.write(customer, 'Stop!');

    await expect(panel(page)).toContainText(/asked not to be written to|opted out/i);
    await expect(field(page, customer)).toHaveValue(words);
    await expect(page.getByRole('button', { name: /^Send/ }).first()).toBeDisabled();
    const confirmation = said(page, 'You will get no more messages from us.');
    await expect(confirmation).toContainText('Porchlight, by itself');
    await expect(messages(page)).toContainText(`${customer.name} wants no more messages`);
    await expect(consent(page)).toContainText('Opted out');
    await consent(page).getByText('History (1)').click();
    await expect(consent(page)).toContainText('by the word “Stop!”, confirmed to them');
    await network.write(customer, 'stop');
    await expect(consent(page).getByText('History (2)')).toBeVisible();
    expect(await network.received(customer)).toHaveLength(1);

    await network.write(customer, unique('Sorry, one more thing.'));
    await expect(panel(page)).toBeHidden();
    await field(page, customer).press('Control+Enter');
    await expect(said(page, words)).toContainText('sent');
    expect(await network.received(customer)).toHaveLength(2);
  });

  test('an agent records what shows that offers are welcome, by keys alone, and takes the history along', async ({
    signedInAs,
    network,
  }) => {
    const asked = unique('Yes, send me your offers.');
    const customer = await writer(network, asked);
    const page = await opened(await signedInAs('agent'), customer);
    await expect(consent(page)).toContainText('Not asked');
    await consent(page).getByRole('button', { name: 'Record' }).press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Record consent' });
    await expect(sheet.getByRole('radio', { name: 'They agree to be sent offers' })).toBeChecked();
    await expect(sheet.getByLabel('Where they said it')).toContainText(asked);
    await cleanInBothThemes(page, 'recording consent');
    await sheet.getByRole('button', { name: 'Record' }).press('Enter');
    await expect(sheet).toBeHidden();
    await expect(consent(page)).toContainText('Agreed now');

    await consent(page).getByRole('button', { name: 'Record' }).press('Enter');
    await sheet.getByRole('radio', { name: 'They want no offers' }).check();
    await sheet.getByLabel('Where they said it').selectOption({ label: elsewhere });
    await sheet.getByLabel('How they told you').fill('By phone, order 1042');
    await sheet.getByRole('button', { name: 'Record' }).press('Enter');
    await expect(consent(page)).toContainText('Declined now');

    // What they say no to by phone is no longer to be talked away by phone.
    await consent(page).getByRole('button', { name: 'Record' }).press('Enter');
    await sheet.getByLabel('Where they said it').selectOption({ label: elsewhere });
    await sheet.getByLabel('How they told you').fill('They changed their mind');
    await sheet.getByRole('button', { name: 'Record' }).press('Enter');
    await expect(sheet.getByRole('alert')).toContainText('They said no. Only a later message');
    await page.keyboard.press('Escape');

    await consent(page).getByText('History (2)').click();
    const download = page.waitForEvent('download');
    await consent(page).getByRole('link', { name: 'Export as a table' }).click();
    expect((await download).suggestedFilename()).toBe('consent-history.csv');
  });

  test('quiet hours go by the clock of where they live', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await consent(page).getByRole('button', { name: 'Change their time zone' }).press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Where they live' });
    await sheet.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await sheet.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(consent(page)).toContainText(/\d\d:\d\d, Tokyo/);
  });
});

test.describe('what the brand allows itself', () => {
  test('an admin adds a word that opts out, and the rules of one channel', async ({
    signedInAs,
    network,
  }) => {
    const page = await signedInAs('admin');
    await page.goto('/settings/policy');
    const word = unique('Halt').replaceAll(/[^A-Za-z0-9 ]/g, ' ');
    const stop = page.getByLabel('No messages at all');
    await stop.fill(`${await stop.inputValue()}\n${word}`);
    const words = page.getByRole('region', { name: 'Words that opt out' });
    await words.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(words.getByRole('status')).toHaveText('Saved');
    await page.getByLabel('Messages again').fill(`START\n${word}`);
    await words.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(words).toContainText(`“${word}” stands in two lists.`);

    const channel = page.getByRole('region', { name: '@caramelcare' });
    await channel.getByLabel('This channel has rules of its own').first().check();
    await channel.getByLabel('Offers to one person').fill('1');
    await channel.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(channel.getByRole('status')).toHaveText('Saved');
    await cleanInBothThemes(page, 'the rules of the brand');
    await channel.getByLabel('This channel has rules of its own').first().uncheck();
    await channel.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(channel.getByRole('status')).toHaveText('Saved');

    const customer = await writer(network, word);
    const agent = await opened(await signedInAs('agent'), customer);
    await expect(panel(agent)).toBeVisible();
    await expect(consent(agent)).toContainText('Opted out');
  });

  test('what was kept back is looked up by a lead, with why', async ({
    signedInAs,
    network,
    holdReplies,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await holdReplies(60);
    const words = unique('It waits to leave.');
    await field(page, customer).fill(words);
    await field(page, customer).press('Control+Enter');
    await network.write(customer, 'STOP');
    await expect(said(page, words)).toContainText('not sent');

    const lead = await signedInAs('lead');
    await lead.goto('/settings/denials');
    const line = lead.getByRole('listitem').filter({ hasText: customer.name });
    await expect(line).toContainText('as it was about to leave');
    await cleanInBothThemes(lead, 'what was kept back');
    await line.getByRole('link').click();
    await expect(lead.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();

    await page.goto('/settings/denials');
    await expect(page.getByText(/Leads|lead/).first()).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: customer.name })).toHaveCount(0);
  });
});

const elsewhere = 'Elsewhere: by phone, on a form, in person';

function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Why you cannot write now' });
}

function consent(page: Page): Locator {
  return page.getByRole('region', { name: 'Consent' });
}
