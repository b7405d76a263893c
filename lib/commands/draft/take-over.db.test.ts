import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { files } from '@/lib/domain/files/files.fixture';
import { addReplyFile } from '../approved-reply/add-file';
import { insertReply } from '../approved-reply/insert';
import { aLibrary } from '../approved-reply/library.fixture';
import { publishVersion } from '../approved-reply/publish';
import { replyToConversation } from '../conversation/reply';
import { saveDraft } from './save';
import { takeOverDraft } from './take-over';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function desk() {
  const workspace = await aWorkspace();
  const writer = await aMember(workspace);
  const lead = await aMember(workspace, ['lead']);
  const { id: conversationId } = await aConversation(workspace);
  const reply = { conversationId, mode: 'reply' } as const;
  const bodyOf = async (who: Actor) => {
    const { rows } = await database.admin.query(
      'select body from drafts where conversation_id = $1 and member_id = $2',
      [conversationId, who.memberId],
    );
    return rows[0]?.body;
  };
  const take = (who: Actor) => takeOverDraft(who, { ...reply, memberId: writer.memberId });
  return { workspace, writer, lead, conversationId, reply, bodyOf, take };
}

test('a lead takes over a draft: it is theirs, the colleague’s is empty, and that is a fact', async () => {
  const { writer, lead, conversationId, reply, bodyOf, take } = await desk();
  await saveDraft(writer, { ...reply, body: 'On its way.', revision: 3 });
  expect(await take(lead)).toEqual({
    mode: 'reply',
    text: 'On its way.',
    files: [],
    body: 'On its way.',
    revision: 1,
  });
  expect(await bodyOf(lead)).toBe('On its way.');
  expect(await bodyOf(writer)).toBe('');
  const { rows } = await database.admin.query(
    'select type, member_id, actor_member_id from events where conversation_id = $1',
    [conversationId],
  );
  expect(rows).toEqual([
    { type: 'draft.taken', member_id: writer.memberId, actor_member_id: lead.memberId },
  ]);
});

test('it comes before what the lead has begun', async () => {
  const { writer, lead, reply, bodyOf, take } = await desk();
  await saveDraft(writer, { ...reply, body: 'On its way.', revision: 1 });
  await saveDraft(lead, { ...reply, body: 'And a voucher.', revision: 5 });
  expect(await take(lead)).toMatchObject({ text: 'On its way.', revision: 6 });
  expect(await bodyOf(lead)).toBe('On its way.\n\nAnd a voucher.');
});

test('a save that its writer sent before they knew is refused, and told that it is empty', async () => {
  const { writer, lead, reply, bodyOf, take } = await desk();
  await saveDraft(writer, { ...reply, body: 'On its', revision: 1 });
  await take(lead);
  const late = await saveDraft(writer, { ...reply, body: 'On its way.', revision: 2 });
  expect(late).toMatchObject({ kept: false, body: '', revision: 2 });
  await saveDraft(writer, { ...reply, body: 'On its way.', revision: 3 });
  expect(await bodyOf(writer)).toBe('On its way.');
});

test('of two leads one gets it, the other learns that it is gone', async () => {
  const { workspace, writer, lead, reply, take } = await desk();
  const second = await aMember(workspace, ['lead']);
  await saveDraft(writer, { ...reply, body: 'On its way.', revision: 1 });
  const results = await Promise.allSettled([take(lead), take(second)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'not_found' },
  });
});

test('an agent takes over nothing, and a lead of another workspace finds nothing', async () => {
  const { workspace, writer, reply, bodyOf, take } = await desk();
  await saveDraft(writer, { ...reply, body: 'On its way.', revision: 1 });
  await expect(take(await aMember(workspace))).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await aMember(await aWorkspace(), ['lead']);
  await expect(take(stranger)).rejects.toMatchObject({ code: 'not_found' });
  expect(await bodyOf(writer)).toBe('On its way.');
});

/** A draft with an approved reply in it that has a picture. */
async function aPictured() {
  const library = await aLibrary(database);
  const { agent, author, lead, workspaceId } = library;
  const { replyId, versionId } = await library.draft();
  const bytes = files.png;
  const picture = await addReplyFile(author, { replyId, name: 'tub.png', bytes });
  await library.save(versionId, { fileIds: [picture.id] });
  await library.submit(versionId);
  await library.decide(lead, versionId);
  await publishVersion(author, { versionId });
  const { id: conversationId } = await aConversation(workspaceId);
  const put = await insertReply(agent, { useId: uuid(), conversationId, versionId });
  const place = { conversationId, mode: 'reply' } as const;
  await saveDraft(agent, { ...place, body: put.text, revision: 1 });
  const take = () => takeOverDraft(lead, { ...place, memberId: agent.memberId });
  const send = (who: Actor, fileIds: string[]) =>
    replyToConversation(who, {
      ...{ conversationId, clientKey: uuid(), body: put.text, seenSeq: 0, override: true, fileIds },
    });
  return { ...library, conversationId, put, take, send };
}

test('the files of the approved replies in it come along: the lead sends it whole, and its writer no more', async () => {
  const { agent, lead, put, take, send } = await aPictured();
  const ids = put.files.map(({ id }) => id);
  expect(ids).toHaveLength(1);
  expect((await take()).files).toEqual(put.files);
  await expect(send(agent, ids)).rejects.toMatchObject({ details: { missing: ids } });
  const { messageId } = await send(lead, ids);
  const { rows } = await database.admin.query(
    'select message_id, uploaded_by from files where id = $1',
    [ids[0]],
  );
  expect(rows).toEqual([{ message_id: messageId, uploaded_by: lead.memberId }]);
});

test('what its writer attached themselves, or has sent, stays theirs', async () => {
  const { agent, conversationId, put, take, send } = await aPictured();
  await database.admin.query(
    `insert into files (workspace_id, id, conversation_id, uploaded_by, kind, mime_type, name, size, sha256)
     select workspace_id, $2, conversation_id, uploaded_by, kind, mime_type, 'mine.png', size, sha256
     from files where id = $1`,
    [put.files[0]?.id, uuid()],
  );
  await send(
    agent,
    put.files.map(({ id }) => id),
  );
  await saveDraft(agent, { conversationId, mode: 'reply', body: 'One more.', revision: 5 });
  expect((await take()).files).toEqual([]);
  const { rows } = await database.admin.query(
    'select name, uploaded_by from files where conversation_id = $1 order by name',
    [conversationId],
  );
  expect(rows).toEqual([
    { name: 'mine.png', uploaded_by: agent.memberId },
    { name: 'tub.png', uploaded_by: agent.memberId },
  ]);
});
