import type { Page } from '@playwright/test';
import {
  keyToConversation,
  keyToLetter,
  keyToRow,
  seenOf,
  watchPaint,
  weigh,
} from '@/e2e/screen-figures';
import { summary } from './clock';
import type { Line } from './line';
import { openBrowser } from './paint';
import { line } from './reads';
import type { Rig } from './rig';

const COLD_VISITS = 5;
const KEYS = 60;
const ROWS_SCROLLED = 10_000;
/** As far as a hand throws a wheel from one frame to the next, in pixels. */
const STEP = 600;

/** Budgets 11 to 13: what a first visit weighs, when it is painted, and how soon keys are answered. */
export async function screen(rig: Rig): Promise<Line[]> {
  const address = `${rig.app}/inbox/open`;
  const { scripts, page: whole } = await weigh(address, rig.cookie);
  const cold = await coldVisits(rig, address);
  const warm = await keys(rig, address);
  const scrolled = await scrollThrough(rig, `${rig.app}/inbox/all`);
  return [
    line('11', 'first-load script, gzip', scripts / 1_000, { unit: 'kB', limit: 170 }),
    line('11', 'whole page cold, gzip', whole / 1_000, { unit: 'kB', limit: 260 }),
    line('12', 'largest paint cold, p50', cold.largestPaint, { unit: 'ms', limit: 250 }),
    line('12', 'layout shift', cold.shift, { unit: '', limit: 0 }),
    line('13', 'key to conversation, p50', warm.opened.p50, { unit: 'ms', limit: 30 }),
    line('13', 'key to conversation, p95', warm.opened.p95, { unit: 'ms', limit: 50 }),
    line('13', 'key to letter, p95', warm.typed.p95, { unit: 'ms', limit: 50 }),
    line('13', 'key to row, p95', warm.moved.p95, { unit: 'ms', limit: 50 }),
    {
      ...line('13', 'frame of a scroll through 10,000 rows, p95', scrolled.frames.p95, {
        unit: 'ms',
        limit: 50,
      }),
      note: `${scrolled.rows} rows, p50 ${scrolled.frames.p50.toFixed(0)} ms, at most ${scrolled.drawn} drawn`,
    },
  ];
}

/** Each in a browser that has nothing yet. */
async function coldVisits(rig: Rig, address: string) {
  const paints: number[] = [];
  let shift = 0;
  for (let turn = 0; turn < COLD_VISITS; turn++) {
    await inBrowser(rig, async (page) => {
      await watchPaint(page);
      await page.goto(address);
      await page.locator('a[id^=conversation-]').first().waitFor();
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      const seen = await seenOf(page);
      paints.push(seen.largestPaint);
      shift = Math.max(shift, seen.shift);
    });
  }
  return { largestPaint: summary(paints).p50, shift };
}

async function keys(rig: Rig, address: string) {
  return await inBrowser(rig, async (page) => {
    await page.goto(address);
    const rows = page.locator('a[id^=conversation-]');
    await rows.first().focus();
    const moved: number[] = [];
    for (let turn = 0; turn < KEYS; turn++) moved.push(await keyToRow(page, 'ArrowDown'));
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: /^Reply to/ });
    await field.waitFor();
    const opened: number[] = [];
    for (let turn = 0; turn < KEYS; turn++) opened.push(await keyToConversation(page, 'k'));
    await page.keyboard.press('r');
    const typed: number[] = [];
    for (let turn = 0; turn < KEYS; turn++) typed.push(await keyToLetter(page, 'a'));
    return { moved: summary(moved), opened: summary(opened), typed: summary(typed) };
  });
}

/** Throws the list on until so many rows went by. A frame ends when the browser asks for the next one. */
async function scrollThrough(rig: Rig, address: string) {
  return await inBrowser(rig, async (page) => {
    await page.goto(address);
    await page.locator('a[id^=conversation-]').first().waitFor();
    const seen = await page.evaluate(throwOn, { wanted: ROWS_SCROLLED, step: STEP });
    return { ...seen, frames: summary(seen.frames) };
  });
}

/** Runs in the page. Where more rows are still to come, it waits for them as a person does; that is no frame. */
async function throwOn({ wanted, step }: { wanted: number; step: number }) {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const first = document.querySelector('a[id^=conversation-]');
  const rowHeight = first?.closest('li')?.getBoundingClientRect().height ?? 0;
  let view = first?.parentElement;
  while (view && !/auto|scroll/.test(getComputedStyle(view).overflowY)) view = view.parentElement;
  if (!view || rowHeight === 0) throw new Error('there is no list to scroll');
  const frames: number[] = [];
  let drawn = 0;
  let stalled = 0;
  while (view.scrollTop < wanted * rowHeight && stalled < 600) {
    const [from, at] = [await frame(), view.scrollTop];
    view.scrollBy({ top: step });
    const took = (await frame()) - from;
    if (view.scrollTop > at) frames.push(took);
    stalled = view.scrollTop > at ? 0 : stalled + 1;
    drawn = Math.max(drawn, view.querySelectorAll('a[id^=conversation-]').length);
  }
  return { frames, drawn, rows: Math.floor(view.scrollTop / rowHeight) };
}

async function inBrowser<T>(rig: Rig, run: (page: Page) => Promise<T>): Promise<T> {
  const { page, close } = await openBrowser(rig);
  try {
    return await run(page);
  } finally {
    await close();
  }
}
