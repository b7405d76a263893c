import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { archiveReply } from '@/lib/commands/approved-reply/archive';
import { commentOnVersion } from '@/lib/commands/approved-reply/comment';
import { createReply } from '@/lib/commands/approved-reply/create';
import type { Library } from '@/lib/commands/approved-reply/library.fixture';
import { aLibrary } from '@/lib/commands/approved-reply/library.fixture';
import { publishVersion } from '@/lib/commands/approved-reply/publish';
import { resolveComment } from '@/lib/commands/approved-reply/resolve-comment';
import { retireVersion } from '@/lib/commands/approved-reply/retire';
import { startVersion } from '@/lib/commands/approved-reply/start';
import { withdrawVersion } from '@/lib/commands/approved-reply/withdraw';
import { replyDetail } from './detail';
import { replyLibrary } from './library';
import { reviewQueue } from './review-queue';

let database: TestDatabase;
let here: Library;

beforeAll(async () => {
  database = await testDatabase();
  here = await aLibrary(database);
});
afterAll(() => database.close());

const DAY_MS = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

async function lineOf(replyId: string) {
  const line = (await replyLibrary(here.agent)).find(({ id }) => id === replyId);
  if (!line) throw new Error('there is no such line');
  return line;
}

describe('a line of the library', () => {
  it('says what agents use and what is on its way', async () => {
    const { replyId, versionId } = await here.published({ validUntil: inDays(9) });
    const newer = await here.nextApproved(replyId, { validFrom: inDays(3) });
    await publishVersion(here.author, { versionId: newer });
    const { languages, due, owner } = await lineOf(replyId);
    expect(owner).toEqual({ id: here.author.memberId, name: 'Sunniva' });
    expect(languages).toEqual([
      {
        language: 'en',
        published: { versionId, number: 1, validUntil: expect.any(String) },
        next: {
          ...{ versionId: newer, number: 2, state: 'approved' },
          scheduledFor: expect.any(String),
        },
        ended: null,
        stale: false,
      },
    ]);
    expect(due?.for).toBe('end');
  });

  it('says how the newest one ended where nothing else is there', async () => {
    const { replyId, versionId } = await here.published({ reviewBy: inDays(2) });
    expect((await lineOf(replyId)).due?.for).toBe('review');
    await retireVersion(here.author, { versionId });
    const { languages, due } = await lineOf(replyId);
    expect(languages).toMatchObject([{ published: null, next: null, ended: 'retired' }]);
    expect(due).toBeNull();
  });

  it('names what is to be changed until there is something newer', async () => {
    const { replyId, versionId } = await here.inState('changes_requested');
    expect((await lineOf(replyId)).languages).toMatchObject([
      { next: { versionId, state: 'changes_requested' } },
    ]);
    const newer = await here.nextApproved(replyId);
    expect((await lineOf(replyId)).languages).toMatchObject([{ next: { versionId: newer } }]);
    await publishVersion(here.author, { versionId: newer });
    expect((await lineOf(replyId)).languages).toMatchObject([{ next: null }]);
    await retireVersion(here.author, { versionId: newer });
    expect((await lineOf(replyId)).languages).toMatchObject([{ next: null, ended: 'retired' }]);
  });

  it('says of a translation that the words it says are not the published ones any more', async () => {
    const { replyId } = await here.published();
    await publishVersion(here.author, {
      versionId: await here.nextApproved(replyId, { language: 'de' }),
    });
    const stale = async () =>
      (await lineOf(replyId)).languages.map(({ language, stale: is }) => [language, is]);
    expect(await stale()).toEqual([
      ['en', false],
      ['de', false],
    ]);
    await publishVersion(here.author, { versionId: await here.nextApproved(replyId) });
    expect(await stale()).toEqual([
      ['en', false],
      ['de', true],
    ]);
    const again = await here.nextApproved(replyId, { language: 'de', current: true });
    await publishVersion(here.author, { versionId: again });
    expect(await stale()).toEqual([
      ['en', false],
      ['de', false],
    ]);
  });

  it('counts what was sent in the last thirty days, whichever version it was', async () => {
    const { replyId, versionId } = await here.published();
    const { id: conversationId } = await aConversation(here.workspaceId);
    for (const daysAgo of [0, 1, 29, 31]) {
      await database.admin.query(
        `insert into reply_uses (workspace_id, id, version_id, conversation_id, member_id, state, segments, sent_at)
         values ($1, $2, $3, $4, $5, 'sent', '[]', now() - $6 * interval '1 day')`,
        [here.workspaceId, uuid(), versionId, conversationId, here.agent.memberId, daysAgo],
      );
    }
    expect((await lineOf(replyId)).sent30).toBe(3);
  });

  it('stands behind the others once it is archived', async () => {
    const { replyId } = await here.draft();
    await archiveReply(here.author, { replyId, archived: true });
    const lines = await replyLibrary(here.agent);
    expect(lines.at(-1)).toMatchObject({ id: replyId, archived: true });
  });
});

