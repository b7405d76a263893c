import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { replyToConversation } from '@/lib/commands/conversation/reply';
import { undoSend } from '@/lib/commands/conversation/undo-send';
import { createSavedView } from '@/lib/commands/view/create';
import type { Actor } from '@/lib/domain/access/can';
import type { View } from '@/lib/domain/conversation/view';
import { fold } from '@/lib/domain/search/fold';
import { needlesOf } from '@/lib/domain/search/needles';
import { parseQuery } from '@/lib/domain/search/query';
import { conversationIds } from './conversation-ids';
import { conversationList } from './conversation-list';
import { anInbox } from './inbox.fixture';
import { viewCounts } from './view-counts';
import { windowsFor } from './windows';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const request = (q: string, view: View = 'all', cursor: string | null = null) => ({
  view,
  q,
  sort: null,
  zone: 'UTC',
  cursor,
});

async function found(actor: Actor, q: string, view: View = 'all') {
  return (await conversationList(actor, request(q, view))).rows;
}

/** A workspace with one conversation for each text, the first said last; a reader, and the ids in that order. */
async function said(...texts: string[]) {
  const workspaceId = await aWorkspace();
  const me = await aMember(workspaceId);
  const channelId = (await aChannel(workspaceId)).id;
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) {
    const made = await aConversation(workspaceId, { channelId, text: 'Hello' });
    await say(made, { workspaceId, channelId, text, minutesAgo: index * 10 });
    ids.push(made.id);
  }
  return { workspaceId, me, channelId, ids };
}

type Saying = {
  workspaceId: string;
  channelId: string;
  text: string;
  minutesAgo?: number;
  kind?: string;
};

