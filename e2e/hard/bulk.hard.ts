import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from './actions';
import type { Rig } from './rig';
import { startRig, until } from './rig';

const MANY = 5_000;
const KILLS = 3;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('bulk', { port: 4420, timeScale: 0.02 });
});
afterAll(() => rig?.close());

test('5,000 conversations closed in one decision while the worker is killed three times: each once, each told once, and back again', async () => {
  const teamId = await aCrowd();
  const cookie = await rig.cookieOf('priya');
  const bulkId = randomUUID();
  const change = { kind: 'status', status: 'resolved' };
  const preview = await asked<{ total: number; changes: number; seq: number }>(
    `/api/bulk/preview?view=team-${teamId}&change=${encodeURIComponent(JSON.stringify(change))}`,
    cookie,
  );
  expect(preview).toMatchObject({ total: MANY, changes: MANY });

  const began = Date.now();
  const looking = lookAlong(cookie);
  const input = { bulkId, view: `team-${teamId}`, q: '', zone: 'UTC', change, seq: preview.seq };
  expect(await act(rig, 'startBulkAction', input, cookie)).toMatchObject({ ok: true });
  for (let kill = 1; kill <= KILLS; kill++) {
    await until('it came further', async () => (await settled(bulkId)) > kill * 800);
    await killWorker();
  }
  await until('it is over', async () => (await stateOf(bulkId)) === 'done', 240_000);
  const seconds = (Date.now() - began) / 1000;
  const slowest = await looking();
  process.stdout.write(
    `${MANY} closed in ${seconds.toFixed(1)} s with ${KILLS} kills: ${(MANY / seconds).toFixed(0)} a second; a list took ${slowest.median} ms, ${slowest.most} ms at most\n`,
  );

  expect(await rig.rows('select state, count(*)::int as count from bulk_items group by 1')).toEqual(
    [{ state: 'changed', count: MANY }],
  );
  expect(await standing(teamId)).toEqual([{ status: 'resolved', version: 2, count: MANY }]);
  expect(await told(teamId, 'conversation.closed')).toEqual([{ times: 1, count: MANY }]);

  expect(await act(rig, 'undoBulkAction', { bulkId }, cookie)).toMatchObject({ ok: true });
  await killWorker();
  await until('it is taken back', async () => (await stateOf(bulkId)) === 'undone', 240_000);
  expect(await standing(teamId)).toEqual([{ status: 'open', version: 3, count: MANY }]);
  expect(await told(teamId, 'conversation.reopened')).toEqual([{ times: 1, count: MANY }]);
}, 600_000);

/** A team with many conversations that nobody has. */
async function aCrowd(): Promise<string> {
  const [team] = await rig.rows<{ id: string }>(
    `insert into teams (workspace_id, id, name) values ($1, gen_random_uuid(), 'Crowd') returning id`,
    [rig.workspaceId],
  );
  await rig.rows(
    `with crowd as (
       select n, gen_random_uuid() as contact, gen_random_uuid() as identity, gen_random_uuid() as id,
         now() - n * interval '1 second' as at from generate_series(1, $3::int) n
     ), contacts_made as (
       insert into contacts (workspace_id, id, name) select $1, contact, 'Guest ' || n from crowd returning id
     ), identities_made as (
       insert into identities (workspace_id, id, contact_id, network, external_id, name)
       select $1, identity, contact, 'x', identity::text, 'Guest ' || n
       from crowd join contacts_made on contacts_made.id = contact returning id
     ), made as (
       insert into conversations (workspace_id, id, channel_id, identity_id, team_id, last_message_at,
         last_message_kind, preview, last_inbound_at, waiting_since)
       select $1, crowd.id, $4, identity, $2, at, 'inbound', 'Hello', at, at
       from crowd join identities_made on identities_made.id = identity
       returning id, last_message_at
     )
     insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at, tie, external_id)
     select $1, gen_random_uuid(), id, $4, 'inbound', 'Hello', last_message_at, 0, id::text from made`,
    [rig.workspaceId, team?.id, MANY, rig.channel.id],
  );
  return `${team?.id}`;
}

async function asked<T>(path: string, cookie: string): Promise<T> {
  const reply = await fetch(`${rig.app}${path}`, { headers: { cookie } });
  expect(reply.status).toBe(200);
  return (await reply.json()) as T;
}

/** Somebody works in the inbox all the while. Answers with how long a list took them, in milliseconds. */
function lookAlong(cookie: string): () => Promise<{ median: number; most: number }> {
  const took: number[] = [];
  let over = false;
  const looking = (async () => {
    while (!over) {
      const from = performance.now();
      await asked('/api/conversations?view=open&zone=UTC', cookie);
      took.push(Math.round(performance.now() - from));
      await rest(100);
    }
  })();
  return async () => {
    over = true;
    await looking;
    took.sort((one, other) => one - other);
    return { median: took[Math.floor(took.length / 2)] ?? 0, most: took.at(-1) ?? 0 };
  };
}

async function killWorker(): Promise<void> {
  await rig.stack.kill('worker');
  await rest(300);
  await rig.stack.restart('worker');
}

async function settled(bulkId: string): Promise<number> {
  const [row] = await rig.rows<{ count: number }>(
    "select count(*)::int as count from bulk_items where bulk_id = $1 and state <> 'waiting'",
    [bulkId],
  );
  return row?.count ?? 0;
}

async function stateOf(bulkId: string): Promise<string | undefined> {
  const [row] = await rig.rows<{ state: string }>('select state from bulk_actions where id = $1', [
    bulkId,
  ]);
  return row?.state;
}

function standing(teamId: string) {
  return rig.rows(
    'select status, version, count(*)::int as count from conversations where team_id = $1 group by 1, 2',
    [teamId],
  );
}

/** How often each of them was told of, and of how many. */
function told(teamId: string, type: string) {
  return rig.rows(
    `select times, count(*)::int as count from (
       select count(*)::int as times from events e join conversations c on c.id = e.conversation_id
       where c.team_id = $1 and e.type = $2 group by e.conversation_id) each group by 1`,
    [teamId, type],
  );
}
