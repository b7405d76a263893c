import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, anExternalId, aWorkspace, testDatabase } from '@/db/testing';
import type { AfterReply } from '@/lib/domain/conversation/answering';
import type { Status } from '@/lib/domain/conversation/conversation';
import { deliveryPolicy } from '@/lib/domain/delivery/policy';
import { files } from '@/lib/domain/files/files.fixture';
import { asSystem } from '../command';
import { beginAttempt } from '../delivery/delivery.fixture';
import { dueToLeave } from '../delivery/due';
import { saveDraft } from '../draft/save';
import { uploadFile } from '../file/upload';
import { receiveMessage } from '../inbound/receive';
import { changeConversations } from './change';
import { replyToConversation } from './reply';
import { undoSend } from './undo-send';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ TIME_SCALE: '1' });
});
afterAll(() => database.close());

const body = 'On its way.';

type Start = { status?: Status; lastWord?: 'theirs' | 'ours'; owned?: boolean };

async function desk({ undoSeconds = 30, ...start }: { undoSeconds?: number } & Start = {}) {
  const workspace = await aWorkspace();
  await database.admin.query('update workspaces set undo_seconds = $2 where id = $1', [
    workspace,
    undoSeconds,
  ]);
  const me = await aMember(workspace);
  const customer = await aConversation(workspace, beginning(start, me.memberId));
  const { id: conversationId, channelId } = customer;
  if (start.lastWord === 'ours') await answered(conversationId);
  const reply = (text = body, fileIds: string[] = [], wish?: AfterReply) =>
    replyToConversation(me, {
      conversationId,
      clientKey: randomUUID(),
      body: text,
      seenSeq: 0,
      override: true,
      fileIds,
      draftRevision: 3,
      // biome-ignore lint/suspicious/noThenProperty: a word, never a function
      ...(wish ? { then: wish } : {}),
    });
  const standing = async () => {
    const { rows } = await database.admin.query(
      `select preview, last_message_kind, status, waiting_since is not null as waits
       from conversations where id = $1`,
      [conversationId],
    );
    return rows[0];
  };
  const draft = async () => {
    const { rows } = await database.admin.query(
      'select mode, body from drafts where conversation_id = $1',
      [conversationId],
    );
    return rows;
  };
  /** All of the conversation but its version, which only grows. */
  const row = async () => {
    const { rows } = await database.admin.query(
      `select to_jsonb(c) - 'version' as row from conversations c where id = $1`,
      [conversationId],
    );
    return rows[0].row;
  };
  const hears = (text: string) =>
    asSystem(workspace, (context) =>
      receiveMessage(context, {
        channelId,
        kind: 'message',
        externalId: anExternalId(),
        participant: { externalId: customer.personExternalId, handle: 'ana', name: 'Ana Lima' },
        text,
        attachments: [],
        at: new Date(),
      }),
    );
  return { workspace, me, conversationId, reply, standing, draft, row, hears };
}

/** How a conversation in a status came to stand, an hour ago and by a person. */
function beginning({ status = 'open', lastWord, owned }: Start, memberId: string) {
  const ago = new Date(Date.now() - 3_600_000).toISOString();
  const waitless = lastWord === 'ours' || status === 'waiting' || status === 'resolved';
  return {
    status,
    statusAt: ago,
    ...(owned ? { ownerId: memberId } : {}),
    ...(waitless ? { waitingSince: null } : {}),
    ...(status === 'resolved' ? { resolvedAt: ago, resolvedBy: memberId } : {}),
    ...(status === 'snoozed'
      ? { snoozedUntil: new Date(Date.now() + 3_600_000).toISOString(), snoozedBy: memberId }
      : {}),
  };
}

