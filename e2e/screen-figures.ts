import http from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** What a first visit costs: bytes as they travel (gzip). `scripts` are those that the page itself names. */
export type Weight = { scripts: number; page: number };

/**
 * What a browser saw of a page so far. Times in milliseconds; `shift` is the sum of unexpected layout shifts;
 * `vanished` is what the server drew and the page took away again before it was whole.
 */
export type Seen = { largestPaint: number; shift: number; shifted: string[]; vanished: string[] };

/** Weighs a page as a browser that has nothing yet would load it. `cookie` is the header's value. */
export async function weigh(address: string, cookie: string): Promise<Weight> {
  const document = await travel(address, cookie);
  // What is only for browsers without modules is loaded by none that we support.
  const tags = document.text
    .match(/<(?:script|link)\b[^>]*>/g)
    ?.filter((tag) => !/nomodule/i.test(tag));
  const named = [...`${tags}`.matchAll(/(?:src|href)="(\/_next\/[^"]+\.(?:js|css|woff2))"/g)];
  const paths = [...new Set(named.flatMap(([, path]) => path ?? []))];
  const parts = await Promise.all(
    paths.map(async (path) => ({ path, ...(await travel(new URL(path, address).href, cookie)) })),
  );
  const scripts = parts.filter(({ path }) => path.endsWith('.js'));
  return { scripts: sum(scripts), page: document.bytes + sum(parts) };
}

/** To be called before the first navigation of a page. */
export async function watchPaint(page: Page): Promise<void> {
  await page.addInitScript(watch);
  await page.addInitScript(watchVanishing);
}

type Shift = PerformanceEntry & {
  value: number;
  hadRecentInput: boolean;
  sources?: { node?: Node | null }[];
};

function watch() {
  const seen = { largestPaint: 0, shift: 0, shifted: [] as string[], vanished: [] as string[] };
  Object.assign(window, { porchlightSeen: seen });
  // A clock that ticks draws itself anew in its place; what it would push aside is seen as ever.
  const ticks = ({ node }: { node?: Node | null }) =>
    (node instanceof Element ? node : node?.parentElement)?.localName === 'time';
  const name = ({ node }: { node?: Node | null }) =>
    node instanceof HTMLElement ? node.outerHTML.slice(0, 120) : `${node?.textContent}`;
  new PerformanceObserver((list) => {
    seen.largestPaint = list.getEntries().at(-1)?.startTime ?? seen.largestPaint;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    const shifts = (list.getEntries() as Shift[]).filter(({ hadRecentInput }) => !hadRecentInput);
    for (const { value, sources = [] } of shifts) {
      if (sources.length > 0 && sources.every(ticks)) continue;
      seen.shift += value;
      seen.shifted.push(...sources.map(name));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page. A part that is only moved to its place, as streamed ones are, is there at the next frame. */
function watchVanishing() {
  // Rows far below are only drawn until the page knows how high it is.
  const isGone = (node: Node) =>
    !node.isConnected && node instanceof Element && node.localName !== 'li';
  const isSeen = (node: Node) => node.textContent || (node as Element).querySelector('svg');
  const watching = new MutationObserver((changes) => {
    if (performance.getEntriesByName('porchlight:whole').length > 0) return watching.disconnect();
    const taken = changes.flatMap(({ removedNodes }) => [...removedNodes]);
    requestAnimationFrame(() => {
      const gone = taken.filter(isGone).filter(isSeen) as Element[];
      const { vanished } = (window as unknown as { porchlightSeen: Seen }).porchlightSeen;
      vanished.push(...gone.map((node) => node.outerHTML.slice(0, 120)));
    });
  });
  document.addEventListener('DOMContentLoaded', () => {
    watching.observe(document.body, { childList: true, subtree: true });
  });
}

/** What the observers of `watchPaint` have seen. */
export function seenOf(page: Page): Promise<Seen> {
  return page.evaluate(() => (window as unknown as { porchlightSeen: Seen }).porchlightSeen);
}

/** Presses a key and answers how long it took until the heading named another conversation and was painted. */
export async function keyToConversation(page: Page, key: string): Promise<number> {
  return await keyTo(page, key, nextHeadingPainted);
}

/** Types a letter and answers how long it took until it was painted. The field must have the focus. */
export async function keyToLetter(page: Page, letter: string): Promise<number> {
  return await keyTo(page, letter, nextInputPainted);
}

/** Presses a key and answers how long it took until another row of the list had the focus and was painted. */
export async function keyToRow(page: Page, key: string): Promise<number> {
  return await keyTo(page, key, nextFocusPainted);
}

/** Listens first and presses then: the browser may take a key before a question that was asked earlier. */
async function keyTo(page: Page, key: string, painted: () => Promise<number>): Promise<number> {
  const answer = await page.evaluateHandle(`({ painted: (${painted})() })`);
  await page.keyboard.press(key);
  return await answer.evaluate((listening) => (listening as { painted: Promise<number> }).painted);
}

function nextHeadingPainted(): Promise<number> {
  const heading = () => document.querySelector('main h1')?.textContent ?? '';
  const before = heading();
  return new Promise((resolve) => {
    let from = 0;
    document.addEventListener(
      'keydown',
      (event) => {
        from = event.timeStamp;
        const look = () => {
          const now = heading();
          const messages = document.querySelector('main section li');
          if (now !== '' && now !== before && messages) {
            requestAnimationFrame(() => resolve(performance.now() - from));
          } else requestAnimationFrame(look);
        };
        look();
      },
      { once: true, capture: true },
    );
  });
}

function nextInputPainted(): Promise<number> {
  return new Promise((resolve) => {
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const done = () => requestAnimationFrame(() => resolve(performance.now() - timeStamp));
        document.addEventListener('input', done, { once: true });
      },
      { once: true, capture: true },
    );
  });
}

function nextFocusPainted(): Promise<number> {
  return new Promise((resolve) => {
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const done = () => requestAnimationFrame(() => resolve(performance.now() - timeStamp));
        document.addEventListener('focusin', done, { once: true });
      },
      { once: true, capture: true },
    );
  });
}

/** One request, its body as it travels. */
function travel(address: string, cookie: string): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip' };
    http
      .get(address, { headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const body = Buffer.concat(parts);
          const packed = response.headers['content-encoding'] === 'gzip';
          resolve({ bytes: body.byteLength, text: `${packed ? gunzipSync(body) : body}` });
        });
      })
      .on('error', reject);
  });
}

function sum(parts: readonly { bytes: number }[]): number {
  return parts.reduce((total, { bytes }) => total + bytes, 0);
}
