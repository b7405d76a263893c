import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import { messages } from '@/db/schema/conversations';
import { events } from '@/db/schema/workspaces';
import type { TestDatabase } from '@/db/testing';
import {
  aChannel,
  aConversation,
  aMember,
  anExternalId,
  aWorkspace,
  testDatabase,
} from '@/db/testing';
import { rowsOf } from '@/lib/domain/csv';
import type { volumeKinds } from '@/lib/domain/reports/volume';
import { volumeAsked } from '@/lib/domain/reports/volume';
import { volumeReport } from './volume';
import { volumeFile } from './volume-files';
import { volumePage } from './volume-list';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const asked = (given: Record<string, string>) =>
  volumeAsked(given, { now: new Date('2026-04-01T12:00:00Z'), zone: 'Europe/London' });
const spring = { from: '2026-03-28', to: '2026-03-30' };

async function aDesk() {
  const workspaceId = await aWorkspace();
  const lead = await aMember(workspaceId, ['lead']);
  let seq = 0;

  /** A conversation in which the customer wrote at these times, in any order of arrival. */
  async function wrote(channelId: string, ...times: [string, ...string[]]): Promise<string> {
    const { id, messageId } = await aConversation(workspaceId, { channelId });
    const [first, ...rest] = times;
    await database.admin.query('update messages set at = $2 where id = $1', [messageId, first]);
    const at = { workspaceId, conversationId: id, channelId };
    for (const time of rest) {
      await withWorkspace(workspaceId, (tx) =>
        tx.insert(messages).values({
          ...{ ...at, id: uuid(), kind: 'inbound', body: 'And?', at: time },
          externalId: anExternalId(),
        }),
      );
    }
    return id;
  }

  /** We answered, or wrote among ourselves. */
  async function answered(conversationId: string, channelId: string, at: string) {
    await withWorkspace(workspaceId, (tx) =>
      tx.insert(messages).values(
        (['outbound', 'note'] as const).map((kind) => ({
          ...{ workspaceId, id: uuid(), conversationId, channelId, kind, body: 'Yes.', at },
        })),
      ),
    );
  }

  async function reopened(conversationId: string, channelId: string, at: string, again: boolean) {
    seq += 1;
    await withWorkspace(workspaceId, (tx) =>
      tx.insert(events).values({
        ...{ workspaceId, seq, type: 'conversation.reopened', conversationId, channelId, at },
        data: { newEpisode: again },
      }),
    );
  }

  return { workspaceId, lead, wrote, answered, reopened };
}

async function aSpring() {
  const desk = await aDesk();
  const { workspaceId, wrote, answered, reopened } = desk;
  const a = (await aChannel(workspaceId, { handle: 'alpha' })).id;
  const b = (await aChannel(workspaceId, { handle: 'beta' })).id;
  // The older message arrived last. It began on the Saturday.
  const first = await wrote(a, '2026-03-29T09:00:00Z', '2026-03-28T23:30:00Z');
  await answered(first, a, '2026-03-29T09:30:00Z');
  // Known from before; it came back on the Sunday, and again without beginning anew.
  const old = await wrote(a, '2026-02-01T09:00:00Z', '2026-03-29T22:59:59Z');
  await reopened(old, a, '2026-03-29T22:59:59Z', true);
  await reopened(old, a, '2026-03-30T09:00:00Z', false);
  // In London this is already Monday: clocks went forward.
  const late = await wrote(b, '2026-03-29T23:00:00Z');
  await wrote(b, '2026-03-30T23:00:00Z');
  return { ...desk, a, b, first, old, late };
}

test('each day counts by the wall clock what began, what came back and what was written', async () => {
  const { lead } = await aSpring();
  const { days } = await volumeReport(lead, asked(spring));
  expect(days).toEqual([
    { day: '2026-03-28', started: 1, returned: 0, received: 1 },
    { day: '2026-03-29', started: 1, returned: 1, received: 2 },
    { day: '2026-03-30', started: 1, returned: 0, received: 1 },
  ]);
  const inUtc = await volumeReport(lead, asked({ ...spring, zone: 'UTC' }));
  expect(inUtc.days.map(({ day, received }) => [day, received])).toEqual([
    ['2026-03-28', 1],
    ['2026-03-29', 3],
    ['2026-03-30', 1],
  ]);
});