/** The last word is ours, said on the network itself. */
async function answered(conversationId: string) {
  await database.admin.query(
    `with said as (
       insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at)
       select workspace_id, gen_random_uuid(), id, channel_id, 'outbound', 'On Monday.',
         last_message_at + interval '1 second'
       from conversations where id = $1 returning at)
     update conversations set last_message_at = said.at, last_message_tie = 0,
       last_message_kind = 'outbound', preview = 'On Monday.' from said where id = $1`,
    [conversationId],
  );
}

test('a reply stays for as long as the workspace says, and nothing takes it meanwhile', async () => {
  const { workspace, reply } = await desk();
  const { messageId, heldMs } = await reply();
  expect(heldMs).toBe(30_000);
  expect((await dueToLeave(100)).map((due) => due.messageId)).not.toContain(messageId);
  expect(await beginAttempt({ workspaceId: workspace, messageId }, deliveryPolicy(1))).toBe(
    undefined,
  );
});

test('without a wait it may leave at once', async () => {
  const { reply } = await desk({ undoSeconds: 0 });
  const { messageId, heldMs } = await reply();
  expect(heldMs).toBe(0);
  expect((await dueToLeave(100)).map((due) => due.messageId)).toContain(messageId);
});

test('called back it is its writer’s draft, and the conversation is as it was', async () => {
  const { me, conversationId, reply, standing, draft } = await desk();
  const before = await standing();
  const { messageId } = await reply();
  expect(await standing()).toMatchObject({ preview: body, waits: false });
  expect(await undoSend(me, { messageId })).toMatchObject({ text: body, body });
  expect(await standing()).toEqual(before);
  expect(await draft()).toEqual([{ mode: 'reply', body }]);
  const { rows } = await database.admin.query(
    `select data ->> 'decision' as decision from events
     where conversation_id = $1 and type = 'delivery.decided'`,
    [conversationId],
  );
  expect(rows).toEqual([{ decision: 'called_back' }]);
});

test.each<[string, Start, AfterReply | undefined]>([
  ['closed, and nobody waited', { lastWord: 'ours', owned: true }, 'resolved'],
  ['sent, and nobody waited', { lastWord: 'ours', owned: true }, undefined],
  ['put on hold', { owned: true }, 'on_hold'],
  ['opened from a snooze', { status: 'snoozed', owned: true }, 'open'],
  ['taken by its writer', {}, undefined],
  ['reopened', { status: 'resolved', owned: true }, 'open'],
  ['answered though nobody waited for it', { status: 'waiting', owned: true }, undefined],
])('called back, what the reply had %s is all as it was', async (_, start, wish) => {
  const { me, reply, row } = await desk(start);
  const before = await row();
  const { messageId } = await reply(body, [], wish);
  expect(await row()).not.toEqual(before);
  await undoSend(me, { messageId });
  expect(await row()).toEqual(before);
});

test('what came back is told once, by who called it back', async () => {
  const { me, conversationId, reply } = await desk({ owned: true });
  const { messageId } = await reply(body, [], 'resolved');
  await undoSend(me, { messageId });
  const { rows } = await database.admin.query(
    `select type, actor_member_id as by, data from events
     where conversation_id = $1 and type like 'conversation.%' order by seq`,
    [conversationId],
  );
  const by = me.memberId;
  expect(rows).toEqual([
    { type: 'conversation.closed', by, data: { from: 'open' } },
    { type: 'conversation.reopened', by, data: {} },
  ]);
});

test('what a colleague made of the conversation meanwhile stays', async () => {
  const { workspace, me, conversationId, reply, row } = await desk({ lastWord: 'ours' });
  const lead = await aMember(workspace, ['lead']);
  const { messageId } = await reply(body, [], 'resolved');
  const change = { kind: 'status', status: 'on_hold' };
  await changeConversations(lead, { items: [{ conversationId }], change });
  await undoSend(me, { messageId });
  expect(await row()).toMatchObject({ status: 'on_hold', owner_id: me.memberId });
});

