import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { csvOf, tableOf } from '@/lib/domain/csv';
import { libraryFile } from '@/lib/queries/replies/export';
import { replyLibrary } from '@/lib/queries/replies/library';
import { archiveReply } from './archive';
import { decideOnVersion } from './decide';
import { importReplies } from './import';
import { publishVersion } from './publish';
import { submitVersion } from './submit';

let database: TestDatabase;
let workspaceId: string;
let marketer: Actor;
const handle = 'creamery';
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspaceId = await aWorkspace();
  marketer = await aMember(workspaceId, ['marketer']);
  await aChannel(workspaceId, { handle });
});

const head = [
  ...['key', 'title', 'folder', 'purpose', 'risk', 'channels', 'source_language', 'language'],
  ...['allowance', 'valid_from', 'valid_until', 'review_by', 'body'],
];

type Words = { key?: string; language?: string; body?: string; risk?: string };

function row({
  key = 'refund',
  language = 'en',
  body = 'In five days.',
  risk = 'low',
}: Words = {}) {
  return [
    ...[key, 'Refund', 'Money', 'answer', risk, `@${handle}`, 'en', language, 'free'],
    ...['2030-01-01T00:00+01:00', '', '', body],
  ];
}

function file(...rows: string[][]): string {
  return csvOf([head, ...rows]);
}

function bring(text: string, options: { dryRun?: boolean; skipWrong?: boolean } = {}) {
  return importReplies(marketer, { format: 'csv', text, dryRun: false, ...options });
}

async function lines() {
  return (await replyLibrary(marketer)).map(({ key, languages }) => [
    key,
    languages.map(({ language, next, published }) => [language, (published ?? next)?.number]),
  ]);
}

/** Somebody else approves what the marketer wrote, and it is published. */
async function published(): Promise<string> {
  await bring(file(row()));
  // So that it can be published now.
  await database.admin.query(
    'update reply_versions set valid_from = null where workspace_id = $1',
    [workspaceId],
  );
  const [line] = await replyLibrary(marketer);
  const versionId = line?.languages[0]?.next?.versionId ?? '';
  await submitVersion(marketer, { versionId, revision: 1 });
  const { rows } = await database.admin.query<{ body_hash: string }>(
    'select body_hash from reply_versions where id = $1',
    [versionId],
  );
  const lead = await aMember(workspaceId, ['lead']);
  const decision = { versionId, bodyHash: rows[0]?.body_hash, decision: 'approved', comment: '' };
  await decideOnVersion(lead, decision);
  await publishVersion(marketer, { versionId });
  return line?.id ?? '';
}

