import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { builtInViews, sorts } from '@/lib/domain/conversation/view';
import { operators } from '@/lib/domain/search/operators';
import { conversationIds } from './conversation-ids';
import { conversationList } from './conversation-list';
import { toCursor } from './cursor';
import type { AnInbox } from './inbox.fixture';
import { anInbox } from './inbox.fixture';
import { listRequestFrom } from './list-params';

let database: TestDatabase;
let inbox: AnInbox;
let ours: Set<string>;
beforeAll(async () => {
  database = await testDatabase();
  await anInbox(database, 60);
  // So many that what is found does not hang on the seed.
  inbox = await anInbox(database, 180);
  const { rows } = await database.admin.query<{ id: string }>(
    'select id from conversations where workspace_id = $1',
    [inbox.workspaceId],
  );
  ours = new Set(rows.map(({ id }) => id));
});
afterAll(() => database.close());

const RUNS = 2_000;

const values = [
  ...'me nobody open on_hold vip rare refunds urgent attachment unread mentioned journalist 2026-11-20 0001-01-01 today 999w'.split(
    ' ',
  ),
  ...'@customer_1 message Message 京都 京 ﷺ İ \u0000 \' " \\ % _ $1 :* & | ! () <-> {} [] null true'.split(
    ' ',
  ),
  "'; drop table messages; --",
  'x'.repeat(600),
  '\ud83d',
  '🍦',
  '-'.repeat(50),
];

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...values) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const term = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.constantFrom('', '', ...operators.map((name) => `${name}:`)),
    word,
  )
  .map((parts) => parts.join(''));
const place = fc.constantFrom(
  'infinity',
  '-infinity',
  'NaN',
  '3',
  '-1',
  '99999999999999999999',
  '2026-11-20T10:00:00.000001Z',
  '2026-02-30T10:00:00.000001Z',
  '01900000-0000-7000-8000-000000000000',
  "' or true --",
);
const cursor = fc.oneof(
  fc.constant(null),
  fc.array(place, { maxLength: 4 }).map(toCursor),
  fc.string({ maxLength: 20 }),
);
const asked = fc.record({
  view: fc.oneof(
    fc.constantFrom<string>(...builtInViews),
    fc
      .constantFrom('team-', 'channel-', 'saved-')
      .map((kind) => `${kind}01900000-0000-7000-8000-000000000000`),
    fc.string({ maxLength: 10 }),
  ),
  q: fc.array(term, { maxLength: 5 }).map((terms) => terms.join(' ')),
  sort: fc.oneof(fc.constantFrom<string>('', ...sorts), fc.string({ maxLength: 6 })),
  zone: fc.constantFrom('', 'Asia/Tokyo', 'Nowhere/Town', "'"),
  cursor,
});

test('whatever a list is asked, it answers with rows of the asker’s workspace or a refusal', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() & 0x7fffffff);
  process.stdout.write(`SEED=${seed}\n`);
  const outcomes = { rows: 0, refused: 0 };
  for (const { cursor: from, ...input } of fc.sample(asked, { seed, numRuns: RUNS })) {
    const outcome = await answerTo(new URLSearchParams(input), from).catch(
      (error: unknown) => error,
    );
    if (Array.isArray(outcome)) {
      outcomes.rows += outcome.length;
      expect(outcome.filter((id) => !ours.has(id))).toEqual([]);
    } else {
      outcomes.refused += 1;
      expect({ input, from, outcome }).toEqual({
        input,
        from,
        outcome: expect.objectContaining({
          name: 'Refusal',
          code: expect.stringMatching(/invalid|not_found/),
        }),
      });
    }
  }
  expect(outcomes.rows).toBeGreaterThan(RUNS);
  expect(outcomes.refused).toBeGreaterThan(100);
}, 300_000);

async function answerTo(search: URLSearchParams, from: string | null): Promise<string[]> {
  const request = listRequestFrom(search);
  const { rows } = await conversationList(inbox.me, { ...request, cursor: from });
  const { ids } = await conversationIds(inbox.me, request);
  return [...rows.map(({ id }) => id), ...ids];
}