test('what the customer wrote meanwhile is not put to sleep again', async () => {
  const { me, reply, row, hears } = await desk({ status: 'snoozed' });
  const { messageId } = await reply(body, [], 'open');
  await hears('And a waffle, please.');
  await undoSend(me, { messageId });
  expect(await row()).toMatchObject({ status: 'open', snoozed_until: null });
});

test('of two replies the one that still goes out keeps its customer from waiting', async () => {
  const { me, reply, standing } = await desk();
  const first = await reply();
  const second = await reply('And a spoon.');
  await undoSend(me, { messageId: first.messageId });
  expect(await standing()).toMatchObject({ status: 'waiting', waits: false });
  await undoSend(me, { messageId: second.messageId });
  expect(await standing()).toMatchObject({ status: 'open', waits: true });
});

test('it comes before what was begun since', async () => {
  const { me, conversationId, reply } = await desk();
  const { messageId } = await reply();
  await saveDraft(me, { conversationId, mode: 'reply', body: 'And sorry.', revision: 9 });
  const called = await undoSend(me, { messageId });
  expect(called).toMatchObject({ text: body, body: `${body}\n\nAnd sorry.`, revision: 10 });
});

test('what has left is not called back, and the answer says so; nor is anything twice', async () => {
  const { workspace, me, reply, draft } = await desk({ undoSeconds: 0 });
  const { messageId } = await reply();
  await beginAttempt({ workspaceId: workspace, messageId }, deliveryPolicy(1));
  await expect(undoSend(me, { messageId })).rejects.toMatchObject({
    code: 'conflict',
    message: 'Too late to undo: this reply was handed to the network already.',
  });
  expect(await draft()).toEqual([{ mode: 'reply', body: '' }]);

  const second = await desk();
  const held = await second.reply();
  await undoSend(second.me, { messageId: held.messageId });
  await expect(undoSend(second.me, { messageId: held.messageId })).rejects.toMatchObject({
    message: 'This reply was taken back already.',
  });
});

test('of undo and departure at once one happens', async () => {
  const { workspace, me, reply } = await desk({ undoSeconds: 0 });
  const rounds = await Promise.all(
    Array.from({ length: 8 }, (_, index) => reply(`Round ${index}`)),
  );
  for (const { messageId } of rounds) {
    const [undone, attempt] = await Promise.allSettled([
      undoSend(me, { messageId }),
      beginAttempt({ workspaceId: workspace, messageId }, deliveryPolicy(1)),
    ]);
    const left = attempt.status === 'fulfilled' && attempt.value !== undefined;
    expect(undone.status).toBe(left ? 'rejected' : 'fulfilled');
    const { rows } = await database.admin.query(
      'select state from deliveries where message_id = $1',
      [messageId],
    );
    expect(rows).toEqual([{ state: left ? 'sending' : 'cancelled' }]);
    if (left) return;
  }
});

test('only its writer calls it back, in their workspace, with the right to reply', async () => {
  const { workspace, me, reply } = await desk();
  const { messageId } = await reply();
  const colleague = await aMember(workspace, ['lead']);
  await expect(undoSend(colleague, { messageId })).rejects.toMatchObject({ code: 'not_found' });
  const stranger = await aMember(await aWorkspace());
  await expect(undoSend(stranger, { messageId })).rejects.toMatchObject({ code: 'not_found' });
  const marketer = await aMember(workspace, ['marketer']);
  await expect(undoSend(marketer, { messageId })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await undoSend(me, { messageId })).toMatchObject({ text: body });
});

test('the files of a reply that is called back go along with the next one', async () => {
  const { me, conversationId, reply } = await desk();
  const file = await uploadFile(me, { conversationId, name: 'scoop.png', bytes: files.png });
  const { messageId } = await reply('', [file.id]);
  await expect(reply('', [file.id])).rejects.toMatchObject({ code: 'invalid' });
  expect(await undoSend(me, { messageId })).toMatchObject({ text: '', files: [file] });
  const again = await reply('This one.', [file.id]);
  expect(again.messageId).not.toBe(messageId);
});
