import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { field, opened, said, writer } from './conversation';
import { expect, test, unique } from './fixtures';
import { ReplyShelf } from './reply-shelf';

/** Letters that no other test types, as a key and a word. */
function aWord(like: string): string {
  return unique(like).replaceAll(' ', '').toLowerCase();
}

const list = (page: Page) => page.getByRole('listbox', { name: 'Approved replies' });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const firstName = ({ name }: { name: string }) => name.split(' ')[0] ?? '';

/** The option that the field says is active. */
async function active(page: Page, writing: Locator): Promise<string> {
  const id = await writing.getAttribute('aria-activedescendant');
  return (await page.locator(`[id="${id}"]`).textContent()) ?? '';
}

test.describe('approved replies in the composer', () => {
  test('a slash opens them, letters find one, Enter puts it where the cursor is; one more follows, undo takes it back', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const shelf = new ReplyShelf(stack.DATABASE_URL);
    const word = aWord('melt');
    const other = aWord('refund');
    const body = '{{contact.first_name|Hello}}, [[a new tub is on its way.]] Is there more?';
    await shelf.put({ key: word, title: `It arrived ${word}`, bodies: { en: body } });
    await shelf.put({
      key: other,
      title: `Refund ${other}`,
      bodies: { en: '[[It takes two working days.]]' },
    });
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const writing = field(page, customer);
    await writing.pressSequentially('Hi. /');
    await expect(list(page)).toBeVisible();
    await writing.pressSequentially(word.slice(0, 9));
    await expect(list(page).getByRole('option')).toHaveCount(1);
    await expect(preview(page)).toContainText(
      `${firstName(customer)}, a new tub is on its way. Is there more?`,
    );
    await cleanInBothThemes(page, 'the picker of approved replies');
    await page.keyboard.press('Enter');
    const first = `Hi. ${firstName(customer)}, a new tub is on its way. Is there more?`;
    await expect(writing).toHaveValue(first);
    await expect(list(page)).toBeHidden();

    await writing.pressSequentially(` /${other}`);
    await page.keyboard.press('Tab');
    await expect(writing).toHaveValue(`${first} It takes two working days.`);
    await expect(writing).toBeFocused();
    await expect(page.locator('[data-mark="kept"]')).toHaveText([
      'a new tub is on its way.',
      'It takes two working days.',
    ]);
    await page.keyboard.press('Control+z');
    await expect(writing).toHaveValue(`${first} /${other}`);
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Enter');
    await expect(said(page, 'It takes two working days.')).toBeVisible();
    await expect(writing).toHaveValue('');
  });

  test('Escape leaves what was typed; a date, an address and a note open nothing; the button types the slash', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const word = aWord('melt');
    await new ReplyShelf(stack.DATABASE_URL).put({
      key: word,
      title: `It arrived ${word}`,
      bodies: { en: '[[A new tub.]]' },
    });
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const writing = field(page, customer);
    await page.getByRole('button', { name: 'Approved replies' }).click();
    await expect(list(page)).toBeVisible();
    await writing.pressSequentially('mel');
    await page.keyboard.press('Escape');
    await expect(list(page)).toBeHidden();
    await expect(writing).toHaveValue('/mel');
    await expect(writing).toBeFocused();
    await writing.pressSequentially('t');
    await expect(list(page)).toBeHidden();
    await writing.fill('');
    await writing.pressSequentially('On 1/2 see https://x.example/a and/or call');
    await expect(list(page)).toBeHidden();
    await page.getByRole('tab', { name: 'Note' }).click();
    const note = page.getByRole('textbox', { name: 'Note for your team' });
    await note.pressSequentially('/melt');
    await expect(list(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Approved replies' })).toBeHidden();
  });

  test('who writes German is answered in German, unless an arrow turns to English', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const word = aWord('melt');
    await new ReplyShelf(stack.DATABASE_URL).put({
      key: word,
      title: `It arrived ${word}`,
      bodies: { en: '[[A new tub comes today.]]', de: '[[Ein neuer Becher kommt heute.]]' },
    });
    const customer = await writer(
      network,
      unique('Guten Tag, meine Bestellung ist geschmolzen angekommen und ich warte noch immer'),
    );
    const page = await opened(await signedInAs('agent'), customer);
    const writing = field(page, customer);
    await writing.pressSequentially(`/${word}`);
    await expect(preview(page)).toContainText('Ein neuer Becher kommt heute.');
    await page.keyboard.press('ArrowRight');
    await expect(preview(page)).toContainText('A new tub comes today.');
    await page.keyboard.press('Alt+1');
    await expect(preview(page)).toContainText('Ein neuer Becher kommt heute.');
    await page.keyboard.press('Enter');
    await expect(writing).toHaveValue('Ein neuer Becher kommt heute.');
  });

  test('what cannot be used stays in the list and says why; what is not known is named', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const shelf = new ReplyShelf(stack.DATABASE_URL);
    const word = aWord('points');
    await shelf.put({
      key: `${word}-a`,
      title: `Points ${word}`,
      bodies: { en: 'You have {{attribute.nowhere}} points. [[They hold.]]' },
    });
    await shelf.put({
      key: `${word}-b`,
      title: `Elsewhere ${word}`,
      bodies: { en: '[[Only there.]]' },
      forOthers: true,
    });
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const writing = field(page, customer);
    await writing.pressSequentially(`/${word}`);
    await expect(list(page).getByRole('option')).toHaveCount(2);
    await expect(preview(page)).toContainText('attribute.nowhere is not known here.');
    await page.keyboard.press('End');
    expect(await active(page, writing)).toContain('For other channels only');
    await page.keyboard.press('Enter');
    await expect(writing).toHaveValue(`/${word}`);
    await page.keyboard.press('ArrowDown');
    expect(await active(page, writing)).toContain('Points');
    await page.keyboard.press('Enter');
    await expect(writing).toHaveValue('You have {{attribute.nowhere}} points. They hold.');
  });

  test('one that was recalled meanwhile is taken out again, and says so', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const shelf = new ReplyShelf(stack.DATABASE_URL);
    const word = aWord('price');
    await shelf.put({ key: word, title: `Price ${word}`, bodies: { en: '[[It costs £4.]]' } });
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const writing = field(page, customer);
    await writing.pressSequentially(`Well. /${word}`);
    await expect(list(page).getByRole('option')).toHaveCount(1);
    await shelf.recall(word);
    await page.keyboard.press('Enter');
    await expect(page.getByText(`“Price ${word}” was taken out again.`)).toBeVisible();
    await expect(writing).toHaveValue('Well. ');
  });

  test('what was sent most for this stands beside the conversation, and a press puts it in', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const shelf = new ReplyShelf(stack.DATABASE_URL);
    const word = aWord('hours');
    await shelf.put({ key: word, title: `Hours ${word}`, bodies: { en: '[[We open at nine.]]' } });
    const customer = await writer(network, unique('When do you open on Sunday?'));
    const page = await opened(await signedInAs('agent'), customer);
    await shelf.sent(word, customer.username, 99);
    await page.reload();
    await field(page, customer).fill('Hello.');
    await page.getByRole('button', { name: new RegExp(`Hours ${word}.*sent 99 times`) }).click();
    await expect(field(page, customer)).toHaveValue('Hello. We open at nine.');
  });

  test('a list that did not come says so, is asked for again, and finds what was typed', async ({
    signedInAs,
    network,
    stack,
    allow,
  }) => {
    allow(/503/);
    const word = aWord('melt');
    await new ReplyShelf(stack.DATABASE_URL).put({
      key: word,
      title: `It arrived ${word}`,
      bodies: { en: '[[A new tub.]]' },
    });
    const customer = await writer(network);
    const page = await signedInAs('agent');
    const refusal = { code: 'unavailable', message: 'Not now.' };
    await page.route('**/api/replies/picker', (route) =>
      route.fulfill({ status: 503, json: refusal }),
    );
    await opened(page, customer);
    const writing = field(page, customer);
    await writing.pressSequentially(`/${word}`);
    await expect(page.getByText('The approved replies could not be loaded.')).toBeVisible();
    await page.unroute('**/api/replies/picker');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(list(page).getByRole('option')).toHaveCount(1);
    await expect(writing).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(writing).toHaveValue('A new tub.');
  });

  test('an admin says in which language a channel answers by default', async ({ signedInAs }) => {
    const page = await signedInAs('admin');
    await page.goto('/settings/channels');
    const choice = page.getByRole('combobox', { name: /^Answer in.*on @caramelcare$/ });
    await choice.selectOption('Dutch');
    await page.reload();
    await expect(choice).toHaveValue('nl');
    await choice.selectOption('English');
    await page.reload();
    await expect(choice).toHaveValue('en');
  });
});
