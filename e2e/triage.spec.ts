import type { Locator, Page } from '@playwright/test';
import { BackDoor } from './back-door';
import { messages, opened, said, writer } from './conversation';
import { expect, test, unique } from './fixtures';
import type { Customer } from './sandbox-network';

test.describe('deciding about a conversation', () => {
  test('a snoozed conversation leaves and comes back by itself when its time is there', async ({
    signedInAs,
    network,
    stack,
  }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await page.keyboard.press('s');
    const times = page.getByRole('dialog', { name: 'Snooze until' });
    await expect(times.getByRole('option', { name: /^In 1 hour/ })).toContainText(/\d\d:\d\d/);
    await page.keyboard.type('hour');
    await page.keyboard.press('Enter');
    await expect(page.getByText(new RegExp(`Snoozed ${customer.name} until`))).toBeVisible();
    await expect(row(page, customer)).toBeHidden();
    await page
      .getByRole('link', { name: /^Snoozed/ })
      .first()
      .click();
    await row(page, customer).click();
    await expect(header(page).getByRole('button', { name: 'Snoozed' })).toBeVisible();

    await new BackDoor(stack.DATABASE_URL).wakeSoon(customer.username, 1_500);
    await expect(header(page).getByRole('button', { name: 'Open' })).toBeVisible();
    await expect(messages(page)).toContainText('Its snooze is over');
    await page
      .getByRole('link', { name: /^All open/ })
      .first()
      .click();
    await expect(row(page, customer)).toBeVisible();
  });

  test('letters that come before a list of choices is there narrow it, and are no shortcuts', async ({
    signedInAs,
    network,
  }) => {
    const customer = await writer(network);
    const page = await signedInAs('agent');
    let letGo: () => void = () => undefined;
    const wanted = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/_next/static/chunks/**', async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes('Nothing fits.')) await wanted;
      await route.fulfill({ response });
    });
    await opened(page, customer);
    await page.keyboard.type('purge');
    letGo();
    await expect(page.getByRole('combobox', { name: 'Priority' })).toHaveValue('urge');
    await page.keyboard.press('Enter');
    await expect(header(page).getByRole('img', { name: 'Priority: urgent' })).toBeVisible();
  });

  test('a message of the customer wakes what is snoozed', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await page.keyboard.press('s');
    await expect(page.getByRole('dialog', { name: 'Snooze until' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(row(page, customer)).toBeHidden();
    await network.write(customer, unique('One more thing.'));
    await expect(row(page, customer)).toBeVisible();
  });

  test('labels, priority and team are chosen by typing and stand everywhere at once', async ({
    signedInAs,
    network,
  }) => {
    const page = await opened(await signedInAs('agent'), await writer(network));
    await page.keyboard.press('l');
    const labels = page.getByRole('dialog', { name: 'Labels' });
    const [first, second] = [labels.getByRole('option').nth(0), labels.getByRole('option').nth(1)];
    const names = [await first.innerText(), await second.innerText()];
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(second).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    const about = page.getByRole('complementary', { name: 'About this contact' });
    for (const name of names) await expect(about.getByText(name, { exact: true })).toBeVisible();

    await page.keyboard.press('p');
    await expect(page.getByRole('dialog', { name: 'Priority' })).toBeVisible();
    await page.keyboard.type('urg');
    await page.keyboard.press('Enter');
    await expect(header(page).getByRole('img', { name: 'Priority: urgent' })).toBeVisible();
    await page.keyboard.press('z');
    await expect(header(page).getByRole('img', { name: 'Priority: urgent' })).toBeHidden();

    await page.keyboard.press('t');
    const team = page.getByRole('dialog', { name: 'Team' }).getByRole('option').first();
    const name = await team.locator('bdi').innerText();
    await page.keyboard.press('Enter');
    await expect(about.getByText(name, { exact: true })).toBeVisible();
    await expect(messages(page)).toContainText(`gave it to ${name}`);
  });

  test('spam goes away, and comes back by the toast or by z', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    await page.keyboard.press('!');
    await expect(row(page, customer)).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
    await expect(row(page, customer)).toBeVisible();
    await page.keyboard.press('!');
    await expect(row(page, customer)).toBeHidden();
    await page.keyboard.press('z');
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
    await expect(row(page, customer)).toBeVisible();
    await expect(header(page).getByRole('button', { name: 'Open' })).toBeVisible();
  });

  test('an agent hands over what is theirs with a note', async ({ signedInAs, network }) => {
    const customer = await writer(network);
    const page = await opened(await signedInAs('agent'), customer);
    const colleague = await opened(await signedInAs('other'), customer);
    await page.keyboard.press('c');
    await expect(page.getByText('Yours', { exact: true })).toBeVisible();
    await page.keyboard.press('a');
    const picker = page.getByRole('dialog', { name: 'Assign to' });
    const note = unique('She wants a refund for both tubs.');
    await picker.getByRole('textbox', { name: /Note for the handover/ }).fill(note);
    await picker.getByRole('combobox').press('Home');
    await picker.getByRole('combobox').fill('mo');
    await page.keyboard.press('Enter');
    await expect(colleague.getByText('Yours', { exact: true })).toBeVisible();
    await expect(messages(colleague)).toContainText(note);
    await expect(messages(colleague)).toContainText('gave it to you');
  });
});

test.describe('what is new', () => {
  test('is a matter of each person, and of all their windows', async ({ signedInAs, network }) => {
    const customer = await network.newCustomer();
    await network.write(customer, unique('First.'));
    const mine = await signedInAs('agent');
    const theirs = await signedInAs('other');
    const second = await mine.context().newPage();
    for (const page of [mine, theirs, second]) {
      await page.goto('/inbox/open');
      await expect(unreadRow(page, customer)).toBeVisible();
    }
    await row(mine, customer).click();
    await expect(messages(mine)).toContainText('First.');
    await expect(unreadRow(mine, customer)).toBeHidden();
    await expect(unreadRow(second, customer)).toBeHidden();
    await expect(unreadRow(theirs, customer)).toBeVisible();

    await mine.keyboard.press('Escape');
    await mine.mouse.move(900, 300);
    await network.write(customer, unique('Second.'));
    await expect(unreadRow(mine, customer)).toBeVisible();
    await row(mine, customer).click();
    await expect(messages(mine).getByText('New', { exact: true })).toBeVisible();
    await expect(unreadRow(mine, customer)).toBeHidden();

    await said(mine, 'First.').hover();
    await said(mine, 'First.').getByRole('button', { name: 'More about this message' }).click();
    await mine.getByRole('option', { name: 'Mark unread from here' }).click();
    await expect(unreadRow(mine, customer)).toBeVisible();
    await expect(unreadRow(second, customer)).toBeVisible();
  });
});

test('a conversation of five thousand messages opens at the newest and is read through without a jump', async ({
  signedInAs,
  network,
  stack,
}) => {
  const customer = await writer(network);
  const page = await signedInAs('agent');
  await page.goto('/inbox/open');
  await expect(row(page, customer)).toBeVisible();
  await new BackDoor(stack.DATABASE_URL).fillThread(customer.username, 5_000);
  const opening = await page.evaluateHandle(watchOpening, 'Is anybody there?');
  await row(page, customer).click();
  await expect(messages(page).getByText('Is anybody there?')).toBeInViewport();
  const opened = await opening.evaluate((watched) => watched.seen);
  test.info().annotations.push({ type: 'opening', description: JSON.stringify(opened) });
  expect(opened.firstInSight, 'the first frame that shows it shows the newest').toBe(true);
  expect(opened.moved, 'and from then on nothing moves').toBeLessThan(1);
  await expect(messages(page).getByText('Line 4999.', { exact: true })).toBeAttached();

  const result = await readUpwards(page);
  test.info().annotations.push({ type: 'long thread', description: JSON.stringify(result) });
  expect(result.oldest).toBe('Line 1.');
  expect(result.mostLines, 'only what is near is drawn').toBeLessThan(400);
  expect(result.jumps, 'nothing that is read moves').toBe(0);
  await messages(page).evaluate((view) => view.scrollTo({ top: 0 }));
  await expect(messages(page).getByText('Is anybody there?')).toBeInViewport();
});

/**
 * Runs in the page: looks at every frame from now on, until half a second after the newest message stands
 * there. An object around the promise, so that nobody waits for it yet.
 */
function watchOpening(newest: string): {
  seen: Promise<{ firstInSight: boolean; moved: number; frames: number }>;
} {
  const find = () => {
    const view = document.querySelector('main section');
    const lines = [...(view?.querySelectorAll('li[data-kind]') ?? [])];
    return { view, line: lines.find((line) => line.textContent?.includes(newest)), lines };
  };
  const seen = new Promise<{ firstInSight: boolean; moved: number; frames: number }>((resolve) => {
    let first: { top: number; inSight: boolean; at: number } | undefined;
    let moved = 0;
    let frames = 0;
    const look = () => {
      const { view, line, lines } = find();
      if (view && lines.length > 0) {
        const frame = view.getBoundingClientRect();
        const box = line?.getBoundingClientRect();
        const inSight = box !== undefined && box.top >= frame.top && box.bottom <= frame.bottom;
        first ??= { top: box?.top ?? 0, inSight, at: performance.now() };
        moved = Math.max(moved, Math.abs((box?.top ?? 0) - first.top));
        frames += 1;
      }
      if (first && performance.now() - first.at > 500) {
        resolve({ firstInSight: first.inSight, moved, frames });
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return { seen };
}

type Step = { ms: number; jumped: boolean; moved: boolean; lines: number; oldest: string };

/** Scrolls to the very first message as a wheel does, and watches one line in sight from frame to frame. */
async function readUpwards(page: Page) {
  const steps: Step[] = [];
  while (steps.at(-1)?.oldest !== 'Line 1.' && steps.length < 3_000) {
    steps.push(...(await messages(page).evaluate(scrollUp, 60)));
  }
  const ms = steps.map((step) => step.ms).sort((a, b) => a - b);
  const share = (part: number) => Math.round(ms[Math.floor(ms.length * part)] ?? 0);
  return {
    oldest: steps.at(-1)?.oldest,
    frames: ms.length,
    p50: share(0.5),
    p95: share(0.95),
    worst: share(0.999),
    mostLines: Math.max(...steps.map(({ lines }) => lines)),
    jumps: steps.filter(({ jumped }) => jumped).length,
  };
}

/** Runs in the page: one step a frame, each with what became of a line that was in sight. */
async function scrollUp(view: Element, count: number): Promise<Step[]> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const topOf = (element: Element) => element.getBoundingClientRect().top;
  const steps: Step[] = [];
  let last = await frame();
  for (let turn = 0; turn < count; turn++) {
    const lines = [...view.querySelectorAll('li[data-kind]')];
    const watched = lines.find((line) => topOf(line) >= topOf(view)) ?? view;
    const [before, at] = [topOf(watched), view.scrollTop];
    view.scrollBy({ top: -700 });
    const moved = at - view.scrollTop;
    const now = await frame();
    const drift = watched.isConnected && watched !== view ? topOf(watched) - before - moved : 0;
    const oldest = view.querySelector('li[data-kind] bdi[dir]')?.textContent ?? '';
    const jumped = Math.abs(drift) > 1;
    steps.push({ ms: now - last, jumped, moved: moved > 0, lines: lines.length, oldest });
    last = now;
  }
  return steps;
}

function row(page: Page, { name }: Customer): Locator {
  return page.getByRole('link', { name }).first();
}

function unreadRow(page: Page, customer: Customer): Locator {
  return row(page, customer).filter({ hasText: 'Unread.' });
}

function header(page: Page): Locator {
  return page.getByRole('main').locator('header');
}
