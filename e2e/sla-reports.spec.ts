import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { rowsOf } from '@/lib/domain/csv';
import { cleanInBothThemes } from './axe';
import { expect, test } from './fixtures';

const phone = { viewport: { width: 390, height: 844 } };

test.describe('the report of promises', () => {
  test('a lead finds it in the rail, narrows it, and each number opens what it counts', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('lead');
    await page.goto('/inbox/mine');
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Promises kept' })).toBeVisible();
    await page.getByRole('link', { name: '90 days' }).click();
    await expect(page).toHaveURL(/days=90/);
    await expect(page.getByRole('region', { name: 'All promises' })).toContainText('%');
    await cleanInBothThemes(page, 'the report of promises');

    const counted = page.getByRole('link', { name: /^\d+: Counted, First response/ }).first();
    const count = Number.parseInt((await counted.textContent()) ?? '', 10);
    await counted.click();
    await expect(
      page.getByRole('heading', { level: 2, name: 'First response, kept or broken' }),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: 'Promises', exact: true })).toBeVisible();
    expect(await linesOverPages(page)).toBe(count);
    await cleanInBothThemes(page, 'the promises behind a number');

    await conversationsOf(page).first().click();
    await expect(page).toHaveURL(/\/inbox\/all\//);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('an hour of the week and a row of a split open their own', async ({ signedInAs }) => {
    const page = await signedInAs('lead');
    await page.goto('/reports/sla?days=90&zone=Asia/Tokyo');
    await page.getByRole('link', { name: 'By member' }).click();
    await expect(page).toHaveURL(/by=member/);
    const split = page.getByRole('region', { name: 'First response by member, table' });
    const row = split.getByRole('link', { name: /^\d+: Counted/ }).first();
    const ofMember = Number.parseInt((await row.textContent()) ?? '', 10);
    await row.click();
    await expect(page.getByRole('region', { name: 'Promises', exact: true })).toBeVisible();
    expect(await linesOverPages(page)).toBe(ofMember);

    await page.getByRole('link', { name: 'Promises kept' }).last().click();
    await expect(page).toHaveURL(/zone=Asia%2FTokyo/);
    const hour = page.getByRole('link', { name: /^\w{3} \d\d:00 to \d\d:00: / }).first();
    const inHour = Number.parseInt(
      / of (\d+),/.exec((await hour.getAttribute('aria-label')) ?? '')?.[1] ?? '',
      10,
    );
    await hour.click();
    await expect(page).toHaveURL(/hour=\d-\d/);
    await expect(page.getByRole('region', { name: 'Promises', exact: true })).toBeVisible();
    expect(await linesOverPages(page)).toBe(inHour);
  });

  test('the file holds what the screen shows, with the same filters', async ({ signedInAs }) => {
    const page = await signedInAs('lead');
    await page.goto('/reports/sla?days=90');
    await page.getByLabel('Priority').selectOption('Normal');
    await expect(page).toHaveURL(/priority=normal/);
    const table = page.getByRole('region', { name: 'All promises' });
    const shown = await table.getByRole('link', { name: /: Counted, / }).allTextContents();
    expect(shown.length).toBeGreaterThan(0);

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV: all promises' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('promises.csv');
    const [heads = [], ...rows] = rowsOf(await readFile(await file.path(), 'utf8')) ?? [];
    const column = heads.indexOf('counted');
    const kept = rows.map((cells) => cells[column]).filter((cell) => cell !== '0');
    expect(kept).toEqual(shown);
  });

  test('days and zone are chosen, and said back', async ({ signedInAs }) => {
    const page = await signedInAs('lead', phone);
    await page.goto('/reports/sla');
    await page.getByLabel('From', { exact: true }).fill('2026-01-05');
    await page.getByLabel('to', { exact: true }).fill('2026-01-07');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/from=2026-01-05&to=2026-01-07/);
    await page.getByLabel('Clock of').selectOption('Asia/Singapore');
    await expect(page).toHaveURL(/zone=Asia%2FSingapore/);
    await expect(page.getByText('Nothing was promised in this time')).toBeVisible();
    await page.getByRole('link', { name: '28 days' }).click();
    await expect(page.getByRole('region', { name: 'All promises' })).toBeVisible();
    expect(await sidewaysOf(page)).toBe(0);
    await cleanInBothThemes(page, 'the report of promises on a phone');
  });
});

test.describe('the report of volume', () => {
  test('is in the palette, says what it knows of a year ago, and opens its conversations', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('lead');
    await page.goto('/inbox/mine');
    await page.getByRole('button', { name: 'Find and do anything' }).click();
    await page.keyboard.type('volume');
    await page.getByRole('option', { name: /^Volume/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Volume' })).toBeVisible();
    await expect(page.getByRole('img', { name: /^Messages received by day: / })).toBeVisible();
    await expect(page.getByText('no data a year ago').first()).toBeVisible();
    await page.getByText('Each day as a table').click();
    await cleanInBothThemes(page, 'the report of volume');

    const number = page
      .getByRole('region', { name: 'Each day' })
      .getByRole('link', { name: /^\d+: conversations started/ })
      .first();
    const count = Number.parseInt((await number.textContent()) ?? '', 10);
    await number.click();
    await expect(
      page.getByRole('heading', { level: 2, name: 'Conversations that began' }),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: 'Conversations', exact: true })).toBeVisible();
    expect(await linesOverPages(page)).toBe(count);
    await cleanInBothThemes(page, 'the conversations behind a number');
    await conversationsOf(page).first().click();
    await expect(page).toHaveURL(/\/inbox\/all\//);
  });

  test('fits a phone', async ({ signedInAs }) => {
    const page = await signedInAs('lead', phone);
    await page.goto('/reports/volume?days=90');
    await expect(page.getByRole('heading', { level: 1, name: 'Volume' })).toBeVisible();
    expect(await sidewaysOf(page)).toBe(0);
  });
});

test('an agent is told who sees reports, and gets no file', async ({ signedInAs, allow }) => {
  allow(/403/);
  const page = await signedInAs('agent');
  for (const path of ['sla', 'sla/targets', 'volume', 'volume/conversations']) {
    await page.goto(`/reports/${path}`);
    await expect(page.getByText(/Only leads and admins can see reports/)).toBeVisible();
  }
  await expect(page.getByRole('link', { name: 'Reports', exact: true })).toHaveCount(0);
  for (const path of ['sla/metrics', 'sla/targets', 'volume/days', 'volume/conversations']) {
    const answer = await page.request.get(`/api/reports/${path}`);
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'forbidden' });
  }
});

/** The ways to conversations of a list. */
function conversationsOf(page: Page) {
  return page.getByRole('main').getByRole('rowheader').getByRole('link');
}

/** How many lines there are on this page of a list and all after it. Stays on the last one. */
async function linesOverPages(page: Page): Promise<number> {
  const lines = await conversationsOf(page).count();
  const next = page.getByRole('link', { name: 'Next page' });
  if ((await next.count()) === 0) return lines;
  const address = await next.getAttribute('href');
  await next.click();
  await expect(page).toHaveURL(
    new RegExp(`after=${new URLSearchParams(address?.split('?')[1]).get('after')}`),
  );
  await expect(page.getByRole('link', { name: 'First page' })).toBeVisible();
  return lines + (await linesOverPages(page));
}

/** By how much the page is wider than its screen. */
function sidewaysOf(page: Page): Promise<number> {
  return page
    .getByRole('main')
    .evaluate((main) => Math.max(0, main.scrollWidth - main.clientWidth));
}
