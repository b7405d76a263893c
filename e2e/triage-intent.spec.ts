import type { Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { bareLink, messages, opened, row, writer } from './conversation';
import { expect, test, unique } from './fixtures';

test.describe('what a message is', () => {
  test('one key says why and corrects it; it can be taken back, and teaches the next', async ({
    signedInAs,
    network,
  }) => {
    const word = unique('grommlet').replace(/[^a-z]/g, '');
    const customer = await writer(network, `do you have ${word}`);
    const page = await opened(await signedInAs('agent'), customer);
    await expect(chip(page)).toHaveText(/Question/);
    await page.keyboard.press('i');
    const intents = page.getByRole('dialog', { name: 'What it is' });
    await expect(intents).toContainText('Taken for question');
    await expect(intents.getByRole('list', { name: 'Because of' })).toContainText('do you');
    await cleanInBothThemes(page, 'the intents of a conversation');
    await page.keyboard.press('b');
    await expect(intents).toBeHidden();
    await expect(chip(page)).toHaveText(/Business/);
    await expect(page.getByText('Learned: this is business.')).toBeVisible();
    await page.keyboard.press('z');
    await expect(chip(page)).toHaveText(/Question/);

    for (let lesson = 0; lesson < 5; lesson += 1) {
      const next = await writer(network, `do you have ${word}`);
      const shown = await opened(page, next);
      await expect(chip(shown)).toBeVisible();
      if ((await chip(shown).textContent())?.startsWith('Business')) return;
      await shown.keyboard.press('i');
      await expect(intents).toBeVisible();
      await shown.keyboard.press('b');
      await expect(shown.getByText('Learned: this is business.')).toBeVisible();
    }
    const last = await writer(network, `do you have ${word}`);
    await expect(chip(await opened(page, last))).toHaveText(/Business/);
  });

  test('a stranger’s bare link is put aside, says why, and is released', async ({
    signedInAs,
    network,
  }) => {
    const customer = await network.newCustomer();
    await network.write(customer, bareLink());
    const page = await signedInAs('agent');
    await page.goto('/inbox/spam');
    await page.getByRole('link', { name: new RegExp(customer.name) }).click();
    const bar = page.getByRole('region', { name: 'Quarantine' });
    await expect(bar).toContainText('its first message is nothing but a link');
    await expect(messages(page)).toContainText('Porchlight put it in quarantine');
    await cleanInBothThemes(page, 'a conversation in quarantine');
    await bar.getByRole('button', { name: 'Release' }).click();
    await expect(bar).toBeHidden();
    await page.goto('/inbox/open');
    await expect(page.getByRole('link', { name: new RegExp(customer.name) })).toBeVisible();
  });

  test('spam is released from its list: what is chosen at once with its count, one by a key, and back again', async ({
    signedInAs,
    network,
  }) => {
    const customers = [await network.newCustomer(), await network.newCustomer()];
    for (const customer of customers) {
      await network.write(customer, bareLink());
    }
    const page = await signedInAs('agent');
    await page.goto('/inbox/spam');
    for (const { name } of customers) {
      await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    }
    const selection = page.getByRole('region', { name: 'Selection' });
    await expect(selection.getByRole('button', { name: 'Release' })).toBeVisible();
    await cleanInBothThemes(page, 'a selection in spam');
    await page.keyboard.press('Shift+E');
    const effect = page.getByRole('region', { name: 'What will change' });
    await expect(effect).toContainText('2 change');
    await effect.getByRole('button', { name: 'Release · 2' }).click();
    await expect(page.getByText('Released 2 conversations.')).toBeVisible();
    const [first, second] = customers.map((customer) => row(page, customer));
    if (!(first && second)) throw new Error('nobody wrote');
    await expect(first).toBeHidden();
    await page.keyboard.press('z');
    await expect(second).toBeVisible();

    await first.click();
    const bar = page.getByRole('region', { name: 'Quarantine' });
    await expect(bar).toBeVisible();
    await page.keyboard.press('Shift+E');
    await expect(bar).toBeHidden();
    await page.goto('/inbox/open');
    await expect(first).toBeVisible();
  });

  test('the settings count what was put aside, block domains, and forget what was learned', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('lead');
    await page.goto('/settings/triage');
    await expect(page.getByRole('heading', { name: /^Quarantine, last 30 days/ })).toBeVisible();
    const domain = `${unique('pills').replace(' ', '-')}.example`;
    await page.getByRole('textbox', { name: 'Domain' }).fill(`https://www.${domain}/offer`);
    await page.getByRole('button', { name: 'Block', exact: true }).click();
    const unblock = page.getByRole('button', { name: `Unblock ${domain}` });
    await expect(unblock).toBeVisible();
    await cleanInBothThemes(page, 'triage and spam');
    await unblock.click();
    await expect(unblock).toBeHidden();
  });
});

function chip(page: Page) {
  return page.getByRole('main').getByRole('button', { name: /Why, or say otherwise$/ });
}
