import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { deliveryPolicy } from '@/lib/domain/delivery/policy';
import { asSystem } from '../command';
import { changeConversations } from '../conversation/change';
import { undoSend } from '../conversation/undo-send';
import { beginAttempt } from '../delivery/delivery.fixture';
import { settleAttempt } from '../delivery/settle-attempt';
import { aPress } from './approved-reply.fixture';
import { settleRecall } from './hold-recalled';
import { recallVersion } from './recall';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aMacro() {
  const here = await aPress(database);
  const { workspaceId } = here;
  const [labelId, archived, teamId] = [uuid(), uuid(), uuid()];
  await database.admin.query(
    `insert into labels (workspace_id, id, name, colour, archived_at) values ($1, $2, 'Refund', 'teal', null), ($1, $3, 'Old', 'teal', now())`,
    [workspaceId, labelId, archived],
  );
  await database.admin.query(
    "insert into teams (workspace_id, id, name) values ($1, $2, 'Cold chain')",
    [workspaceId, teamId],
  );
  return { ...here, labelId, archived, teamId };
}

test('an approved reply labels, gives to a team and closes along with the send; what is archived is passed over', async () => {
  const { aReply, put, send, standing, labelId, archived, teamId, conversationId } = await aMacro();
  const actions = { labelIds: [labelId, archived], teamId, status: 'resolved' as const };
  const { versionId } = await aReply({ actions });
  const { messageId } = await send((await put(versionId)).text);
  expect(await standing()).toMatchObject({
    status: 'resolved',
    label_ids: [labelId],
    team_id: teamId,
  });
  const { rows } = await database.admin.query<{ type: string }>(
    `select type from events where conversation_id = $1 and data ->> 'with' = $2 order by seq`,
    [conversationId, messageId],
  );
  expect(rows.map(({ type }) => type)).toEqual(['conversation.labelled', 'conversation.teamed']);
});

test('an undo of the send takes all of it back', async () => {
  const { aReply, put, send, standing, labelId, teamId, agent } = await aMacro();
  const before = await standing();
  const actions = { labelIds: [labelId], teamId, status: 'snoozed' as const, snoozeHours: 3 };
  const { versionId } = await aReply({ actions });
  const { messageId } = await send((await put(versionId)).text);
  expect(await standing()).toMatchObject({
    status: 'snoozed',
    label_ids: [labelId],
    snoozed_until: expect.any(Date),
  });
  await undoSend(agent, { messageId });
  expect(await standing()).toEqual(before);
});

test('its writer may leave it out, and what they choose themselves holds', async () => {
  const { aReply, put, send, standing, labelId } = await aMacro();
  const { versionId } = await aReply({ actions: { labelIds: [labelId], status: 'resolved' } });
  await send((await put(versionId)).text, { wordsOnly: true });
  expect(await standing()).toMatchObject({ status: 'waiting', label_ids: [] });
  // biome-ignore lint/suspicious/noThenProperty: a word, never a function
  await send((await put(versionId)).text, { then: 'open' });
  expect(await standing()).toMatchObject({ status: 'open', label_ids: [labelId] });
});

const HOUR_MS = 60 * 60_000;
const asleep = { status: 'snoozed', snoozed_until: expect.any(Date) };
const awake = { status: 'open', snoozed_until: null };

/** A reply that labels and puts off, in a draft. */
async function aSnooze() {
  const here = await aMacro();
  const actions = { labelIds: [here.labelId], status: 'snoozed' as const, snoozeHours: 3 };
  const { versionId } = await here.aReply({ actions });
  const { text } = await here.put(versionId);
  return { ...here, versionId, text };
}

/** The customer writes once more. */
function hear({ workspaceId, conversationId }: { workspaceId: string; conversationId: string }) {
  const events = [{ type: 'message.received' as const, conversationId }];
  return asSystem(workspaceId, () => Promise.resolve({ value: null, events }));
}

/** The network turned it away. */
async function lose({ workspaceId, messageId }: { workspaceId: string; messageId: string }) {
  const policy = deliveryPolicy(0.02);
  const attempt = await beginAttempt({ workspaceId, messageId }, policy);
  if (!attempt) throw new Error('the message did not leave');
  const outcome = { kind: 'refused', reason: 'RECIPIENT_CLOSED' } as const;
  await settleAttempt(attempt, { outcome }, policy);
}

test.each(['resolved', 'open', 'on_hold', 'waiting'] as const)(
  'where its writer sends it %s, no snooze comes over it; the rest is done',
  async (wish) => {
    const { text, send, standing, labelId } = await aSnooze();
    // biome-ignore lint/suspicious/noThenProperty: a word, never a function
    await send(text, { then: wish });
    expect(await standing()).toMatchObject({
      ...{ status: wish, snoozed_until: null, label_ids: [labelId] },
    });
  },
);

test('what the customer wrote unseen is not put to sleep; the rest is done', async () => {
  const { text, send, standing, workspaceId, conversationId, labelId } = await aSnooze();
  await hear({ workspaceId, conversationId });
  await send(text);
  expect(await standing()).toMatchObject({ ...awake, label_ids: [labelId] });
});

test('what the customer wrote and the writer has seen is put off', async () => {
  const { text, send, standing, workspaceId, conversationId } = await aSnooze();
  await hear({ workspaceId, conversationId });
  await send(text, { seenSeq: 99 });
  expect(await standing()).toMatchObject(asleep);
});

test('lost, it wakes what it put off, and nothing that somebody put off since', async () => {
  const { text, send, standing, workspaceId, conversationId } = await aSnooze();
  const { messageId } = await send(text);
  expect(await standing()).toMatchObject(asleep);
  await lose({ workspaceId, messageId });
  expect(await standing()).toMatchObject({ ...awake, waiting_since: expect.any(Date) });
  const { rows } = await database.admin.query(
    "select data from events where conversation_id = $1 and type = 'conversation.status'",
    [conversationId],
  );
  expect(rows).toEqual([{ data: { from: 'snoozed', to: 'open', because: 'failed' } }]);

  const other = await aSnooze();
  const sent = await other.send(other.text);
  await changeConversations(other.agent, {
    items: [{ conversationId: other.conversationId }],
    change: { kind: 'snooze', until: new Date(Date.now() + HOUR_MS).toISOString() },
  });
  await lose({ workspaceId: other.workspaceId, ...sent });
  expect(await other.standing()).toMatchObject(asleep);
});

test('held back for a recall, its conversation waits again', async () => {
  const { text, send, standing, workspaceId, marketer, versionId } = await aSnooze();
  await send(text);
  await recallVersion(marketer, { versionId, reason: 'The promise is wrong.' });
  expect(await settleRecall(workspaceId, versionId)).toBe(1);
  expect(await standing()).toMatchObject({ ...awake, waiting_since: expect.any(Date) });
});
