import type { Locator, Page } from '@playwright/test';
import { field, opened, row, said, writer } from './conversation';
import { expect, test, unique } from './fixtures';
import type { Customer } from './sandbox-network';

test.describe('a message and its answer', () => {
  test('a message arrives in an open inbox, is claimed and answered, and the answer is on the network once', async ({
    signedInAs,
    network,
  }) => {
    const customer = await network.newCustomer();
    const page = await signedInAs('agent');
    await page.goto('/inbox/unassigned');
    await expect(page.getByRole('heading', { name: 'Unassigned' })).toBeVisible();

    const began = performance.now();
    await network.write(customer, unique('It arrived melted again.'));
    await expect(row(page, customer)).toBeVisible();
    test.info().annotations.push({
      type: 'written to seen',
      description: `${Math.round(performance.now() - began)} ms`,
    });

    await row(page, customer).click();
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
    await page.getByRole('button', { name: 'Claim' }).click();
    await expect(page.getByText('Yours', { exact: true })).toBeVisible();

    const answer = unique('A new tub is on its way.');
    await reply(page, customer, answer);
    await expect(said(page, answer)).toContainText('· sent');
    await expect.poll(() => network.received(customer)).toEqual([answer]);
    await page.goto('/inbox/waiting');
    await expect(row(page, customer)).toContainText('A new tub');
  });

  test('a note stays in the team', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const note = unique('Same courier as yesterday.');
    await page.getByRole('tab', { name: 'Note' }).click();
    await expect(page.getByRole('form', { name: 'Note' })).toContainText('Team only');
    await page.getByRole('textbox', { name: 'Note for your team' }).fill(note);
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect(said(page, note)).toContainText('Note · You');

    await page.getByRole('tab', { name: 'Reply' }).click();
    const answer = unique('We are on it.');
    await reply(page, customer, answer);
    await expect(said(page, answer)).toContainText('· sent');
    expect(await network.received(customer)).toEqual([answer]);
  });

  test('closing goes to the next, can be undone, and reopening brings it back', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(row(page, customer)).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
    await expect(row(page, customer)).toBeVisible();

    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('link', { name: 'Resolved' }).first().click();
    await row(page, customer).click();
    await expect(page.getByRole('button', { name: 'Closed', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Reopen' }).click();
    await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeVisible();
  });

  test('a lead gives a conversation to somebody, who sees it come in', async ({
    signedInAs,
    network,
  }) => {
    const mine = await signedInAs('agent');
    await mine.goto('/inbox/mine');
    const customer = await writer(network);
    const page = await opened(await signedInAs('lead'), customer);
    await page.getByRole('button', { name: 'Assign' }).click();
    await page.getByRole('option', { name: 'Priya Raman' }).click();
    await expect(page.getByText('Priya Raman has it')).toBeVisible();
    await expect(row(mine, customer)).toBeVisible();
  });
});

test.describe('two people at once', () => {
  test('who was overtaken sees the answer, keeps the draft and decides', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const fast = await opened(await signedInAs('agent'), customer);
    const slow = await opened(await signedInAs('other'), customer);
    const release = await holdReads(slow);

    const first = unique('Mo here is faster.');
    await reply(fast, customer, first);
    await expect(said(fast, first)).toContainText('· sent');
    const second = unique('I am slower, but I know more.');
    await reply(slow, customer, second);

    const panel = slow.getByRole('alert', { name: 'Someone wrote before you' });
    await expect(panel).toContainText('Priya Raman answered while you were writing');
    await expect(panel).toContainText(first);
    await expect(field(slow, customer)).toHaveValue(second);
    expect(await network.received(customer)).toEqual([first]);

    await panel.getByRole('button', { name: 'Keep editing' }).click();
    await expect(panel).toBeHidden();
    await expect(field(slow, customer)).toHaveValue(second);
    await slow.getByRole('button', { name: 'Send', exact: true }).click();
    await slow.getByRole('button', { name: 'Send anyway' }).click();
    await release();
    await expect(said(slow, first)).toBeVisible();
    await expect(said(slow, second)).toContainText('· sent');
    expect(await network.received(customer)).toEqual([first, second]);
  });

  test('of two who claim one wins, and the other learns who', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const fast = await opened(await signedInAs('agent'), customer);
    const slow = await opened(await signedInAs('other'), customer);
    const release = await holdReads(slow);
    await fast.getByRole('button', { name: 'Claim' }).click();
    await expect(fast.getByText('Yours', { exact: true })).toBeVisible();
    await slow.getByRole('button', { name: 'Claim' }).click();
    await expect(slow.getByText(/Priya Raman got this conversation/)).toBeVisible();
    await release();
    await expect(slow.getByText('Priya Raman has it')).toBeVisible();
  });

  test('the list does not move under the pointer', async ({ signedInAs, network }) => {
    const [first, second] = [await writer(network), await writer(network)];
    const page = await signedInAs('agent');
    await page.goto('/inbox/unassigned');
    await expect(row(page, second)).toBeVisible();
    await row(page, first).hover();
    const before = await row(page, first).boundingBox();
    const newcomer = await writer(network);
    const bar = page.getByRole('button', { name: '1 new' });
    await expect(bar).toBeVisible();
    await expect(row(page, newcomer)).toBeHidden();
    expect(await row(page, first).boundingBox()).toEqual(before);
    await bar.click();
    await expect(row(page, newcomer)).toBeVisible();
  });

  test('news takes no click that was meant for a row', async ({ signedInAs, network }) => {
    const top = await writer(network);
    const page = await signedInAs('agent');
    await page.goto('/inbox/unassigned');
    await row(page, top).hover();
    await writer(network);
    await expect(page.getByRole('button', { name: '1 new' })).toBeVisible();
    await row(page, top).click();
    await expect(page.getByRole('heading', { level: 1, name: top.name })).toBeVisible();
  });
});

