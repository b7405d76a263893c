import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { bundleFile } from '../bundles.mjs';
import { decode, encode } from './png.mjs';
import { quantise } from './quantise.mjs';
import { scenes } from './scenes.mjs';

const MOST_BYTES = 200_000;

/** Takes every scene, one after the other, each as somebody who is signed in anew. */
export async function takeTour({ stack, executable, target, only, log }) {
  const root = path.resolve(import.meta.dirname, '..', '..');
  const { demoPassword } = await import(pathToFileURL(bundleFile(root, 'team')).href);
  const browser = await chromium.launch({
    ...(executable && { executablePath: executable }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-dev-shm-usage'],
  });
  try {
    for (const scene of scenes.filter(({ name }) => only.length === 0 || only.includes(name))) {
      const taken = await take(browser, { ...scene, stack, demoPassword });
      const picture = encode(quantise(decode(taken)));
      writeFileSync(path.join(target, `${scene.name}.png`), picture);
      const size = `${Math.round(picture.length / 1_000)} kB`;
      log(
        `${scene.name}.png, ${size}${picture.length > MOST_BYTES ? ', larger than it should be' : ''}`,
      );
    }
  } finally {
    await browser.close();
  }
}

async function take(browser, { stack, demoPassword, as, theme, size, show }) {
  const context = await browser.newContext({
    baseURL: stack.urls.app,
    viewport: size,
    deviceScaleFactor: 1.5,
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await signIn(page, `${as}@saltedcaramel.example`, demoPassword);
    await show(page);
    await page.evaluate(() => document.fonts.ready);
    return await settled(page);
  } finally {
    await context.close();
  }
}

async function signIn(page, email, password) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/inbox/);
}

/** The screen once it stands still: two pictures in a row that are the same. */
async function settled(page) {
  let before = Buffer.alloc(0);
  for (let turn = 0; turn < 12; turn++) {
    const now = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
}
