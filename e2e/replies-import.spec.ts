import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { csvOf, rowsOf } from '@/lib/domain/csv';
import { cleanInBothThemes } from './axe';
import { expect, test, unique } from './fixtures';

const phone = { viewport: { width: 390, height: 844 } };

const head = ['key', 'title', 'purpose', 'risk', 'language', 'body'];

function aKey(): string {
  return unique('import')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}

/** Gives the page a file, as somebody who chooses it. */
async function choose(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

async function textOf(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return await readFile(await download.path(), 'utf8');
}

test.describe('a file of approved replies', () => {
  test('is judged before anything is written, and its right rows become drafts', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('marketer');
    const key = aKey();
    await page.goto('/replies/import');
    await choose(
      page,
      'summer.csv',
      csvOf([
        head,
        [key, 'Summer hours', 'answer', 'low', 'en', 'We are open [[from 10 to 22]].'],
        [`${key}-2`, 'Wrong', 'fun', 'low', 'en', 'Hi {{contact.name}}'],
        [`${key}-3`, 'Also wrong', 'answer', 'low', 'English', 'Hi'],
      ]),
    );
    await expect(page.getByText('1 new reply, 1 draft, 2 wrong rows.')).toBeVisible();
    const problems = page.getByRole('table', { name: '3 problems' });
    await expect(problems.getByRole('row')).toHaveCount(4);
    await expect(problems).toContainText('There is no purpose “fun”. Write acknowledge');
    await expect(problems.getByRole('row', { name: /Line 4/ })).toContainText('is no code');
    await cleanInBothThemes(page, 'a file that was judged');

    const report = rowsOf(
      await textOf(page, page.getByRole('button', { name: 'File of problems' })),
    );
    expect(report?.map(([line, column]) => [line, column])).toEqual([
      ['line', 'column'],
      ['3', 'purpose'],
      ['3', 'body'],
      ['4', 'language'],
    ]);

    await page.getByRole('button', { name: 'Import 1 draft' }).click();
    await expect(page.getByText('Imported 1 draft and 1 new reply. 2 rows were')).toBeVisible();
    await page.getByRole('link', { name: 'To the library' }).click();
    await expect(page.getByRole('link', { name: /Summer hours/ }).first()).toBeVisible();

    // The same words again are nothing to do.
    await page.goto('/replies/import');
    const same = [key, '', '', '', 'en', 'We are open [[from 10 to 22]].'];
    await choose(page, 'summer.csv', csvOf([head, same]));
    await expect(page.getByText('0 drafts, 1 unchanged.')).toBeVisible();
    await expect(page.getByText('There is nothing to import.')).toBeVisible();
  });

  test('is refused as a whole when it cannot be read, with what to do', async ({ signedInAs }) => {
    const page = await signedInAs('marketer', phone);
    await page.goto('/replies/import');
    await choose(page, 'old.csv', Buffer.from('key;body\nfür', 'latin1'));
    await expect(page.getByRole('alert').first()).toContainText('is not UTF-8');
    await choose(page, 'broken.csv', 'key,language,body\na,en,"never ends');
    await expect(page.getByText('begins a cell on line 2 never ends')).toBeVisible();
    await cleanInBothThemes(page, 'a file that cannot be read, on a phone');
  });

  test('is what the library gives out, and what it takes back', async ({ signedInAs }) => {
    const page = await signedInAs('marketer');
    await page.goto('/replies/import');
    const csv = await textOf(page, page.getByRole('link', { name: 'CSV', exact: true }));
    const rows = rowsOf(csv) ?? [];
    expect(rows.length).toBeGreaterThan(3);
    await choose(page, 'approved-replies.csv', csv);
    // Words may be over or being written, but they are the same.
    await expect(page.getByText(`0 drafts, ${rows.length - 1} unchanged.`)).toBeVisible();
  });

  test('is brought in by marketers alone', async ({ signedInAs }) => {
    const page = await signedInAs('agent');
    await page.goto('/replies/import');
    await expect(page.getByText(/Only marketers can import approved replies/)).toBeVisible();
    await expect(page.getByLabel('Choose a file')).toHaveCount(0);
  });
});

test.describe('what became of replies', () => {
  test('is told of each, sorted, and leads to the conversations', async ({ signedInAs }) => {
    const page = await signedInAs('marketer');
    await page.goto('/replies/usage?days=90');
    const table = page.getByRole('table', { name: /How each reply was used/ });
    await expect(table).toBeVisible();
    await cleanInBothThemes(page, 'the use of replies');
    await table.getByRole('link', { name: /Resolved/ }).click();
    await expect(page).toHaveURL(/sort=resolved/);
    await expect(table.getByRole('columnheader', { name: /Resolved/ })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    const first = table.getByRole('rowheader').first();
    await first.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Where it was used' })).toBeVisible();
    await cleanInBothThemes(page, 'where a reply was used');
    await page.getByRole('rowheader').first().getByRole('link').click();
    await expect(page).toHaveURL(/\/inbox\/all\//);
  });

  test('is one sentence about common problems, and the wordings that have no reply', async ({
    signedInAs,
  }) => {
    const page = await signedInAs('marketer');
    await page.goto('/replies/coverage?days=90');
    await expect(page.getByText(/common problems? of the last 90 days/)).toBeVisible();
    await expect(page.getByRole('table', { name: /What people write about/ })).toBeVisible();
    await cleanInBothThemes(page, 'coverage');
    await page.setViewportSize(phone.viewport);
    await cleanInBothThemes(page, 'coverage on a phone');
    const write = page.getByRole('link', { name: /^Write a reply for/ }).first();
    await write.click();
    await expect(page).toHaveURL(/\/replies\?new=/);
  });
});
