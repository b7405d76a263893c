import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import { messages } from '@/db/schema/conversations';
import { handoffs } from '@/db/schema/handoffs';
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
import { handoffFile } from './handoff-file';
import { handoffReport } from './handoffs';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const dayS = 86_400;
/** Every time of a test counts from one moment. */
const now = Date.now();
const secondsAgo = (seconds: number) => new Date(now - seconds * 1000).toISOString();

/** Rows by hand: complaints of one workspace, each with what became of it. */
async function aDesk() {
  const workspaceId = await aWorkspace();
  const lead = await aMember(workspaceId, ['lead'], 'Lea Lead');

  /** A post made so many days ago, and after so many seconds an answer, unless the network never had it. */
  async function posted(channelId: string, days: number, answer: number | null, isSent = true) {
    const begun = days * dayS;
    const values = { kind: 'public', publicThread: anExternalId(), channelId } as const;
    const thread = await aConversation(workspaceId, values);
    await database.admin.query('update messages set at = $2 where id = $1', [
      thread.messageId,
      secondsAgo(begun),
    ]);
    const answerId = uuid();
    if (answer !== null) {
      await withWorkspace(workspaceId, (tx) =>
        tx.insert(messages).values({
          ...{ workspaceId, id: answerId, conversationId: thread.id, channelId, kind: 'outbound' },
          ...{ body: 'Write to us in private.', at: secondsAgo(begun - answer) },
          ...(isSent && { externalId: anExternalId() }),
        }),
      );
    }
    return { ...thread, begun, answerId };
  }

  type Became = {
    how?: 'invited' | 'written';
    matchedBy?: 'link' | 'author';
    /** After so many seconds. */
    arrived?: number;
    isSent?: boolean;
  };

  /** Taken up 400 seconds after it was posted. */
  async function handed(channelId: string, days: number, became: Became) {
    const { how = 'invited', matchedBy, arrived, isSent = true } = became;
    const thread = await posted(channelId, days, how === 'invited' ? 400 : null, isSent);
    const privateId = arrived ? (await aConversation(workspaceId, { channelId })).id : null;
    await withWorkspace(workspaceId, (tx) =>
      tx.insert(handoffs).values({
        ...{ workspaceId, id: uuid(), channelId, identityId: thread.identityId, how, privateId },
        ...{ publicId: thread.id, byId: lead.memberId, matchedBy: matchedBy ?? null },
        messageId: how === 'invited' ? thread.answerId : null,
        startedAt: secondsAgo(thread.begun),
        invitedAt: secondsAgo(thread.begun - 400),
        arrivedAt: arrived ? secondsAgo(thread.begun - arrived) : null,
      }),
    );
    return { publicId: thread.id, privateId };
  }

  return { workspaceId, lead, posted, handed };
}

async function aReportedDesk() {
  const { workspaceId, lead, posted, handed } = await aDesk();
  const a = (await aChannel(workspaceId, { handle: 'alpha' })).id;
  const b = (await aChannel(workspaceId, { handle: 'beta' })).id;
  await aChannel(workspaceId, { handle: 'silent' });
  const byLink = await handed(a, 2, { matchedBy: 'link', arrived: 600 });
  const byAuthor = await handed(a, 3, { matchedBy: 'author', arrived: 1200 });
  const awaited = await handed(a, 4, {});
  const written = await handed(a, 5, { how: 'written', arrived: 3000 });
  await handed(a, 2, { isSent: false });
  const old = await handed(a, 10, { matchedBy: 'link', arrived: 6000 });
  await posted(b, 1, 100);
  await posted(b, 2, 300);
  await posted(b, 3, null);
  await posted(b, 10, 900);
  return { workspaceId, lead, a, b, byLink, byAuthor, awaited, written, old };
}

const none = { median: null, ninth: null };
const nobody = { invited: 0, written: 0, arrived: 0, byLink: 0, byAuthor: 0, untilPrivate: none };

