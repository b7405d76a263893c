import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { messages, row, said } from './conversation';
import { expect, test, unique } from './fixtures';
import type { Customer } from './sandbox-network';

test.describe('what is said in public', () => {
  test('a post that names the brand arrives among the mentions, and is answered there once', async ({
    signedInAs,
    network,
  }) => {
    const customer = await network.newCustomer();
    await network.changeCustomer(customer, { followers: 1234 });
    const page = await signedInAs('agent');
    await page.goto('/inbox/open');
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await expect(page).toHaveURL(/\/inbox\/mentions/);
    const words = unique('@saltedcaramel my tub melted.');
    const postId = await network.post(customer, words);
    await openedMention(page, customer);
    await expect(page.getByText('1,234 followers').first()).toBeVisible();
    await expect(said(page, words)).toBeVisible();
    await expect(
      page.getByText(
        `${customer.name} named or quoted @saltedcaramel, so you can answer in public.`,
      ),
    ).toBeVisible();
    await expect(page.getByText('everyone on X can read this')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Attach a file' })).toHaveCount(0);

    const answer = unique('Sorry, we send another today.');
    await field(page, customer).fill(answer);
    await expect(page.getByText('Costs $0.01')).toBeVisible();
    await cleanInBothThemes(page, 'a public conversation');
    await field(page, customer).press('Control+Enter');
    await expect(said(page, answer)).toContainText('sent');
    expect(await network.answersTo(customer, postId)).toEqual([answer]);
    expect(await network.received(customer)).toEqual([]);
    // Its echo comes back by webhook: it is the same post.
    await network.post(customer, unique('Thank you @saltedcaramel'), { inReplyTo: postId });
    await expect(messages(page).getByText('Thank you', { exact: false })).toBeVisible();
    await expect(said(page, answer)).toHaveCount(1);
  });

  test('a text is weighed as a post, and one with a link says that it costs more', async ({
    signedInAs,
    network,
  }) => {
    const customer = await network.newCustomer();
    await network.post(customer, unique('@saltedcaramel hello?'));
    const page = await signedInAs('agent');
    await page.goto('/inbox/mentions');
    await openedMention(page, customer);
    await field(page, customer).fill('\u8a9e'.repeat(141));
    await expect(page.getByText('2 too many')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Send/ }).first()).toBeDisabled();
    await field(page, customer).fill(`See https://example.com/${'x'.repeat(400)}`);
    await expect(page.getByText('Costs $0.20 with a link')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Send/ }).first()).toBeEnabled();
    await field(page, customer).fill('');
  });

  test('who did not call the brand is answered on the network, and the panel says where', async ({
    signedInAs,
    network,
  }) => {
    const customer = await network.newCustomer();
    const ours = await network.post(customer, unique('Fig is back.'), { byBrand: true });
    const words = unique('And sold out.');
    const theirs = await network.post(customer, words, { inReplyTo: ours });
    const page = await signedInAs('agent');
    await page.goto('/inbox/mentions');
    await openedMention(page, customer);
    await expect(said(page, words)).toContainText('Answers @saltedcaramel');
    const panel = page.getByRole('region', { name: 'Why you cannot write now' });
    await expect(panel).toContainText(
      `X lets an app answer only posts that name or quote the account, and ${customer.name} did not name @saltedcaramel in this one.`,
    );
    await expect(panel.getByRole('link', { name: 'Answer on X' })).toHaveAttribute(
      'href',
      `https://x.com/i/status/${theirs}`,
    );
    await page.getByRole('tab', { name: 'Note' }).click();
    await expect(panel).toBeHidden();
  });

  test('a quote shows what it quotes; deleted, it leaves its place and no words', async ({
    signedInAs,
    network,
  }) => {
    const customer = await network.newCustomer();
    const ours = await network.post(customer, unique('Burnt honey.'), { byBrand: true });
    const words = unique('Go before I do.');
    const id = await network.post(customer, words, { quotes: ours });
    const page = await signedInAs('agent');
    await page.goto('/inbox/mentions');
    await openedMention(page, customer);
    await expect(said(page, words)).toContainText('Quotes @saltedcaramel');
    await network.deletePost(id);
    await expect(messages(page).getByText('The author deleted this post.')).toBeVisible();
    await expect(page.getByText(words)).toHaveCount(0);
    await expect(page.getByText('so there is nothing left to answer')).toBeVisible();
  });

  test('a complaint is taken private: invited in approved words, and what follows finds its way', async ({
    signedInAs,
    network,
  }) => {
    const customer = await network.newCustomer();
    const complaint = await network.post(customer, unique('@saltedcaramel it leaked again.'));
    const page = await signedInAs('agent');
    await page.goto('/inbox/mentions');
    await openedMention(page, customer);
    await page.keyboard.press('m');
    const panel = page.getByRole('region', { name: 'Take private' });
    await expect(panel).toContainText('has to write first');
    const approved = panel.getByRole('radio', { name: /^We want to put this right/ });
    await approved.check();
    await cleanInBothThemes(page, 'an invitation to write in private');
    await panel.getByRole('button', { name: 'Invite in public' }).press('Enter');
    await expect(panel).toBeHidden();
    await expect(said(page, 'We want to put this right.')).toContainText('sent');
    expect(await network.answersTo(customer, complaint)).toHaveLength(1);

    const words = unique('Order 51234, as you asked.');
    await network.write(customer, words);
    await page.getByRole('link', { name: 'Open the private conversation' }).click();
    await expect(said(page, words)).toBeVisible();
    await expect(page.getByRole('textbox', { name: `Reply to ${customer.name}` })).toBeVisible();
    await page.getByRole('link', { name: 'Open the public one' }).click();
    await expect(field(page, customer)).toBeVisible();
    await page.getByRole('button', { name: 'Take private' }).click();
    await expect(panel).toContainText('They wrote in private since.');
  });

  test('is found apart from what is said in private, and triaged alike', async ({
    signedInAs,
    network,
  }) => {
    const customer = await network.newCustomer();
    await network.write(customer, unique('In private.'));
    await network.post(customer, unique('@saltedcaramel in public.'));
    const page = await signedInAs('agent');
    await page.goto('/inbox/open');
    await expect(row(page, customer)).toHaveCount(2);
    const search = page.getByRole('combobox', { name: /^Search/ });
    await search.fill(`is:public from:@${customer.username}`);
    await search.press('Enter');
    await expect(row(page, customer)).toHaveCount(1);
    await row(page, customer).click();
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
    await page.keyboard.press('c');
    await expect(row(page, customer).getByRole('img', { name: 'Owner: you' })).toBeVisible();
    await expect(messages(page).getByText('You took it')).toBeVisible();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await page.goto('/inbox/mentions');
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await expect(row(page, customer)).toHaveCount(0);
  });
});

async function openedMention(page: Page, customer: Customer): Promise<void> {
  await expect(row(page, customer)).toContainText('Public');
  await row(page, customer).click();
  await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
  await page.mouse.move(900, 300);
}

function field(page: Page, { name }: Customer): Locator {
  return page.getByRole('textbox', { name: `Public reply to ${name}` });
}
