import type { Locator, Page } from '@playwright/test';
import { row, writer } from './conversation';
import { expect, test, unique } from './fixtures';

test.describe('finding', () => {
  test('words are found as one types, in any script, and the place is marked', async ({
    signedInAs,
    network,
  }) => {
    const word = `zebra${Date.now()}`;
    const [ana, hana] = [await network.newCustomer(), await network.newCustomer()];
    await network.write(ana, `My ${word} tub arrived melted.`);
    await network.write(hana, `${word} 抹茶アイスのアレルギー表示について教えてください。`);
    const page = await signedInAs('agent');
    await page.goto('/inbox/unassigned');
    await expect(row(page, hana)).toBeVisible();

    await page.keyboard.press('/');
    await expect(search(page)).toBeFocused();
    await page.keyboard.type(`${word} melted`);
    await expect(row(page, ana)).toBeVisible();
    await expect(row(page, hana)).toBeHidden();
    await expect(row(page, ana).locator('mark').first()).toHaveText(word);
    await expect(page).toHaveURL(/q=/);

    await search(page).fill('アレルギー表示');
    await expect(row(page, hana)).toBeVisible();
    await expect(row(page, ana)).toBeHidden();
    await expect(row(page, hana).locator('mark')).toContainText('アレルギー表示');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: hana.name })).toBeVisible();
    await expect(page).toHaveURL(/q=/);
  });

  test('nothing found says what was looked for, and where else to look', async ({
    signedInAs,
    network,
  }) => {
    const word = `walrus${Date.now()}`;
    const customer = await network.newCustomer();
    await network.write(customer, `About my ${word}.`);
    const page = await signedInAs('agent');
    await page.goto(`/inbox/snoozed?q=${word}`);
    await expect(page.getByText('Nothing found')).toBeVisible();
    await expect(page.getByRole('main').getByText(word).first()).toBeVisible();
    await page.getByRole('button', { name: 'Search everywhere' }).first().click();
    await expect(row(page, customer)).toBeVisible();
    await expect(page).toHaveURL(/\/inbox\/all\?q=/);
    await page.goBack();
    await expect(page.getByText('Nothing found')).toBeVisible();
    await page.getByRole('button', { name: 'Clear the search' }).first().click();
    await expect(search(page)).toHaveValue('');
  });

  test('operators are offered while one types, and a filter is taken out by its chip', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await signedInAs('lead');
    await page.goto('/inbox/open');
    await expect(row(page, customer)).toBeVisible();
    await search(page).fill('own');
    const options = page.getByRole('listbox', { name: 'What can be searched for' });
    await expect(options.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(search(page)).toHaveValue('owner:');
    await options.getByRole('option', { name: /^me/ }).click();
    await expect(search(page)).toHaveValue('owner:me ');
    await expect(row(page, customer)).toBeHidden();
    await page.getByRole('button', { name: 'Without the filter yours' }).click();
    await expect(row(page, customer)).toBeVisible();

    await search(page).fill('label:there-is-none');
    await expect(page.getByText(/there-is-none/).first()).toBeVisible();
    await search(page).fill('colour:red');
    await expect(page.getByText(/There is no “colour:”/)).toBeVisible();
  });

  test('a pasted address shows the same list, and one that names nothing says so', async ({
    signedInAs,
    network,
    allow,
  }) => {
    allow(/404/);
    const customer = await writer(network);
    const page = await signedInAs('agent');
    await page.goto('/inbox/open?q=owner%3Anobody&sort=oldest');
    await expect(page.getByRole('list', { name: 'Filters' })).toContainText('unassigned');
    await expect(page.getByRole('button', { name: 'Oldest first' })).toBeVisible();
    await page.getByRole('button', { name: 'Oldest first' }).click();
    await page.getByRole('menuitemradio', { name: 'Newest first' }).click();
    await expect(row(page, customer)).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Oldest first' })).toBeVisible();

    await page.goto('/inbox/saved-00000000-0000-7000-8000-000000000000');
    await expect(page.getByText('There is no such view').first()).toBeVisible();
    await page.getByRole('button', { name: 'Go to your conversations' }).click();
    await expect(page.getByRole('heading', { name: 'Mine' })).toBeVisible();
  });

  test('a search is kept as a view, shared, renamed, and comes back after it was deleted', async ({
    signedInAs,
    network,
  }) => {
    const word = `otter${Date.now()}`;
    const customer = await network.newCustomer();
    await network.write(customer, `The ${word} again.`);
    const page = await signedInAs('lead');
    const name = unique('Otters');
    await page.goto(`/inbox/all?q=${word}`);
    await expect(row(page, customer)).toBeVisible();
    await page.getByRole('button', { name: 'Save as view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('checkbox', { name: 'Show it to the whole team' }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expect(row(page, customer)).toBeVisible();

    const other = await signedInAs('agent');
    await other.goto('/inbox/mine');
    await other.getByRole('link', { name }).click();
    await expect(row(other, customer)).toBeVisible();

    await page.getByRole('button', { name: `Change the view ${name}` }).click();
    await page.getByRole('menuitemradio', { name: 'Rename or change…' }).click();
    const renamed = unique('Sea otters');
    await page.getByRole('textbox', { name: 'Name' }).fill(renamed);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(other.getByRole('heading', { name: renamed })).toBeVisible();

    await page.getByRole('button', { name: `Change the view ${renamed}` }).click();
    await page.getByRole('menuitemradio', { name: 'Delete' }).click();
    await expect(page.getByRole('link', { name: renamed })).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: renamed })).toBeVisible();
  });
});

