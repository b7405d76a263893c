import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { noteOnConversation } from './note';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function desk() {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const { id: conversationId } = await aConversation(workspace);
  const clientKey = randomUUID();
  const note = (mentionIds: string[]) =>
    noteOnConversation(me, { conversationId, clientKey, body: 'Look, @Mo.', mentionIds });
  const named = async () => {
    const { rows } = await database.admin.query(
      'select member_id from note_mentions where conversation_id = $1 order by member_id',
      [conversationId],
    );
    return rows.map(({ member_id: id }) => id);
  };
  const notes = async () => {
    const { rows } = await database.admin.query(
      "select mention_ids from messages where conversation_id = $1 and kind = 'note'",
      [conversationId],
    );
    return rows.map(({ mention_ids: ids }) => ids);
  };
  return { workspace, note, named, notes };
}

test('who is named stands on the note and finds it in their own list, each once', async () => {
  const { workspace, note, named, notes } = await desk();
  const mo = await aMember(workspace, ['marketer'], 'Mo');
  await note([mo.memberId, mo.memberId]);
  await note([mo.memberId]);
  expect(await named()).toEqual([mo.memberId]);
  expect(await notes()).toEqual([[mo.memberId]]);
});

test('somebody who has left is not called: the note is refused in words, whole', async () => {
  const { workspace, note, named, notes } = await desk();
  const mo = await aMember(workspace, ['agent'], 'Mo Okafor');
  await database.admin.query('update members set removed_at = now() where id = $1', [mo.memberId]);
  await expect(note([mo.memberId])).rejects.toMatchObject({
    code: 'invalid',
    message: 'Mo Okafor is no longer a member, so they cannot be mentioned.',
  });
  expect(await named()).toEqual([]);
  expect(await notes()).toEqual([]);
});

test('somebody without a role is not called, nor is a member of another workspace', async () => {
  const { workspace, note, named } = await desk();
  const idle = await aMember(workspace, [], 'Ida');
  await expect(note([idle.memberId])).rejects.toMatchObject({ code: 'invalid' });
  const stranger = await aMember(await aWorkspace());
  await expect(note([stranger.memberId])).rejects.toMatchObject({ code: 'not_found' });
  await expect(note([randomUUID()])).rejects.toMatchObject({ code: 'not_found' });
  expect(await named()).toEqual([]);
});
