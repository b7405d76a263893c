import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { bareLink, field, messages, opened, writer } from './conversation';
import { expect, test, unique } from './fixtures';
import type { Customer } from './sandbox-network';

test.describe('blocking on the network', () => {
  test('somebody is blocked: nothing comes or goes any more, until it is ended', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network, unique('Buy followers here.'));
    const page = await opened(await signedInAs('agent'), customer);
    const colleague = await opened(await signedInAs('lead'), customer);

    await askToBlock(page);
    const sheet = page.getByRole('dialog', { name: `Block ${customer.name} on X?` });
    await expect(sheet).toContainText('X then takes no private messages from');
    await cleanInBothThemes(page, 'the question before a block');
    await sheet.getByRole('button', { name: 'Block on X' }).press('Enter');
    await expect(page.getByText(`X is asked to block ${customer.name}.`)).toBeVisible();
    await expect(bar(page)).toContainText(/Blocked on X, by you, (just now|\d+ seconds ago)\./);
    await expect(bar(colleague)).toContainText('Blocked on X, by Priya');
    await expect(messages(page)).toContainText(
      `${customer.name} was blocked on the network for you`,
    );

    const unheard = unique('Nobody hears this.');
    await expect(network.write(customer, unheard)).rejects.toThrow('one of them blocks the other');
    await expect(refusal(page)).toContainText(`@saltedcaramel has blocked ${customer.name}.`);
    await field(page, customer).fill('Stop writing to us.');
    await expect(page.getByRole('button', { name: /^Send/ }).first()).toBeDisabled();
    await cleanInBothThemes(page, 'a conversation with somebody who is blocked');
    await page.reload();
    await expect(bar(page)).toContainText('Blocked on X, by you');
    await expect(messages(page)).not.toContainText(unheard);

    await refusal(page).getByRole('button', { name: 'Unblock' }).press('Enter');
    await expect(refusal(page)).toBeHidden();
    await expect(bar(page)).toBeHidden();
    await expect(bar(colleague)).toBeHidden();
    const heard = unique('Am I heard again?');
    await network.write(customer, heard);
    await expect(messages(page)).toContainText(heard);
    const answer = unique('You are.');
    await field(page, customer).fill(answer);
    await field(page, customer).press('Control+Enter');
    await expect.poll(() => network.received(customer)).toEqual([answer]);
  });

  test('from quarantine, with its way back, and from the palette', async ({
    signedInAs,
    network,
  }) => {
    const customer = await network.newCustomer();
    await network.write(customer, bareLink());
    const page = await signedInAs('agent');
    await page.goto('/inbox/spam');
    await page.getByRole('link', { name: new RegExp(customer.name) }).click();
    await page.getByRole('button', { name: 'Block on X' }).click();
    await confirm(page, customer);
    await expect(bar(page)).toContainText('Blocked on X, by you');
    await expect(page.getByRole('region', { name: 'Quarantine' })).toBeVisible();
    await page.keyboard.press('z');
    await expect(bar(page)).toBeHidden();
    await network.write(customer, unique('And again'));

    await page.keyboard.press('Control+k');
    await page.keyboard.type(customer.name);
    const palette = page.getByRole('dialog', { name: 'Find and do anything' });
    await expect(palette).toContainText(`Nothing here is called ${customer.name}`);
    await palette.getByRole('combobox').fill('block');
    await page.getByRole('option', { name: 'Block on X', exact: true }).click();
    await expect(page.getByRole('dialog', { name: `Block ${customer.name} on X?` })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
  });

  test('what the network will not do is told with the reason, and can be left', async ({
    signedInAs,
    network,
    customer,
  }) => {
    await network.write(customer, unique('Soon I am gone.'));
    const page = await opened(await signedInAs('agent'), customer);
    await network.changeCustomer(customer, { suspended: true });
    await askToBlock(page);
    await confirm(page, customer);
    await expect(bar(page)).toContainText('Not blocked on X');
    await expect(bar(page)).toContainText('Their account on X is gone.');
    await cleanInBothThemes(page, 'a block that was not made');
    await network.changeCustomer(customer, { suspended: false });
    await bar(page).getByRole('button', { name: 'Try again' }).click();
    await expect(bar(page)).toContainText('Blocked on X, by you');
    await network.changeCustomer(customer, { suspended: true });
    await bar(page).getByRole('button', { name: 'Unblock' }).click();
    await expect(bar(page)).toContainText('Still blocked on X.');
    await bar(page).getByRole('button', { name: 'Keep blocked' }).click();
    await expect(bar(page)).toContainText('Blocked on X, by you');
  });

  test('a marketer sees that somebody is blocked, and no way to change it', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const marketer = await opened(await signedInAs('marketer'), customer);
    await askToBlock(page);
    await confirm(page, customer);
    await expect(bar(marketer)).toContainText('Blocked on X, by Priya');
    await expect(bar(marketer).getByRole('button')).toHaveCount(0);
  });
});

function bar(page: Page): Locator {
  return page.getByRole('region', { name: 'Block', exact: true });
}

function refusal(page: Page): Locator {
  return page.getByRole('region', { name: 'Why you cannot write now' });
}

async function askToBlock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('option', { name: /^Block…/ }).click();
}

async function confirm(page: Page, { name }: Customer): Promise<void> {
  const sheet = page.getByRole('dialog', { name: `Block ${name} on X?` });
  await sheet.getByRole('button', { name: 'Block on X' }).click();
  await expect(sheet).toBeHidden();
}