test('it stands beside the same dates a year before, and says where nothing is known of them', async () => {
  const { lead, wrote, a, b } = await aSpring();
  const all = { started: 3, returned: 1, received: 4 };
  const onA = { started: 2, returned: 1, received: 3 };
  const onB = { started: 1, returned: 0, received: 1 };
  const unknown = { yearAgo: null, yearAgoSince: null };
  expect((await volumeReport(lead, asked(spring))).channels).toEqual([
    { channelId: null, handle: null, now: all, ...unknown },
    { channelId: a, handle: 'alpha', now: onA, ...unknown },
    { channelId: b, handle: 'beta', now: onB, ...unknown },
  ]);

  await wrote(a, '2025-03-01T09:00:00Z');
  await wrote(a, '2025-03-28T09:00:00Z', '2025-03-29T09:00:00Z');
  const { channels } = await volumeReport(lead, asked(spring));
  const then = { started: 1, returned: 0, received: 2 };
  const known = { yearAgo: then, yearAgoSince: null };
  expect(channels).toMatchObject([known, known, { channelId: b, ...unknown }]);

  // The first message of all came in the middle of it.
  await wrote(b, '2025-03-29T12:00:00Z');
  const later = await volumeReport(lead, asked({ ...spring, channel: b }));
  const begun = { started: 1, returned: 0, received: 1 };
  const partly = { now: onB, yearAgo: begun, yearAgoSince: '2025-03-29T12:00:00.000Z' };
  expect(later.channels).toMatchObject([
    { channelId: null, ...partly },
    { channelId: b, ...partly },
  ]);
});

test('each number lists its conversations, and the file holds the days on which nothing came', async () => {
  const { lead, first, old, late, a } = await aSpring();
  const listed = async (kind: (typeof volumeKinds)[number], given: Record<string, string>) => {
    const { lines } = await volumePage(lead, { ...asked(given), kind, after: null });
    return lines.map(({ conversationId, count, cameBack }) => [conversationId, count, cameBack]);
  };
  expect(await listed('received', spring)).toEqual([
    [late, 1, false],
    [old, 1, false],
    [first, 2, false],
  ]);
  expect(await listed('started', spring)).toEqual([
    [late, 1, false],
    [old, 1, true],
    [first, 1, false],
  ]);
  expect(await listed('returned', { ...spring, channel: a })).toEqual([[old, 1, true]]);

  const search = new URLSearchParams({ from: '2026-03-29', to: '2026-03-31', zone: 'UTC' });
  const { text } = await volumeFile(lead, { table: 'days' }, search);
  expect(rowsOf(text)?.slice(1)).toEqual([
    ['2026-03-29', '2', '1', '3'],
    ['2026-03-30', '1', '0', '1'],
    ['2026-03-31', '0', '0', '0'],
  ]);
});

test('pages of conversations hold each once', async () => {
  const { workspaceId, lead, wrote } = await aDesk();
  const { id: channelId } = await aChannel(workspaceId);
  const made: string[] = [];
  for (let no = 0; no < 60; no += 1) {
    made.push(await wrote(channelId, `2026-03-29T09:0${no % 2}:00Z`));
  }
  const begin = await volumePage(lead, { ...asked(spring), kind: 'started', after: null });
  expect(begin.lines).toHaveLength(50);
  const rest = await volumePage(lead, { ...asked(spring), kind: 'started', after: begin.after });
  expect(rest.after).toBeNull();
  const seen = [...begin.lines, ...rest.lines].map(({ conversationId }) => conversationId);
  expect(seen.toSorted()).toEqual(made.toSorted());
});

test('it is for leads and admins, and tells nothing of another workspace', async () => {
  const { workspaceId } = await aSpring();
  const agent = await aMember(workspaceId, ['agent', 'marketer']);
  const forbidden = { code: 'forbidden' };
  await expect(volumeReport(agent, asked(spring))).rejects.toMatchObject(forbidden);
  const list = volumePage(agent, { ...asked(spring), kind: 'started', after: null });
  await expect(list).rejects.toMatchObject(forbidden);
  const search = new URLSearchParams(spring);
  await expect(volumeFile(agent, { table: 'days' }, search)).rejects.toMatchObject(forbidden);

  const admin = await aMember(workspaceId, ['admin']);
  expect((await volumeReport(admin, asked(spring))).channels).toHaveLength(3);
  const stranger = await aMember(await aWorkspace(), ['lead']);
  const nothing = { started: 0, returned: 0, received: 0 };
  expect(await volumeReport(stranger, asked(spring))).toEqual({
    days: [],
    channels: [{ channelId: null, handle: null, now: nothing, yearAgo: null, yearAgoSince: null }],
    late: { count: 0, slowestSeconds: 0 },
  });
});

test('what the network told late is counted apart, and how late it was at most', async () => {
  const workspaceId = await aWorkspace();
  const lead = await aMember(workspaceId, ['lead']);
  for (const [at, heard] of [
    ['2026-03-29T10:00:00Z', '2026-03-29T10:02:00Z'],
    ['2026-03-29T11:00:00Z', '2026-03-29T11:02:01Z'],
    ['2026-03-29T12:00:00Z', '2026-03-29T12:30:00Z'],
    ['2026-04-05T12:00:00Z', '2026-04-05T19:00:00Z'],
  ]) {
    const { messageId } = await aConversation(workspaceId);
    const written = 'update messages set at = $2, created_at = $3 where id = $1';
    await database.admin.query(written, [messageId, at, heard]);
  }
  const { late } = await volumeReport(lead, asked(spring));
  expect(late).toEqual({ count: 2, slowestSeconds: 1800 });
});
