import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { aPress } from '@/lib/commands/approved-reply/approved-reply.fixture';
import { settleRecall } from '@/lib/commands/approved-reply/hold-recalled';
import { recallVersion } from '@/lib/commands/approved-reply/recall';
import { usageAsked, usesAsked } from '@/lib/domain/replies/usage';
import { replyDetail } from './detail';
import { replyLibrary } from './library';
import { pickerReplies } from './picker';
import { usageOfReply, usageReport } from './usage';
import { usesPage } from './use-list';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A reply of which so much was sent, each come to where it is said. */
async function sentAs(states: readonly string[]) {
  const here = await aPress(database);
  const place = await here.aReply();
  const messageIds: string[] = [];
  for (const state of states) {
    const { text } = await here.put(place.versionId);
    const { messageId } = await here.send(text);
    await database.admin.query('update deliveries set state = $2 where message_id = $1', [
      messageId,
      state,
    ]);
    messageIds.push(messageId);
  }
  /** Everything that counts what was sent. */
  async function counted() {
    const [line] = await replyLibrary(here.lead);
    const [picked] = await pickerReplies(here.agent);
    const { replies } = await usageReport(here.lead, usageAsked({}));
    const usage = await usageOfReply(here.lead, place.replyId);
    const { lines } = await usesPage(here.lead, usesAsked({ version: place.versionId }));
    return {
      library: line?.sent30,
      picker: Object.values(picked?.sentFor ?? {}).reduce((sum, each) => sum + each, 0),
      report: replies[0]?.sent,
      ofReply: usage?.sent,
      listed: lines.length,
    };
  }
  return { ...here, ...place, messageIds, counted };
}

const all = (times: number) => ({
  ...{ library: times, picker: times, report: times, ofReply: times, listed: times },
});

test('what left and what is on its way was sent; what failed or was called off was not', async () => {
  const states = ['queued', 'sending', 'unknown', 'needs_review', 'sent', 'failed', 'cancelled'];
  const { counted, lead, replyId } = await sentAs(states);
  expect(await counted()).toEqual(all(5));
  const { lines } = await usesPage(lead, usesAsked({ reply: replyId }));
  const told = lines.map(({ state }) => state).toSorted();
  expect(told).toEqual([...Array(5).fill('sent'), ...Array(2).fill('stopped')]);
});

test('what was only stopped was sent to nobody, and says nothing of a last time', async () => {
  const { counted, agent } = await sentAs(['failed', 'cancelled']);
  expect(await counted()).toEqual(all(0));
  expect((await pickerReplies(agent))[0]?.lastSentAt).toBeUndefined();
});

test('a recall leads to the conversations where it was sent, however long ago, and to no other', async () => {
  const here = await sentAs(['sent', 'queued', 'sent']);
  const { workspaceId, versionId, replyId, marketer, conversationId, messageIds } = here;
  const sentIn = async () => (await replyDetail(marketer, replyId)).versions[0]?.sentIn;
  expect(await sentIn()).toBeNull();
  await database.admin.query(
    `update reply_uses set inserted_at = now() - interval '300 days', sent_at = now() - interval '300 days'
     where message_id = $1`,
    [messageIds[0]],
  );
  await recallVersion(marketer, { versionId, reason: 'The price is wrong.' });
  await settleRecall(workspaceId, versionId);
  expect((await here.deliveryOf(messageIds[1] ?? ''))?.state).toBe('failed');
  expect(await sentIn()).toBe(1);
  const { lines } = await usesPage(marketer, usesAsked({ reply: replyId, version: versionId }));
  expect(lines.map((line) => [line.conversationId, line.state])).toEqual([
    [conversationId, 'sent'],
    [conversationId, 'sent'],
  ]);
});

test('a recalled version that never left was sent in no conversation', async () => {
  const { workspaceId, versionId, replyId, marketer } = await sentAs(['queued']);
  await recallVersion(marketer, { versionId, reason: 'Wrong.' });
  await settleRecall(workspaceId, versionId);
  const { versions } = await replyDetail(marketer, replyId);
  expect(versions).toMatchObject([{ state: 'recalled', sentIn: 0 }]);
});
