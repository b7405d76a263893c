import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Library, Place } from '@/lib/commands/approved-reply/library.fixture';
import { aLibrary } from '@/lib/commands/approved-reply/library.fixture';
import { rowsOf } from '@/lib/domain/csv';
import { usageAsked, usesAsked } from '@/lib/domain/replies/usage';
import { usageOfReply, usageReport } from './usage';
import { usageFile } from './usage-file';
import { usesPage } from './use-list';

let database: TestDatabase;
let here: Library;
let reply: Place;
let seq = 1_000_000;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await aLibrary(database);
  reply = await here.published();
});

const asked = usageAsked({});

type After = [what: 'writes' | 'closes' | 'reopens', hours: number];
type Used = { hoursAgo: number; after?: After[]; edited?: number; versionId?: string };

/** A reply is sent so long ago, and something follows so many hours later. */
async function used({ hoursAgo, after = [], edited = 0, versionId = reply.versionId }: Used) {
  const talk = await aConversation(here.workspaceId);
  const { workspaceId, agent } = here;
  await database.admin.query(
    `insert into reply_uses (workspace_id, id, version_id, conversation_id, member_id, state,
       segments, inserted_at, sent_at, edited)
     select $1, $2, $3, $4, $5, 'sent', '[]', at, at, $7 from (select now() - $6 * interval '1 hour' as at) sent`,
    [workspaceId, uuid(), versionId, talk.id, agent.memberId, hoursAgo, edited],
  );
  await database.admin.query(
    `update messages set at = now() - interval '80 days' where conversation_id = $1`,
    [talk.id],
  );
  await Promise.all(
    after.map(([what, hours]) =>
      (what === 'writes' ? writes : tells)(talk, what, hoursAgo - hours),
    ),
  );
  return talk;
}

type Talk = Awaited<ReturnType<typeof aConversation>>;

