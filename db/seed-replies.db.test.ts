import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/access/can';
import type { Allowance } from '@/lib/domain/replies/reply';
import { standingsOf } from '@/lib/domain/replies/standing';
import type { Segment } from '@/lib/domain/replies/template';
import { bodyProblems } from '@/lib/domain/replies/template';
import { knownVariables } from '@/lib/domain/replies/variables';
import { replyLibrary } from '@/lib/queries/replies/library';
import { seedDemo } from './seed';
import type { TestDatabase } from './testing';
import { testDatabase } from './testing';

const now = new Date('2026-11-22T09:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(now);
});
afterAll(() => database.close());

async function ask<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
  return (await database.admin.query<Row>(text)).rows;
}

async function tally(text: string): Promise<Record<string, number>> {
  const rows = await ask<{ name: string; count: number }>(text);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

test('approved replies stand everywhere they can, and are read as their risk asks for', async () => {
  expect(
    await tally('select state as name, count(*)::int as count from reply_versions group by 1'),
  ).toMatchObject({ draft: 2, in_review: 2, changes_requested: 1, recalled: 1, expired: 1 });
  expect(
    await ask(`
    select v.id from reply_versions v
    where v.state in ('approved', 'published', 'superseded', 'expired', 'recalled')
      and (select count(*) from reply_reviews w where w.version_id = v.id and w.decision = 'approved'
        and w.body_hash = v.body_hash) < case v.risk when 'high' then 2 else 1 end`),
  ).toEqual([]);
  const end = `'${now.toISOString()}'::timestamptz`;
  expect(await ask(`select id from reply_reviews where at >= ${end}`)).toEqual([]);
  expect(
    await ask(`select id from reply_versions
      where greatest(created_at, submitted_at, approved_at, published_at, ended_at) >= ${end}
        or due_at < ${end}`),
  ).toEqual([]);
  const [scheduled] = await ask('select 1 from reply_versions where scheduled');
  expect(scheduled).toBeDefined();
});

test('what marketers wrote could be submitted as it stands, and a translation is stale', async () => {
  const rows = await ask<{ body: string; allowance: Allowance; state: string }>(
    "select body, allowance, state from reply_versions where state <> 'draft'",
  );
  for (const { body, allowance } of rows) {
    const known = knownVariables([]);
    expect(bodyProblems(body, { known, allowance, limit: 10_000 }), body).toEqual([]);
  }
  const [lena] = await ask<Actor>(`
    select user_id as "userId", id as "memberId", workspace_id as "workspaceId", 'x' as "sessionId",
      name, email, roles from members where name like 'Lena%'`);
  if (!lena) throw new Error('Lena is not here');
  const lines = await replyLibrary(lena);
  expect(lines).toHaveLength(18);
  const stale = lines.flatMap(({ key, languages }) =>
    languages.filter((language) => language.stale).map(({ language }) => `${key} ${language}`),
  );
  expect(stale).toEqual(['refund-sent de']);
});

test('what was sent with approved replies is in the story, with its locked words', async () => {
  const uses = await ask<{ segments: Segment[]; body: string; edited: number }>(`
    select u.segments, m.body, u.edited from reply_uses u join messages m on m.id = u.message_id`);
  expect(uses.length).toBeGreaterThanOrEqual(10);
  for (const { segments, body, edited } of uses) {
    const standing = standingsOf(body, [{ id: 'it', segments }]).get('it');
    expect(standing?.kind, body).toBe('intact');
    expect(edited).toBeLessThanOrEqual(60);
  }
});
