import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { field, opened, said, writer } from './conversation';
import { expect, test, unique } from './fixtures';
import { ReplyShelf } from './reply-shelf';
import type { SandboxNetwork } from './sandbox-network';

type House = {
  signedInAs: (who: 'agent') => Promise<Page>;
  network: SandboxNetwork;
  stack: { DATABASE_URL: string };
};

/** A reply with locked words, and a customer whose agent has just put it in. */
async function aDraft({ signedInAs, network, stack }: House) {
  const word = unique('tub').replaceAll(' ', '').toLowerCase();
  const title = `New tub ${word}`;
  const words = `a new ${word} is on its way before 17:30.`;
  const shelf = new ReplyShelf(stack.DATABASE_URL);
  await shelf.put({ key: word, title, bodies: { en: `Hello, [[${words}]] Bye` } });
  const customer = await writer(network);
  const page = await opened(await signedInAs('agent'), customer);
  const writing = field(page, customer);
  await writing.pressSequentially(`/${word}`);
  await expect(page.getByRole('listbox', { name: 'Approved replies' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(writing).toHaveValue(`Hello, ${words} Bye`);
  return { word, title, words, customer, page, writing };
}

test.describe('a reply that strays from approved words', () => {
  test('is told at once, can be put back, waits for a lead, and goes out as it was written', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const { title, words, page, writing, customer } = await aDraft({
      signedInAs,
      network,
      stack,
    } as never);
    const changed = `Hello, ${words.replace('17:30', '19:00')} Bye`;
    await writing.fill(changed);
    await expect(page.getByText(`Locked words of “${title}” were changed.`)).toBeVisible();
    await page.getByRole('button', { name: 'See the difference' }).click();
    await expect(page.locator('ins')).toHaveText('19:00');
    await cleanInBothThemes(page, 'words that strayed');
    await page.getByRole('button', { name: 'Put back' }).click();
    await expect(writing).toHaveValue(`Hello, ${words} Bye`);
    await expect(page.getByRole('button', { name: 'Ask for approval' })).toBeHidden();

    await writing.fill(changed);
    await page.keyboard.press('Control+Enter');
    await expect(writing).toHaveValue(changed);
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(page.getByText('Your reply waits for an approval')).toBeVisible();
    await expect(writing).toHaveValue('');

    const lead = await signedInAs('lead');
    await lead.goto('/replies/approvals');
    const card = lead.getByRole('listitem').filter({ hasText: customer.name });
    await expect(card.locator('del')).toHaveText('17:30');
    await cleanInBothThemes(lead, 'the approval queue');
    await card.getByRole('button', { name: 'Approve and send' }).click();
    await expect(card).toBeHidden();
    await expect(said(page, changed)).toBeVisible();
    await expect(page.getByText('Your reply waits for an approval')).toBeHidden();
  });

  test('comes back to its writer with what should be otherwise; its writer takes it back too', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const { words, page, writing, customer } = await aDraft({
      signedInAs,
      network,
      stack,
    } as never);
    const changed = `Hello, ${words.replace('17:30', '19:00')} Bye`;
    await writing.fill(changed);
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect(writing).toHaveValue(changed);

    await page.getByRole('button', { name: 'Ask for approval' }).click();
    const lead = await opened(await signedInAs('lead'), customer);
    await lead.getByRole('button', { name: 'Give back' }).click();
    await lead.getByLabel('What should be otherwise').fill('Say 18:30.');
    await page.bringToFront();
    await lead.getByRole('button', { name: 'Give back' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Say 18:30.' })).toBeVisible();
    await expect(writing).toHaveValue(changed);
  });
});

test.describe('a recall', () => {
  test('takes the words out of an open composer and keeps what was typed around them', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const { title, word, words, page, writing } = await aDraft({
      signedInAs,
      network,
      stack,
    } as never);
    await writing.press('End');
    await writing.pressSequentially(' Yours, me');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    const marketer = await signedInAs('marketer');
    await marketer.goto('/replies');
    await marketer.getByRole('searchbox').fill(word);
    await marketer.getByRole('link', { name: new RegExp(title) }).click();
    await marketer.getByRole('button', { name: 'Recall' }).first().click();
    await marketer.getByRole('textbox', { name: /why/i }).fill('The van is broken.');
    await marketer
      .getByRole('button', { name: /^Recall/ })
      .last()
      .click();

    await expect(page.getByRole('alert').filter({ hasText: 'The van is broken.' })).toBeVisible();
    await expect(writing).not.toHaveValue(new RegExp(words));
    await expect(writing).toHaveValue(/Yours, me/);
    await writing.fill(`Hello, ${words} Yours, me`);
    await expect(writing).not.toHaveValue(new RegExp(words));
  });
});