async function say(conversation: { id: string }, saying: Saying) {
  const { workspaceId, channelId, text, minutesAgo = 0, kind = 'inbound' } = saying;
  const id = uuid();
  await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at)
     values ($1, $2, $3, $4, $5, $6, now() - $7 * interval '1 minute')`,
    [workspaceId, id, conversation.id, channelId, kind, text, minutesAgo],
  );
  return id;
}

test.each([
  ['creme brulee', 'Is the Crème Brûlée back?', '[Crème] [Brûlée]'],
  ['bru', 'Is the Crème Brûlée back?', '[Brû]lée'],
  ['strasse', 'Hauptstraße 4, Straße', '[Straße]'],
  ['SC-2026-0042', 'My order is SC-2026-0042, thanks', '[SC-2026-0042]'],
  ['0042', 'My order is SC-2026-0042, thanks', '[0042]'],
  ['塩キャラメル', '塩キャラメルはいつ再入荷しますか。', '[塩キャラメル]はいつ再入荷しますか。'],
  ['しおきゃらめる', 'シオキャラメル', '[シオキャラメル]'],
  ['荷', '塩キャラメルはいつ再入荷しますか。', '再入[荷]しますか。'],
  ['订单', '我的订单在哪里？', '我的[订单]在哪里？'],
  ['크림', '아이스크림이 녹았어요', '아이스[크림]이'],
  ['طلبي', 'أين طَلَبِي؟', '[طَلَبِي]؟'],
  ['елка', 'Ёлка из шоколада', '[Ёлка]'],
  ['@mara_okoro', 'tell @mara_okoro about it', '@[mara_okoro]'],
  ['example.com/track', 'see https://example.com/track?id=7', '[example.com/track]?id=7'],
  ['🍦', 'Thank you 🍦', '[🍦]'],
])('%s is found in “%s” and shown where', async (q, text, marked) => {
  const { me, ids } = await said('Something else entirely', text);
  const rows = await found(me, q);
  expect(rows.map(({ id }) => id)).toEqual([ids[1]]);
  const match = rows[0]?.match;
  const shown = (match?.ranges ?? []).reduceRight(
    (left, [from, to]) => `${left.slice(0, from)}[${left.slice(from, to)}]${left.slice(to)}`,
    match?.excerpt ?? '',
  );
  expect(shown).toContain(marked);
});

test('words that stand apart in scripts without spaces are not taken for one', async () => {
  const { me } = await said('東京に京都がある');
  expect(await found(me, '東京都')).toEqual([]);
  expect(await found(me, '東京 京都')).toHaveLength(1);
});

test('all words must be said in one message, and unwanted ones nowhere in the conversation', async () => {
  const { workspaceId, me, channelId, ids } = await said('melted caramel', 'melted', 'caramel');
  const [first, second] = ids;
  expect((await found(me, 'melted caramel')).map(({ id }) => id)).toEqual([first]);
  expect((await found(me, 'melted -caramel')).map(({ id }) => id)).toEqual([second]);
  await say({ id: `${second}` }, { workspaceId, channelId, text: 'Oh, CARAMEL', minutesAgo: 60 });
  expect(await found(me, 'melted -caramel')).toEqual([]);
  expect((await found(me, '-caramel')).map(({ id }) => id)).toEqual([]);
  expect(await found(me, '"caramel melted"')).toEqual([]);
});

test('notes and our own words are found as well, and the conversation stands once with its best message', async () => {
  const { workspaceId, me, channelId, ids } = await said('first refunding', 'x');
  const [id = ''] = ids;
  await say(
    { id },
    { workspaceId, channelId, text: 'refunds later', minutesAgo: 1, kind: 'outbound' },
  );
  const best = await say(
    { id },
    { workspaceId, channelId, text: 'Refund it', minutesAgo: 2, kind: 'note' },
  );
  const rows = await found(me, 'refund');
  expect(rows.map((row) => [row.id, row.match?.messageId])).toEqual([[id, best]]);
});

test('what was called back is not found, and not counted', async () => {
  const { workspaceId, me, ids } = await said('Hello', 'Hello');
  await database.admin.query('update workspaces set undo_seconds = 30 where id = $1', [
    workspaceId,
  ]);
  const [id = ''] = ids;
  const reply = { conversationId: id, clientKey: randomUUID(), body: 'Pistachio', seenSeq: 0 };
  const { messageId } = await replyToConversation(me, reply);
  const view = await createSavedView(me, { name: 'Nuts', query: 'pistachio' });
  const count = async () => (await viewCounts(me)).counts[`saved-${view.id}`];
  expect((await found(me, 'pistachio')).map((row) => row.id)).toEqual([id]);
  expect(await count()).toBe(1);
  await undoSend(me, { messageId });
  expect(await found(me, 'pistachio')).toEqual([]);
  expect(await count()).toBe(0);
});

test('a person is found by name and handle before those who speak of them, with no message beside', async () => {
  const { workspaceId, me, ids } = await said('Say hello to Ondine for me');
  const person = await aConversation(workspaceId);
  await database.admin.query(
    "update identities set name = 'Ondine Crête', handle = 'ondine_c' where workspace_id = $1 and id = $2",
    [workspaceId, person.identityId],
  );
  const rows = await found(me, 'ondine');
  expect(rows.map(({ id }) => id)).toEqual([person.id, ids[0]]);
  expect(rows.map(({ match }) => match === null)).toEqual([true, false]);
  expect((await found(me, 'ondine_c')).map(({ id }) => id)).toEqual([person.id]);
  for (const q of ['from:@ondine', 'from:crete', 'from:"Ondine Crête"']) {
    expect((await found(me, q)).map(({ id }) => id)).toEqual([person.id]);
  }
  expect(await found(me, 'from:@crete')).toEqual([]);
  await database.admin.query('update identities set name = null where id = $1', [
    person.identityId,
  ]);
  await database.admin.query("update contacts set name = 'Undine' where id = $1", [
    person.contactId,
  ]);
  expect((await found(me, 'from:undine')).map(({ id }) => id)).toEqual([person.id]);
});

test('the view and every filter hold within a search, and days are those of the message found', async () => {
  const { workspaceId, me, channelId, ids } = await said(
    'late parcel',
    'late parcel',
    'late parcel',
  );
  const [mine, spam, old] = ids;
  const set = (column: string, value: unknown, id: string | undefined) =>
    database.admin.query(`update conversations set ${column} = $2 where id = $1`, [id, value]);
  await set('owner_id', me.memberId, mine);
  await set('status', 'spam', spam);
  await say({ id: `${old}` }, { workspaceId, channelId, text: 'parcel', minutesAgo: 60 * 24 * 40 });
  const of = async (q: string, view: View = 'all') =>
    (await found(me, q, view)).map(({ id }) => id);
  expect(await of('parcel')).toEqual([mine, old]);
  expect(await of('parcel owner:me')).toEqual([mine]);
  expect(await of('parcel', 'mine')).toEqual([mine]);
  expect(await of('parcel', 'spam')).toEqual([spam]);
  expect(await of('parcel status:spam')).toEqual([spam]);
  expect(await of('parcel before:30d')).toEqual([old]);
  expect(await of('late before:30d')).toEqual([]);
  const { id } = await createSavedView(me, { name: 'Parcels', query: 'parcel owner:me' });
  expect(await of('late', `saved-${id}`)).toEqual([mine]);
  const everywhere = await createSavedView(me, { name: 'All parcels', query: 'parcel' });
  const plain = await createSavedView(me, { name: 'My own', query: 'owner:me' });
  const { counts } = await viewCounts(me);
  expect([id, everywhere.id, plain.id].map((each) => counts[`saved-${each}`])).toEqual([1, 2, 1]);
  expect(await conversationIds(me, request('parcel'))).toEqual({
    ids: [mine, old],
    total: 2,
    capped: false,
  });
});

test('a word that everybody says gives the newest, in pages without double', async () => {
  const { workspaceId, me, channelId } = await said();
  await sayToAll(workspaceId, channelId, { people: 130, times: 41 });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await conversationList(me, request('order', 'all', cursor));
    expect(page.rows.every(({ match }) => match?.excerpt === 'the order 0')).toBe(true);
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(130);
  expect(seen).toHaveLength(130);
  expect((await found(me, 'order 40'))[0]?.match?.excerpt).toBe('the order 40');
  // It was not looked further than so many messages: whether others say it too is not known.
  expect(await conversationIds(me, request('order'))).toMatchObject({ total: 130, capped: true });
});

test('of more than two hundred it is told that there are more', async () => {
  const { workspaceId, me, channelId } = await said();
  await sayToAll(workspaceId, channelId, { people: 210, times: 1 });
  const { ids, total, capped } = await conversationIds(me, request('order'));
  expect({ found: ids.length, total, capped }).toEqual({ found: 200, total: 200, capped: true });
});

/** So many people, each of whom has said on so many days "the order" and before how many days. */
async function sayToAll(
  workspaceId: string,
  channelId: string,
  { people, times }: { people: number; times: number },
) {
  await database.admin.query(
    `with people as (
       insert into contacts (workspace_id, id, name) select $1, gen_random_uuid(), 'P' from generate_series(1, $3::int) returning id
     ), known as (
       insert into identities (workspace_id, id, contact_id, network, external_id)
       select $1, gen_random_uuid(), id, 'x', id::text from people returning id
     ), held as (
       insert into conversations (workspace_id, id, channel_id, identity_id, last_message_at, last_message_kind, preview)
       select $1, gen_random_uuid(), $2, id, now(), 'inbound', 'x' from known returning id
     )
     insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at)
     select $1, gen_random_uuid(), id, $2, 'inbound', 'the order ' || n,
       now() - n * interval '1 day' - row_number() over () * interval '1 second'
     from held, generate_series(0, $4::int - 1) n`,
    [workspaceId, channelId, people, times],
  );
}

test('nobody finds what another workspace wrote, or who writes to it', async () => {
  const { workspaceId, me: them } = await said('a very secret caramel');
  const { me } = await said('nothing of the kind');
  for (const q of ['secret', 'caramel', 'from:ana', 'from:@ana', 'ana']) {
    expect((await found(them, q)).length).toBeGreaterThan(0);
    const theirs = new Set((await found(them, q)).map(({ id }) => id));
    expect((await found(me, q)).filter(({ id }) => theirs.has(id))).toEqual([]);
  }
  const nobody = await aMember(workspaceId, []);
  await expect(found(nobody, 'secret')).rejects.toMatchObject({ code: 'forbidden' });
});

test('the functions that look past the fence answer for the workspace that is asked, whatever they are asked', async () => {
  const { workspaceId: theirs } = await said('a very secret caramel');
  const { workspaceId: ours } = await said('nothing of the kind');
  const needles = needlesOf(parseQuery('secret').terms);
  const span = { from: new Date(Date.now() - 86_400_000), to: new Date() };
  const windows = windowsFor(theirs, needles, span);
  const count = (workspaceId: string) =>
    withWorkspace(workspaceId, async (tx) => {
      const { rows } = await tx.execute<{
        said: number;
        named: number;
        labelled: number;
      }>(sql`select
        (select count(*)::int from porchlight_said(${sql.param(windows)}::tsquery[], 100)) as said,
        (select count(*)::int from porchlight_named(${`'${theirs.slice(-8)}p:ana'`}::tsquery, null, 100)) as named,
        (select count(*)::int from porchlight_labelled('{}', 100)) as labelled`);
      return rows[0];
    });
  expect(await count(theirs)).toEqual({ said: 1, named: 1, labelled: 0 });
  expect(await count(ours)).toEqual({ said: 0, named: 0, labelled: 0 });
  const outside = database.admin.query(
    `begin; set local role porchlight_system; select * from porchlight_said(array['x'::tsquery], 1)`,
  );
  await expect(outside).rejects.toMatchObject({ code: '42501' });
  await database.admin.query('rollback');
});

test('a search reads from the index what it was asked for, of one workspace and some days', async () => {
  const { workspaceId } = await anInbox(database, 3_000);
  const client = await database.admin.connect();
  const plan = async (query: string) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${query}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const day = { from: new Date('2026-11-20'), to: new Date('2026-11-20') };
  const [window] = windowsFor(workspaceId, needlesOf(parseQuery('message').terms), day);
  expect(window).toContain(workspaceId.slice(-8));
  await client.query('set enable_seqscan = off');
  const messages = await plan(`select m.id from messages m
    where porchlight_lexemes(porchlight_scope(m.workspace_id, m.at), m.body) @@ $$${window}$$::tsquery
      and m.workspace_id = '${workspaceId}' limit 3000`);
  expect(messages).toMatch(/Bitmap Index Scan on messages_said/);
  const people = await plan(`select i.id from identities i
    where porchlight_lexemes(porchlight_scope(i.workspace_id), coalesce(i.name, '') || ' ' || coalesce(i.handle, ''))
      @@ $$'x'$$::tsquery and i.workspace_id = '${workspaceId}'`);
  expect(people).toMatch(/Bitmap Index Scan on identities_called/);
  client.release(true);
});

const letters = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...'a Z é ß Æ œ ø İ ı Ω ς ё Й ا أ ة ى ٣ が カ゛ ｱ ﾊﾞ 京 都 한 국 가 ᆨ ㄱ ㅏ ㉧ ㉮ ￍ ﾡ ก ำ 🍦 - _ . / # @ ’ 0 9'.split(
          ' ',
        ),
        ' ',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

test('the database and the browser cut a text into the same words', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() & 0x7fffffff);
  process.stdout.write(`SEED=${seed}\n`);
  const texts = fc
    .sample(letters, { seed, numRuns: 1_500 })
    // Node and PostgreSQL know other editions of Unicode; a lone half of a pair reaches no database.
    .filter((text) => !/[\p{Cn}\p{Cs}\0]/u.test(text));
  const { rows } = await database.admin.query<{ text: string; folded: string; terms: string[] }>(
    `select text, porchlight_fold(text) as folded, porchlight_terms('', text) as terms from unnest($1::text[]) text`,
    [texts],
  );
  expect(rows.length).toBeGreaterThan(500);
  for (const { text, folded, terms } of rows) {
    expect({ text, folded: fold(text).text }).toEqual({ text, folded });
    const wanted = needlesOf([{ operator: 'text', value: text, negated: false, phrase: true }]);
    const missing = wanted
      .flatMap(({ lexemes }) => lexemes)
      .filter(
        (lexeme) =>
          !terms.some((term) =>
            lexeme.open ? term.startsWith(lexeme.text) : term === lexeme.text,
          ),
      );
    expect({ text, missing }).toEqual({ text, missing: [] });
  }
});

test('a message without a word, a picture or a sealed one, is kept like any other', async () => {
  const { me, ids } = await said('', '🍦', 'gooseberry');
  expect((await found(me, 'gooseberry')).map(({ id }) => id)).toEqual([ids[2]]);
});

test('what messages are, what they are written in, and what is in quarantine narrow a list', async () => {
  const { workspaceId, me, ids } = await said('one', 'two', 'three');
  const [one, two, three] = ids;
  const set = (id: string | undefined, as: string) =>
    database.admin.query(`update conversations set ${as} where workspace_id = $1 and id = $2`, [
      workspaceId,
      id,
    ]);
  await set(one, "intent = 'complaint', language = 'de'");
  await set(two, "intent = 'praise', language = 'en'");
  await set(three, `quarantine = '{"signs": [], "at": "2026-11-01T00:00:00Z"}'`);
  const idsFor = async (q: string) => (await found(me, q)).map(({ id }) => id);
  expect(await idsFor('intent:complaint')).toEqual([one]);
  expect(new Set(await idsFor('intent:complaint intent:praise'))).toEqual(new Set([one, two]));
  expect(await idsFor('language:de')).toEqual([one]);
  expect(await idsFor('is:quarantined')).toEqual([three]);
  expect(await idsFor('-intent:praise language:en')).toEqual([]);
});