test('the figures of 7 and of 30 days are exact, by channel and together', async () => {
  const { lead, a, b } = await aReportedDesk();
  const week = { invited: 3, written: 1, arrived: 2, byLink: 1, byAuthor: 1 };
  const inWeek = { ...week, untilPrivate: { median: 1200, ninth: 2640 } };
  const { figures } = await handoffReport(lead, { days: 7 });
  expect(figures).toEqual([
    {
      ...{ channelId: null, handle: null, ...inWeek, stayed: 5, answered: 3 },
      untilAnswer: { median: 300, ninth: 380 },
    },
    {
      ...{ channelId: a, handle: 'alpha', ...inWeek, stayed: 2, answered: 1 },
      untilAnswer: { median: 400, ninth: 400 },
    },
    {
      ...{ channelId: b, handle: 'beta', ...nobody, stayed: 3, answered: 2 },
      untilAnswer: { median: 200, ninth: 280 },
    },
  ]);
  const month = await handoffReport(lead, { days: 30 });
  expect(month.figures.slice(1)).toMatchObject([
    {
      ...{ invited: 4, written: 1, arrived: 3, byLink: 2, byAuthor: 1, stayed: 2 },
      untilPrivate: { median: 2100, ninth: 5100 },
    },
    { stayed: 4, answered: 3, untilAnswer: { median: 300, ninth: 780 } },
  ]);
});

test('each count lists what it counts, the newest first, with the way to both conversations', async () => {
  const { lead, a, b, ...one } = await aReportedDesk();
  const listed = async (count: Parameters<typeof handoffReport>[1]['count'], channelId?: string) =>
    (await handoffReport(lead, { days: 7, ...(count && { count }), channelId: channelId ?? null }))
      .lines;
  const all = await listed(undefined);
  expect(all).toMatchObject([one.byLink, one.byAuthor, one.awaited, one.written]);
  expect(all[0]).toEqual({
    ...{ id: expect.any(String), contact: 'Ana Lima', channel: 'alpha', by: 'Lea Lead' },
    ...{ how: 'invited', matchedBy: 'link', ...one.byLink },
    startedAt: secondsAgo(2 * dayS).replace('Z', '000Z'),
    invitedAt: secondsAgo(2 * dayS - 400).replace('Z', '000Z'),
    arrivedAt: secondsAgo(2 * dayS - 600).replace('Z', '000Z'),
  });
  expect(await listed('invited', a)).toMatchObject([one.byLink, one.byAuthor, one.awaited]);
  expect(await listed('arrived')).toMatchObject([one.byLink, one.byAuthor]);
  expect(await listed('byLink')).toMatchObject([one.byLink]);
  expect(await listed('byAuthor')).toMatchObject([one.byAuthor]);
  expect(await listed('written')).toMatchObject([one.written]);
  expect(await listed('all', b)).toEqual([]);
  const month = await handoffReport(lead, { days: 30, count: 'byLink' });
  expect(month.lines).toMatchObject([one.byLink, one.old]);
});

test('its figures are kept as a file, over the same days', async () => {
  const { workspaceId, lead } = await aReportedDesk();
  const { text, name } = await handoffFile(lead, {}, new URLSearchParams({ days: '30' }));
  expect(name).toBe('complaints-taken-private-30-days.csv');
  const [heads, all, alpha] = rowsOf(text) ?? [];
  expect(heads?.slice(0, 4)).toEqual(['channel', 'invited', 'wrote_in_private', 'handoff_rate']);
  expect([all?.[0], alpha?.slice(0, 4)]).toEqual(['all', ['alpha', '4', '3', '0.7500']]);
  const agent = await aMember(workspaceId, ['agent']);
  await expect(handoffFile(agent, {}, new URLSearchParams())).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('it is for leads and admins, and tells nothing of another workspace', async () => {
  const { workspaceId, a } = await aReportedDesk();
  for (const role of ['agent', 'marketer'] as const) {
    const actor = await aMember(workspaceId, [role]);
    await expect(handoffReport(actor, { days: 7 })).rejects.toMatchObject({ code: 'forbidden' });
  }
  const admin = await aMember(workspaceId, ['admin']);
  expect((await handoffReport(admin, { days: 7 })).lines).toHaveLength(4);
  const stranger = await aMember(await aWorkspace(), ['lead', 'admin']);
  expect(await handoffReport(stranger, { days: 30, channelId: a })).toEqual({
    figures: [
      {
        ...{ channelId: null, handle: null, ...nobody, stayed: 0, answered: 0 },
        untilAnswer: none,
      },
    ],
    lines: [],
  });
});
