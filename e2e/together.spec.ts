import type { Locator, Page } from '@playwright/test';
import { field, opened, said, writer } from './conversation';
import { expect, test, unique } from './fixtures';

test.describe('who is here', () => {
  test('two people see each other look and write, in the list and in the conversation', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const mine = await opened(await signedInAs('agent'), customer);
    const theirs = await opened(await signedInAs('other'), customer);
    await expect(here(mine).getByRole('img', { name: 'Mo Okafor is viewing here' })).toBeVisible();
    await expect(
      here(theirs).getByRole('img', { name: 'Priya Raman is viewing here' }),
    ).toBeVisible();

    await field(theirs, customer).pressSequentially('Let me');
    await expect(here(mine).getByRole('img', { name: 'Mo Okafor is writing here' })).toBeVisible();
    await field(mine, customer).pressSequentially('I am');
    await expect(mine.getByText('Mo Okafor is writing here too.')).toBeVisible();

    await theirs.close();
    await expect(here(mine)).toBeHidden();
    await field(mine, customer).fill('');
  });
});

test.describe('drafts', () => {
  test('a draft appears on a second device, and a lead takes it over', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const draft = unique('Let me look into');
    const laptop = await opened(await signedInAs('agent'), customer);
    await field(laptop, customer).fill(draft);
    await expect(form(laptop)).toContainText('Saved');

    const phone = await opened(await signedInAs('agent'), customer);
    await expect(field(phone, customer)).toHaveValue(draft);

    const lead = await opened(await signedInAs('lead'), customer);
    const drafts = lead.getByRole('list', { name: 'Drafts of colleagues' });
    await expect(drafts).toContainText('Priya Raman has a draft');
    await drafts.getByRole('button', { name: 'Read' }).click();
    await expect(drafts).toContainText(draft);
    await drafts.getByRole('button', { name: 'Take over' }).click();
    await expect(field(lead, customer)).toHaveValue(draft);
    await expect(drafts).toBeHidden();
    for (const device of [laptop, phone]) await expect(field(device, customer)).toHaveValue('');
    await expect(laptop.getByText('Jack Moreau took over your draft.')).toBeVisible();
  });

  test('a lost connection in the middle of writing loses nothing, and says where the text is', async ({
    signedInAs,
    network,
    allow,
  }) => {
    allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR/);
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await field(page, customer).pressSequentially('First half, ');
    await expect(form(page)).toContainText('Saved');
    await page.context().setOffline(true);
    await field(page, customer).pressSequentially('second half.');
    await expect(form(page)).toContainText('Saved on this device only');
    await page.context().setOffline(false);
    await expect(form(page)).not.toContainText('on this device only');
    await expect(form(page)).toContainText('Saved');
    const other = await opened(await signedInAs('agent'), customer);
    await expect(field(other, customer)).toHaveValue('First half, second half.');
  });

  test('a megabyte that is pasted is refused with its count, and the text stays', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await field(page, customer).fill('My own words.');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('x'.repeat(1_048_576)));
    await field(page, customer).press('ControlOrMeta+v');
    await expect(form(page).getByRole('alert')).toContainText('That has 1,048,576 characters');
    await expect(field(page, customer)).toHaveValue('My own words.');
  });
});

test.describe('sending', () => {
  test('a reply is called back while it waits, and its words are in the composer again', async ({
    signedInAs,
    network,
    holdReplies,
  }) => {
    await holdReplies(1_000);
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const answer = unique('Too early.');
    await field(page, customer).fill(answer);
    await field(page, customer).press('Control+Enter');
    await expect(page.getByText(`Your reply to ${customer.name} goes out.`)).toBeVisible();
    await expect(said(page, answer)).toContainText('goes out in a moment');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(field(page, customer)).toHaveValue(answer);
    await expect(said(page, answer)).toBeHidden();
    expect(await network.received(customer)).toEqual([]);

    await holdReplies(0);
    await field(page, customer).press('Control+Enter');
    await expect(said(page, answer)).toContainText('· sent');
    expect(await network.received(customer)).toEqual([answer]);
  });

  test('send and close answers, closes and goes on to the next', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await field(page, customer).fill('All settled, thank you.');
    await page.getByRole('button', { name: 'What happens next' }).click();
    await page.getByRole('menuitemradio', { name: 'Send and close' }).click();
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeHidden();
    await expect(page.getByRole('link', { name: customer.name })).toBeHidden();
    await expect.poll(() => network.received(customer)).toEqual(['All settled, thank you.']);

    const second = await writer(network);
    await opened(page, second);
    await field(page, second).fill('Closed by keys.');
    await field(page, second).press('Control+Shift+Enter');
    await expect(page.getByRole('link', { name: second.name })).toBeHidden();
  });

  test('a colleague is named in a note, by keys, and finds it', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await page.getByRole('tab', { name: 'Note' }).click();
    const note = page.getByRole('textbox', { name: 'Note for your team' });
    await note.pressSequentially('Please look, @mo');
    await expect(page.getByRole('option', { name: 'Mo Okafor' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await note.press('Enter');
    await expect(note).toHaveValue('Please look, @Mo Okafor ');
    await note.press('Control+Enter');
    await expect(said(page, 'Please look').locator('[data-mention]')).toHaveText('@Mo Okafor');
    const named = await signedInAs('other');
    await named.goto('/inbox/mentioned');
    await expect(named.getByRole('link', { name: customer.name })).toBeVisible();
  });

  test('an emoji is found by a word and typed where the cursor stands', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await field(page, customer).fill('Enjoy ');
    await page.getByRole('button', { name: 'Insert an emoji' }).click();
    await page.getByRole('searchbox', { name: 'Find an emoji' }).fill('icecream');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(field(page, customer)).toHaveValue('Enjoy 🍦');
    await expect(field(page, customer)).toBeFocused();
  });
});

function here(page: Page): Locator {
  return page.getByRole('list', { name: 'Also here' });
}

function form(page: Page): Locator {
  return page.getByRole('form', { name: 'Reply' });
}