test.describe('choosing many', () => {
  test('keys choose, the effect is shown first, and one undo brings all back', async ({
    signedInAs,
    network,
  }) => {
    const word = `heron${Date.now()}`;
    const customers = [
      await network.newCustomer(),
      await network.newCustomer(),
      await network.newCustomer(),
    ];
    for (const customer of customers) await network.write(customer, `The ${word} flies.`);
    const page = await signedInAs('agent');
    await page.goto(`/inbox/all?q=${word}`);
    for (const customer of customers) await expect(row(page, customer)).toBeVisible();

    await page.getByRole('main').getByRole('link').first().focus();
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+J');
    const selection = page.getByRole('region', { name: 'Selection' });
    await expect(selection).toContainText('2 selected');
    await page.keyboard.press('e');
    const effect = page.getByRole('region', { name: 'What will change' });
    await expect(effect).toContainText('Close: 2 conversations');
    await expect(effect).toContainText('2 change');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Closed 2 conversations.')).toBeVisible();
    await expect(page.getByRole('main').getByText('closed', { exact: true })).toHaveCount(2);

    await page.getByRole('main').getByRole('link').first().focus();
    await page.keyboard.press('x');
    await selection.getByRole('button', { name: 'Select all 3' }).click();
    await expect(selection).toContainText('3 selected');
    await page.keyboard.press('e');
    await expect(effect).toContainText('1 changes · 2 closed already');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(selection).toBeHidden();
    await page.keyboard.press('z');
    await expect(page.getByRole('main').getByText('closed', { exact: true })).toHaveCount(0);
  });

  test('what a role may not do is said before, with the reason', async ({
    signedInAs,
    network,
  }) => {
    const word = `stork${Date.now()}`;
    const customer = await network.newCustomer();
    await network.write(customer, `The ${word} has gone.`);
    const lead = await signedInAs('lead');
    await lead.goto(`/inbox/all?q=${word}`);
    await row(lead, customer).hover();
    await lead.getByRole('checkbox', { name: `Select ${customer.name}` }).check();
    await lead.getByRole('button', { name: 'Assign' }).click();
    await lead.getByRole('menuitemradio', { name: 'Mo Okafor' }).click();
    await lead.getByRole('button', { name: /^Give to Mo Okafor/ }).click();
    await expect(row(lead, customer)).toContainText(customer.name);
    await expect(lead.getByRole('img', { name: 'Owner: Mo Okafor' })).toBeVisible();

    const page = await signedInAs('agent');
    await page.goto(`/inbox/all?q=${word}`);
    await row(page, customer).focus();
    await page.keyboard.press('x');
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 selected');
    await page.keyboard.press('c');
    const effect = page.getByRole('region', { name: 'What will change' });
    await expect(effect).toContainText('1 cannot');
    await expect(effect).toContainText('Only leads give away what a colleague has.');
  });
});

test.describe('room', () => {
  test('the list is as wide as it was left, from the first byte', async ({ signedInAs }) => {
    const page = await signedInAs('agent');
    await page.goto('/inbox/open');
    const edge = page.getByRole('separator', { name: 'Width of the list' });
    await edge.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(edge).toHaveAttribute('aria-valuenow', '420');
    const html = await (await page.request.get('/inbox/open')).text();
    expect(html).toContain('aria-valuenow="420"');
    await page.reload();
    const list = page.getByRole('main').first();
    expect((await list.boundingBox())?.width).toBeCloseTo(420, 0);
    await edge.dblclick();
    await expect(edge).toHaveAttribute('aria-valuenow', '340');

    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden();
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden();
    await page.keyboard.press('[');
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  });

  test('on a phone the views come over the list, and one chooses by touch', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await signedInAs('agent', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await page.goto('/inbox/mine');
    await page.getByRole('button', { name: 'Views', exact: true }).tap();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Unassigned/ })
      .tap();
    await expect(row(page, customer)).toBeVisible();
    await page.getByRole('checkbox', { name: `Select ${customer.name}` }).tap();
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 selected');
    await page.getByRole('button', { name: 'Select nothing' }).tap();
    await search(page).fill('owner:nobody');
    await expect(row(page, customer)).toBeVisible();
    await expect(page.getByRole('list', { name: 'Filters' })).toContainText('unassigned');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});

function search(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search conversations' });
}
