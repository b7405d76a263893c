import type { Locator, Page } from '@playwright/test';
import { cleanInBothThemes } from './axe';
import { opened, writer } from './conversation';
import { expect, test } from './fixtures';

test.describe('the rule tester', () => {
  test('a lead tries a conversation by keyboard alone: supposes, puts back, asks another purpose', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('lead'), customer);
    await press(page, page.getByRole('link', { name: 'Try in the rule tester' }), 'Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Rule tester' })).toBeVisible();
    await expect(verdict(page)).toContainText(
      `Yes${customer.name} wrote to @saltedcaramel, so you can answer.`,
    );
    await expect(row(page, 'Mutual follow')).toContainText('Not as today');
    await expect(row(page, 'Open messages 2015')).toContainText('As an answer');
    await expect(row(page, 'Open messages 2015')).not.toContainText('Not as today');

    await press(page, choice(page, 'Blocked us', 'No'), 'ArrowLeft');
    await expect(choice(page, 'Blocked us', 'Yes')).toBeChecked();
    await expect(verdict(page)).toContainText(`No${customer.name} has blocked @saltedcaramel.`);
    await expect(layer(page, 'Between the two')).toContainText('Decides 1 supposed');
    await expect(page.getByText('Supposed instead of No')).toBeVisible();
    await press(page, page.getByRole('button', { name: 'Put back Blocked us' }), 'Enter');
    await expect(verdict(page)).toContainText('so you can answer.');
    await expect(choice(page, 'Blocked us', 'No')).toBeFocused();
    await expect(page.getByText('by their message')).toHaveCount(2);

    await backTo(page, choice(page, 'Purpose', 'Reply'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(choice(page, 'Purpose', 'Offer')).toBeChecked();
    await expect(verdict(page)).toContainText(
      `No${customer.name} has not agreed to be sent offers.`,
    );
    await press(page, layer(page, 'Brand’s policy'), 'Enter');
    await press(page, choice(page, 'Agreed to offers', 'No'), 'ArrowLeft');
    await expect(verdict(page)).toContainText('Yes');
    await expect(page).toHaveURL(/purpose=offer&consent=yes$/);
  });

  test('a case is its address: it can be loaded again, gone back from, and partly misread', async ({
    signedInAs,
    network,
    allow,
  }) => {
    const customer = await writer(network);
    const page = await signedInAs('admin');
    await page.goto('/settings/rules?theirDoor=everyone&followsUs=maybe&colour=red');
    await expect(notice(page)).toContainText('followsUs=maybe, colour=red');
    await expect(choice(page, 'Follows us', 'No')).toBeChecked();
    await expect(verdict(page)).toContainText(
      'This person never wrote, and your brand does not write to strangers first.',
    );
    await choice(page, 'Purpose', 'Reply').check();
    await expect(notice(page)).toBeHidden();
    await expect(verdict(page)).toContainText('this one lands among their requests');
    await page.reload();
    await expect(verdict(page)).toContainText('this one lands among their requests');
    await page
      .getByLabel('Rule set', { exact: true })
      .selectOption({ label: 'X: Today (since Jul 2023)' });
    await expect(page).toHaveURL(/\?purpose=reply&theirDoor=everyone$/);

    await page.getByRole('button', { name: 'Choose a person' }).click();
    await page.getByRole('combobox', { name: 'Find a person' }).fill(customer.name);
    await page.getByRole('option', { name: customer.name }).click();
    await expect(verdict(page)).toContainText(`${customer.name} wrote to @saltedcaramel`);
    await expect(page).toHaveURL(/\?conversation=[0-9a-f-]+&purpose=reply$/);
    await page.getByRole('button', { name: 'Somebody made up' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Choose a person' })).toBeFocused();
    await expect(verdict(page)).toContainText('Nobody here knows whether');
    await page.goBack();
    await expect(verdict(page)).toContainText(`${customer.name} wrote to @saltedcaramel`);
    await page.goBack();
    await expect(verdict(page)).toContainText('this one lands among their requests');

    allow(/404/);
    await page.goto('/settings/rules?conversation=00000000-0000-7000-8000-000000000000');
    await expect(notice(page)).toContainText('There is no such conversation here.');
    await expect(verdict(page)).toContainText('This person never wrote');
  });

  test('what becomes known meanwhile counts at once', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('lead'), customer);
    await page.getByRole('link', { name: 'Try in the rule tester' }).click();
    await expect(choice(page, 'Follows us', 'Not known')).toBeChecked();
    await network.follow(customer);
    await expect(choice(page, 'Follows us', 'Yes')).toBeChecked();
    await expect(page.getByText('told by the network just now').first()).toBeVisible();
    await expect(verdict(page)).toContainText('so a message reaches their inbox.');
    await expect(row(page, 'Mutual follow')).not.toContainText('Not as today');
  });

  test('other networks have other facts: reply windows look at the hours since they wrote', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('lead');
    await page.goto('/settings/rules?rules=meta&purpose=reply');
    await expect(verdict(page)).toContainText('On Messenger people begin');
    await page.getByRole('combobox', { name: 'Last wrote', exact: true }).selectOption('25 h ago');
    await expect(verdict(page)).toContainText('Yes');
    await expect(page.getByRole('region', { name: 'Decision' })).toContainText(
      'As a human agent’s answer',
    );
    await choice(page, 'Written by', 'Automation').check();
    await expect(verdict(page)).toContainText('lets only a person answer');
    await expect(page.getByRole('group', { name: 'Follows us' })).toBeHidden();
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(page.getByRole('button', { name: 'Copy link to this case' })).toBeFocused();
    await expect(verdict(page)).toContainText('On Messenger people begin');
  });

  test('an agent does not find it, and is told whom to ask', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const about = page.getByRole('complementary', { name: 'About this contact' });
    await expect(about.getByText('Between you')).toBeVisible();
    await expect(about.getByRole('link', { name: 'Try in the rule tester' })).toBeHidden();
    await page.goto('/settings');
    await expect(page.getByRole('main').getByRole('link', { name: 'Labels' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Rule tester' })).toHaveCount(0);
    await page.goto('/settings/rules');
    await expect(page.getByText(/Only leads and admins can try the rules/)).toContainText(
      'Ask Ada Quill or Jack Moreau.',
    );
    await expect(verdict(page)).toHaveCount(0);
  });

  test('on a phone the decision stays in sight and nothing is cut off', async ({ signedInAs }) => {
    const page = await signedInAs('lead', { viewport: { width: 390, height: 844 } });
    await page.goto('/settings/rules');
    const start = layer(page, 'Budget');
    await start.scrollIntoViewIfNeeded();
    await start.press('Enter');
    await expect(verdict(page)).toBeInViewport({ ratio: 1 });
    await choice(page, 'Left to send', 'Nothing for now').check();
    // Whatever one steps back to is not hidden under the decision.
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Shift+Tab');
      const under = await page.evaluate(() => {
        const status = document.querySelector('main [role=status]')?.getBoundingClientRect();
        const focused = document.activeElement?.getBoundingClientRect();
        return !!status && !!focused && focused.height < 200 && focused.top < status.bottom - 1;
      });
      expect(under, `step ${step}`).toBe(false);
    }
    const width = await page.evaluate(() => document.querySelector('main')?.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });

  test('axe finds nothing in either theme, with everything open', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('lead'), customer);
    await page.getByRole('link', { name: 'Try in the rule tester' }).click();
    await choice(page, 'Blocked us', 'Yes').check();
    await choice(page, 'Purpose', 'Offer').check();
    for (const title of ['Channel', 'Brand’s policy', 'Message', 'Budget']) {
      await layer(page, title).click();
    }
    const more = page.getByRole('button', { name: /more facts?,/ });
    await expect(more).toHaveCount(2);
    await more.last().click();
    await more.click();
    await expect(page.getByRole('combobox', { name: 'Their time zone' })).toBeVisible();
    await cleanInBothThemes(page, 'a case with everything open');
    await page.getByRole('button', { name: 'Choose a person' }).click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await cleanInBothThemes(page, 'choosing a person');
  });
});

function verdict(page: Page): Locator {
  return page.getByRole('region', { name: 'Decision' }).getByRole('status');
}

/** What is said about a link that could not be followed whole; the browser's own announcer is an alert too. */
function notice(page: Page): Locator {
  return page.getByRole('main').getByRole('alert');
}

function choice(page: Page, field: string, word: string): Locator {
  return page.getByRole('group', { name: field, exact: true }).getByLabel(word, { exact: true });
}

function layer(page: Page, title: string): Locator {
  return page.getByRole('listitem').getByRole('button', { name: title });
}

/** A line of the comparison, by its rule set. */
function row(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
}

/** Gets there with the Tab key alone, and presses. */
async function press(page: Page, target: Locator, key: string) {
  await walk(page, target, 'Tab');
  await page.keyboard.press(key);
}

async function backTo(page: Page, target: Locator) {
  await walk(page, target, 'Shift+Tab');
}

const mostSteps = 120;

async function walk(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab') {
  await expect(target).toBeVisible();
  for (let step = 0; step < mostSteps; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}