test.describe('what became of a message', () => {
  test('a refusal says why, and Retry really retries', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await network.setFaults({ send: [{ mode: 'refuse', code: 349, times: 1 }] });
    const answer = unique('Are you there?');
    await reply(page, customer, answer);
    await expect(said(page, answer)).toContainText(
      `not sent. ${customer.name} does not take messages from @saltedcaramel.`,
    );
    expect(await network.received(customer)).toEqual([]);
    await said(page, answer).getByRole('button', { name: 'Retry' }).click();
    await expect(said(page, answer)).toContainText('· sent');
    expect(await network.received(customer)).toEqual([answer]);
  });

  test('no answer is an honest question until a look-up answers it; nothing is sent twice', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await network.setFaults({
      send: [{ mode: 'reset_after_accept', times: 1 }],
      // Until the question has been read.
      lookup: [{ mode: 'off' }],
      webhook: { dropped: 1 },
    });
    const answer = unique('It left at noon.');
    await reply(page, customer, answer);
    await expect(said(page, answer)).toContainText('X did not answer; checking.');
    await network.endFaults();
    await expect(said(page, answer)).toContainText('· sent', { timeout: 30_000 });
    expect(await network.received(customer)).toEqual([answer]);
  });

  test('a later message waits for the unanswered one, and can be withdrawn', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await network.setFaults({
      send: [{ mode: 'reset_after_accept', times: 1 }],
      lookup: [{ mode: 'off' }],
      webhook: { dropped: 1 },
    });
    const [first, second] = [unique('One.'), unique('Two.')];
    await reply(page, customer, first);
    await expect(said(page, first)).toContainText('X did not answer; checking.');
    await reply(page, customer, second);
    await expect(said(page, second)).toContainText('waits for the message before it');
    await said(page, second).getByRole('button', { name: 'Withdraw' }).click();
    await expect(said(page, second)).toContainText('withdrawn; it will not be sent');

    await expect(said(page, first)).toContainText('Did it arrive?', { timeout: 50_000 });
    await said(page, first).getByRole('button', { name: 'It arrived' }).click();
    await expect(said(page, first)).toContainText('· sent');
    expect(await network.received(customer)).toEqual([first]);
  });

  test('an encrypted message says where it can be read', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    await network.changeCustomer(customer, { encrypted: true });
    await network.write(customer, 'nobody reads this here');
    const page = await opened(await signedInAs('agent'), customer);
    await expect(page.getByText(/cannot be read here: it is end-to-end encrypted/)).toBeVisible();
    await expect(page.getByText('nobody reads this here')).toBeHidden();
  });
});

test.describe('drafts', () => {
  test('a draft survives a reload, and another conversation has its own', async ({
    signedInAs,
    network,
  }) => {
    const other = await writer(network);
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const draft = unique('Let me look into');
    await field(page, customer).fill(draft);
    await row(page, other).click();
    await expect(field(page, other)).toHaveValue('');
    await page.goBack();
    await expect(field(page, customer)).toHaveValue(draft);
    await page.reload();
    await expect(field(page, customer)).toHaveValue(draft);
  });

  test('what could not be sent comes back, and trying again sends it once', async ({
    signedInAs,
    network,
    allow,
  }) => {
    allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR/);
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const answer = unique('On the road without a signal.');
    await page.context().setOffline(true);
    await reply(page, customer, answer);
    await expect(field(page, customer)).toHaveValue(answer);
    await expect(page.getByText(/sending it again cannot send it twice/)).toBeVisible();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(said(page, answer)).toContainText('· sent');
    expect(await network.received(customer)).toEqual([answer]);
  });
});