async function writes(talk: Talk, _: string, hoursAgo: number) {
  await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at)
     values ($1, $2, $3, $4, 'inbound', 'And now?', now() - $5 * interval '1 hour')`,
    [here.workspaceId, uuid(), talk.id, talk.channelId, hoursAgo],
  );
}

async function tells(talk: Talk, what: string, hoursAgo: number) {
  await database.admin.query(
    `insert into events (workspace_id, seq, type, conversation_id, at)
     values ($1, $2, $3, $4, now() - $5 * interval '1 hour')`,
    [here.workspaceId, ++seq, `conversation.${whats[what]}`, talk.id, hoursAgo],
  );
}

const whats: Record<string, string> = { closes: 'closed', reopens: 'reopened' };

describe('what followed a reply', () => {
  it('is counted for 24 and for 72 hours, and only where they are over', async () => {
    await used({ hoursAgo: 100, after: [['writes', 1]] });
    await used({ hoursAgo: 100, after: [['writes', 30]], edited: 40 });
    await used({ hoursAgo: 100, after: [['writes', 73]], edited: 10 });
    await used({ hoursAgo: 30, after: [['writes', 2]] });
    await used({ hoursAgo: 2, after: [['writes', 1]] });
    const { replies } = await usageReport(here.author, asked);
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({
      ...{ replyId: reply.replyId, inserted: 5, sent: 5, changed: 2, medianEdited: 0 },
      ...{ old24: 4, again24: 2, old72: 3, again72: 2 },
    });
  });

  it('is resolved when it was closed and still is at the end of 72 hours', async () => {
    await used({ hoursAgo: 100, after: [['closes', 5]] });
    await used({
      hoursAgo: 100,
      after: [
        ['closes', 5],
        ['reopens', 20],
      ],
    });
    await used({
      hoursAgo: 100,
      after: [
        ['closes', 5],
        ['reopens', 80],
      ],
    });
    await used({ hoursAgo: 100, after: [['closes', 90]] });
    await used({ hoursAgo: 10, after: [['closes', 5]] });
    const { replies } = await usageReport(here.author, asked);
    expect(replies[0]).toMatchObject({ old72: 4, resolved: 2, reopened: 1 });
  });

  it('is told of each version', async () => {
    await used({ hoursAgo: 5 });
    const german = await here.nextApproved(reply.replyId, { language: 'de' });
    await used({ hoursAgo: 4, versionId: german });
    await used({ hoursAgo: 3, versionId: german });
    const { replies } = await usageReport(here.author, asked);
    expect(replies[0]?.versions.map(({ language, sent }) => [language, sent])).toEqual([
      ['en', 1],
      ['de', 2],
    ]);
    expect((await usageOfReply(here.agent, reply.replyId))?.sent).toBe(3);
  });
});

describe('the report of use', () => {
  it('keeps to its days and to one channel, and says what was not used', async () => {
    const { channelId } = await used({ hoursAgo: 5 });
    await used({ hoursAgo: 24 * 20 });
    const other = await here.published();
    const sent = async (given: Record<string, unknown>) =>
      (await usageReport(here.author, usageAsked(given))).replies[0]?.sent;
    expect([
      ...[
        await sent({ days: '7' }),
        await sent({ days: '30' }),
        await sent({ channel: channelId }),
      ],
      await sent({ channel: (await aChannel(here.workspaceId)).id }),
    ]).toEqual([1, 2, 1, undefined]);
    const { unused } = await usageReport(here.author, asked);
    expect(unused.map(({ replyId }) => replyId)).toEqual([other.replyId]);
  });

  it('is sorted by what is asked', async () => {
    const other = await here.published();
    await used({ hoursAgo: 100 });
    await used({ hoursAgo: 100 });
    await used({ hoursAgo: 100, versionId: other.versionId, after: [['writes', 1]] });
    const first = async (sort: string) =>
      (await usageReport(here.author, usageAsked({ sort }))).replies[0]?.replyId;
    expect(await first('sent')).toBe(reply.replyId);
    expect(await first('again24')).toBe(other.replyId);
  });

  it('is a file with a row for each version', async () => {
    await used({ hoursAgo: 100, after: [['writes', 1]] });
    const { text } = await usageFile(here.agent, {}, new URLSearchParams());
    const [head = [], row = []] = rowsOf(text) ?? [];
    const cell = (name: string) => row[head.indexOf(name)];
    expect([cell('sent'), cell('share_wrote_again_within_24_hours')]).toEqual(['1', '1.0000']);
  });

  it('leads to the conversations, a page at a time', async () => {
    const { replyId } = reply;
    for (let hour = 1; hour <= 52; hour += 1) {
      await used({ hoursAgo: 100 + hour, after: hour === 1 ? [['writes', 3]] : [] });
    }
    const page = await usesPage(here.author, usesAsked({ reply: replyId }));
    expect(page.lines).toHaveLength(50);
    expect(page.lines[0]).toMatchObject({ againHours: 3, is72: true, contact: 'Ana Lima' });
    const rest = await usesPage(here.author, usesAsked({ reply: replyId, after: page.after }));
    expect([rest.lines.length, rest.after]).toEqual([2, null]);
    const none = await usesPage(here.author, usesAsked({ version: uuid() }));
    expect(none.lines).toEqual([]);
  });

  it('says nothing of another workspace, and nothing to somebody without a role', async () => {
    await used({ hoursAgo: 5 });
    const stranger = await aMember(await aWorkspace(), ['marketer']);
    expect(await usageReport(stranger, asked)).toEqual({ replies: [], unused: [] });
    const narrowed = usesAsked({ reply: reply.replyId, version: reply.versionId });
    expect((await usesPage(stranger, narrowed)).lines).toEqual([]);
    for (const id of [reply.replyId, uuid(), 'none']) {
      await expect(usageOfReply(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    }
    const nobody = { ...here.author, roles: [] };
    await expect(usageReport(nobody, asked)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(usesPage(nobody, narrowed)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
