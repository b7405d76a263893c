import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { summary } from './clock';
import { push } from './intake';
import type { Line } from './line';
import { line } from './reads';
import type { Rig } from './rig';

const MESSAGES = 40;

/** Budget 9: from the webhook to the words on an agent's screen, in a real browser with the list open. */
export async function paint(rig: Rig): Promise<Line[]> {
  const { page, close } = await openBrowser(rig);
  try {
    await page.goto(`${rig.app}/inbox/open`);
    await page.getByRole('main').first().waitFor();
    const waits: number[] = [];
    for (let turn = 0; turn < MESSAGES; turn++) {
      const text = `Painted ${turn} ${Date.now()}`;
      const seen = page.evaluate(paintedAt, text);
      const sentAt = Date.now();
      await push(rig, turn + 7, text);
      waits.push((await seen) - sentAt);
    }
    return [
      line('9', 'webhook to painted, p95', summary(waits).p95, { unit: 'ms', limit: 150 }),
      line('9', 'webhook to painted, p50', summary(waits).p50, { unit: 'ms' }),
    ];
  } finally {
    await close();
  }
}

/** A browser that has nothing yet but its sign-in. */
export async function openBrowser(rig: Rig): Promise<{ page: Page; close: () => Promise<void> }> {
  const browser = await chromium.launch({
    ...(systemChromium() ? { executablePath: `${systemChromium()}` } : {}),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-dev-shm-usage'],
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = rig.cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: rig.app }]);
  return { page: await context.newPage(), close: () => browser.close() };
}

/** Runs in the page: resolves with the wall clock of the first frame that shows the text. */
function paintedAt(text: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.body.innerText.includes(text)) requestAnimationFrame(() => resolve(Date.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}

function systemChromium(): string | undefined {
  return [process.env['E2E_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome-stable'].find(
    (path) => path !== undefined && existsSync(path),
  );
}