describe('a reply', () => {
  it('has every version with its reviews and what was said of it', async () => {
    const { replyId, versionId } = await here.inReview({ risk: 'high' });
    await here.decide(here.lead, versionId);
    const quote = 'a new tub';
    const { commentId } = await commentOnVersion(here.second, { versionId, body: 'Which?', quote });
    await resolveComment(here.author, { commentId, resolved: true });
    const detail = await replyDetail(here.agent, replyId);
    expect(detail).toMatchObject({ id: replyId, risk: 'high', version: 1, archived: false });
    expect(detail.versions).toMatchObject([
      {
        ...{ id: versionId, replyId, number: 1, state: 'in_review', revision: 2 },
        author: { id: here.author.memberId, name: 'Sunniva' },
        reviews: [{ member: { name: 'Jack' }, decision: 'approved', holds: true }],
        comments: [
          {
            ...{ id: commentId, body: 'Which?', quote, member: { name: 'Lena' } },
            resolved: { by: 'Sunniva', at: expect.any(String) },
          },
        ],
      },
    ]);
    await withdrawVersion(here.author, { versionId });
    const withdrawn = await replyDetail(here.agent, replyId);
    expect(withdrawn.versions[0]?.reviews).toMatchObject([{ holds: false }]);
  });

  it('says who published what, and who ended it', async () => {
    const { replyId, versionId } = await here.published();
    await retireVersion(here.second, { versionId });
    const { versionId: draft } = await startVersion(here.author, { replyId, language: 'en' });
    expect((await replyDetail(here.lead, replyId)).versions).toMatchObject([
      { id: draft, state: 'draft', bodyHash: null, publishedAt: null },
      { id: versionId, state: 'retired', publishedBy: 'Sunniva', endedBy: 'Lena' },
    ]);
  });

  it('of another workspace is not there, nor one with another name', async () => {
    const { replyId } = await here.draft();
    const stranger = await aMember(await aWorkspace(), ['marketer', 'lead']);
    await expect(replyDetail(stranger, replyId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(replyDetail(here.agent, 'nothing')).rejects.toMatchObject({ code: 'not_found' });
    expect(await replyLibrary(stranger)).toEqual([]);
    expect(await reviewQueue(stranger)).toEqual([]);
  });
});

test('the queue says who may decide, and how many have', async () => {
  const place = await aLibrary(database);
  const first = await place.inReview({ risk: 'high' });
  const second = await place.inReview();
  await place.decide(place.lead, first.versionId);
  const seen = async (by: Library['author']) =>
    (await reviewQueue(by)).map(({ versionId, approvals, needed, mayDecide }) => [
      versionId,
      `${approvals}/${needed}`,
      mayDecide,
    ]);
  expect(await seen(place.second)).toEqual([
    [first.versionId, '1/2', true],
    [second.versionId, '0/1', true],
  ]);
  expect(await seen(place.lead)).toMatchObject([
    [first.versionId, '1/2', false],
    [second.versionId, '0/1', true],
  ]);
  for (const by of [place.author, place.agent]) {
    expect((await seen(by)).map((line) => line[2])).toEqual([false, false]);
  }
  await archiveReply(place.author, { replyId: first.replyId, archived: true });
  expect(await seen(place.second)).toEqual([[second.versionId, '0/1', true]]);
});

test('a reply of one channel says which', async () => {
  const { id: channelId } = await aChannel(here.workspaceId);
  const { replyId } = await createReply(here.author, {
    ...{ key: 'of-one', title: 'Of one', purpose: 'answer', risk: 'low', sourceLanguage: 'en' },
    channelIds: [channelId],
  });
  expect((await lineOf(replyId)).channels).toEqual([
    { id: channelId, handle: expect.stringMatching(/^brand/) },
  ]);
});