describe('a file of approved replies', () => {
  it('is only read in a dry run', async () => {
    expect(await bring(file(row()), { dryRun: true })).toMatchObject({ replies: 1, drafts: 1 });
    expect(await lines()).toEqual([]);
  });

  it('becomes drafts, the translations of their source', async () => {
    const both = file(row({ language: 'de', body: 'In fünf Tagen.' }), row());
    expect(await bring(both)).toMatchObject({ replies: 1, drafts: 2, refused: 0, unchanged: 0 });
    const { rows } = await database.admin.query(
      `select v.language, v.state, v.number, v.valid_from, v.author_id, s.language as source
       from reply_versions v left join reply_versions s on s.id = v.source_version_id
       where v.workspace_id = $1 order by v.language`,
      [workspaceId],
    );
    const draft = { state: 'draft', number: 1, author_id: marketer.memberId };
    expect(rows).toMatchObject([
      { ...draft, language: 'de', source: 'en', valid_from: new Date('2029-12-31T23:00:00Z') },
      { ...draft, language: 'en', source: null },
    ]);
  });

  it('is taken as a whole or not at all', async () => {
    const text = file(row(), row({ key: 'No Key' }));
    await expect(bring(text)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/^Line 3: A key has lower-case.* Nothing was imported\.$/),
    });
    expect(await lines()).toEqual([]);
    expect(await bring(text, { skipWrong: true })).toMatchObject({ drafts: 1, refused: 1 });
    expect(await lines()).toEqual([['refund', [['en', 1]]]]);
  });

  it('writes over nobody’s draft', async () => {
    await bring(file(row()));
    await expect(bring(file(row({ body: 'Tomorrow.' })))).rejects.toMatchObject({
      message: expect.stringContaining(`${marketer.name} is writing “refund” in en`),
    });
  });

  it('begins a new draft after words that are published, and says which are the same', async () => {
    await published();
    const same = row().map((cell) => (cell.startsWith('2030') ? '' : cell));
    expect(await bring(file(same))).toMatchObject({ drafts: 0, unchanged: 1 });
    expect(await bring(file(row({ body: 'Tomorrow.' })))).toMatchObject({ replies: 0, drafts: 1 });
    expect((await replyLibrary(marketer))[0]?.languages[0]).toMatchObject({
      published: { number: 1 },
      next: { number: 2, state: 'draft' },
    });
  });

  it('does not bring back what is archived', async () => {
    await bring(file(row()));
    const [line] = await replyLibrary(marketer);
    await archiveReply(marketer, { replyId: line?.id, archived: true });
    await expect(bring(file(row({ language: 'de' })))).rejects.toMatchObject({
      message: expect.stringContaining('“refund” is archived'),
    });
  });

  it('may have five thousand rows', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => row({ key: `reply-${at}` }));
    expect(await bring(file(...rows))).toMatchObject({ replies: 5_000, drafts: 5_000 });
    expect(await bring(file(...rows))).toMatchObject({ drafts: 0, unchanged: 5_000 });
  });

  it('is taken from nobody but a marketer', async () => {
    const lead = await aMember(workspaceId, ['lead', 'agent', 'admin']);
    await expect(
      importReplies(lead, { format: 'csv', text: file(row()), dryRun: true }),
    ).rejects.toMatchObject({ code: 'forbidden', message: 'Only marketers can do this.' });
  });

  it('knows nothing of another workspace', async () => {
    await bring(file(row()));
    const other = await aMember(await aWorkspace(), ['marketer']);
    const text = file(row({ body: 'Mine.' }));
    const report = await importReplies(other, { format: 'csv', text });
    // Neither its reply, which would be somebody’s draft, nor its channel.
    expect(report.problems.map(({ column }) => column)).toEqual(['channels']);
    expect(report.problems[0]?.message).toContain('None is connected yet.');
  });
});

describe('the library as a file', () => {
  const ask = (actor: Actor, format: string) =>
    libraryFile(actor, {}, new URLSearchParams({ format }));

  const odd = '-5 %; "ja"\nso';

  it('has the published words, else the newest, and nothing of another workspace', async () => {
    await published();
    await bring(file(row({ body: 'Tomorrow.' }), row({ language: 'de', body: odd })));
    const { text } = await ask(marketer, 'csv');
    const [names, ...rows] = tableOf(text).rows.map(({ cells }) => cells);
    const cell = (at: number, name: string) => rows[at]?.[names?.indexOf(name) ?? -1];
    expect(rows).toHaveLength(2);
    expect([cell(0, 'body'), cell(0, 'state'), cell(0, 'number')]).toEqual([
      ...['In five days.', 'published', '1'],
    ]);
    expect([cell(1, 'body'), cell(1, 'state'), cell(1, 'channels')]).toEqual([
      ...[`'${odd}`, 'draft', handle],
    ]);
    const stranger = await aMember(await aWorkspace(), ['agent']);
    expect(JSON.parse((await ask(stranger, 'json')).text)).toEqual([]);
  });

  it.each(['csv', 'json'])('is taken back as it was given: %s', async (format) => {
    await published();
    const bodies = [
      "'=1+1",
      '=HYPERLINK("x")',
      'a, "b"; c\td\n\ne',
      '日本語 {{contact.first_name|du}}',
    ];
    const keys = bodies.map((body, at) => row({ key: `odd-${at}`, body, risk: 'high' }));
    await bring(file(...keys, row({ language: 'de', body: '+49' })));
    const given = await ask(marketer, format);
    const here = await importReplies(marketer, { format, text: given.text, dryRun: false });
    expect(here).toMatchObject({ drafts: 0, unchanged: 6, refused: 0 });
    const elsewhere = await aWorkspace();
    const other = await aMember(elsewhere, ['marketer']);
    await aChannel(elsewhere, { handle });
    const there = await importReplies(other, { format, text: given.text, dryRun: false });
    expect(there).toMatchObject({ replies: 5, drafts: 6, refused: 0 });
    const back = (text: string) => text.replaceAll('published', 'draft');
    expect((await ask(other, format)).text).toBe(back(given.text));
  });

  it('has only the two formats', async () => {
    await expect(ask(marketer, 'xlsx')).rejects.toMatchObject({ code: 'invalid' });
  });
});