test.describe('ways to work', () => {
  test('everything can be done without a mouse', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await signedInAs('agent');
    await page.goto('/inbox/unassigned');
    await expect(row(page, customer)).toBeVisible();
    await page.keyboard.press('j');
    await expect(row(page, customer)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
    await page.keyboard.press('c');
    await expect(page.getByText('Yours', { exact: true })).toBeVisible();
    await page.keyboard.press('n');
    const note = unique('Keys only.');
    await page.keyboard.type(note);
    await page.keyboard.press('Control+Enter');
    await expect(said(page, note)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    const answer = unique('Hands on the keyboard.');
    await page.keyboard.type(answer);
    await page.keyboard.press('Control+Enter');
    await expect(said(page, answer)).toContainText('· sent');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Claim');
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await expect(page.getByText(`Closed ${customer.name}.`)).toBeVisible();
    expect(await network.received(customer)).toEqual([answer]);
  });

  test('on a phone one pane shows at a time', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await signedInAs('agent', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await page.goto('/inbox/unassigned');
    await row(page, customer).tap();
    await expect(field(page, customer)).toBeVisible();
    await expect(row(page, customer)).toBeHidden();
    await page.getByRole('button', { name: 'Back to the list' }).tap();
    await expect(row(page, customer)).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  test('who may not reply sees why', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('admin'), customer);
    await expect(page.getByText('Agents and leads reply. You can read along.')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Claim' })).toHaveCount(0);
    const marketer = await opened(await signedInAs('marketer'), customer);
    await expect(marketer.getByRole('textbox', { name: 'Note for your team' })).toBeVisible();
    await expect(marketer.getByText('You can leave notes for them.')).toBeVisible();
    await expect(marketer.getByRole('tab')).toHaveCount(0);
  });

  test('older messages grow upwards and nothing that is read moves', async ({
    signedInAs,
    network,
  }) => {
    const customer = await network.newCustomer();
    for (let number = 1; number <= 120; number += 1) {
      await network.write(customer, `Line ${number}.`);
    }
    const page = await signedInAs('agent');
    await page.goto('/inbox/open');
    // Opened while they still come in, the first page would hold more, and its top be further away.
    await expect(row(page, customer)).toContainText('Line 120.');
    await opened(page, customer);
    const messages = page.getByRole('region', { name: `Messages with ${customer.name}` });
    await expect(messages.getByText('Line 120.', { exact: true })).toBeInViewport();
    await expect(messages.getByText('Line 75.', { exact: true })).toBeAttached();

    const read = messages.getByText('Line 75.', { exact: true });
    await read.evaluate((line) => line.scrollIntoView({ block: 'center' }));
    const before = await restingTop(read);
    await expect(messages.getByText('Line 30.', { exact: true })).toBeAttached();
    expect(Math.abs((await restingTop(read)) - before)).toBeLessThan(1);

    await network.write(customer, 'And one more.');
    await expect(page.getByRole('button', { name: 'New message' })).toBeVisible();
    expect(Math.abs((await restingTop(read)) - before)).toBeLessThan(1);
    await page.getByRole('button', { name: 'New message' }).click();
    await expect(messages.getByText('And one more.')).toBeInViewport();
  });
});

/** Where a line stands in px once two painted frames agree: between them a place may be half way put right. */
function restingTop(line: Locator): Promise<number> {
  return line.evaluate(async (element) => {
    const painted = () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(element.getBoundingClientRect().top)),
        ),
      );
    let last = await painted();
    for (;;) {
      const next = await painted();
      if (next === last) return next;
      last = next;
    }
  });
}

async function reply(page: Page, customer: Customer, text: string) {
  await field(page, customer).fill(text);
  await field(page, customer).press('Control+Enter');
}

/** What this page asks of conversations is answered only after the release: it is behind without knowing. */
async function holdReads(page: Page): Promise<() => Promise<void>> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/conversations**', async (route) => {
    await released;
    await route.continue();
  });
  await page.route('**/api/conversations/**', async (route) => {
    await released;
    await route.continue();
  });
  return async () => {
    release();
    await page.unrouteAll({ behavior: 'wait' });
  };
}
