import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Role } from '@/lib/domain/access/can';
import { noteOnConversation } from '../conversation/note';
import { replyToConversation } from '../conversation/reply';
import { saveDraft } from './save';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function desk(roles: readonly Role[] = ['agent']) {
  const workspace = await aWorkspace();
  const me = await aMember(workspace, roles);
  const { id: conversationId } = await aConversation(workspace);
  const save = (body: string, revision: number, mode: 'reply' | 'note' = 'reply') =>
    saveDraft(me, { conversationId, mode, body, revision });
  const kept = async () => {
    const { rows } = await database.admin.query(
      'select member_id, mode, body, revision::int from drafts where conversation_id = $1 order by mode',
      [conversationId],
    );
    return rows;
  };
  const bodies = async () => (await kept()).map(({ body }) => body);
  return { workspace, me, conversationId, save, kept, bodies };
}

test('a draft is kept for each person, conversation and mode, and nothing is recorded', async () => {
  const { workspace, me, conversationId, save, kept } = await desk();
  await save('On its way.', 1);
  await save('Check the 12:00 run.', 1, 'note');
  const colleague = await aMember(workspace);
  await saveDraft(colleague, { conversationId, mode: 'note', body: 'Mine.', revision: 1 });
  expect(await kept()).toHaveLength(3);
  expect(await kept()).toEqual(
    expect.arrayContaining([
      { member_id: me.memberId, mode: 'note', body: 'Check the 12:00 run.', revision: 1 },
      { member_id: me.memberId, mode: 'reply', body: 'On its way.', revision: 1 },
      { member_id: colleague.memberId, mode: 'note', body: 'Mine.', revision: 1 },
    ]),
  );
  const { rows } = await database.admin.query('select 1 from events where workspace_id = $1', [
    workspace,
  ]);
  expect(rows).toEqual([]);
});

test('an older save never overwrites a newer one, and is told what stands', async () => {
  const { save, bodies } = await desk();
  await save('Second.', 2);
  expect(await save('First.', 1)).toMatchObject({ kept: false, body: 'Second.', revision: 2 });
  expect(await save('Also second.', 2)).toMatchObject({ kept: false, body: 'Second.' });
  expect(await bodies()).toEqual(['Second.']);
  expect(await save('Third.', 3)).toMatchObject({ kept: true, body: 'Third.', revision: 3 });
});

test('of many saves at once the newest stands', async () => {
  const { save, bodies } = await desk();
  const revisions = [5, 2, 8, 1, 7, 3, 6, 4];
  await Promise.all(revisions.map((revision) => save(`Text ${revision}`, revision)));
  expect(await bodies()).toEqual(['Text 8']);
});

test('sending empties the draft with it, and a save that comes late does not bring it back', async () => {
  const { me, conversationId, save, bodies } = await desk();
  await save('On its way.', 1);
  const sending = { conversationId, clientKey: randomUUID(), body: 'On its way.', seenSeq: 0 };
  await replyToConversation(me, { ...sending, draftRevision: 2 });
  expect(await bodies()).toEqual(['']);
  expect(await save('On its way.', 2)).toMatchObject({ kept: false, body: '' });
  expect(await bodies()).toEqual(['']);
});

test('a text that was sent before it was ever saved is not saved afterwards', async () => {
  const { me, conversationId, save, bodies } = await desk();
  const sending = { conversationId, clientKey: randomUUID(), body: 'Quick.', draftRevision: 1 };
  await noteOnConversation(me, sending);
  expect(await save('Quick.', 1, 'note')).toMatchObject({ kept: false, body: '' });
  expect(await bodies()).toEqual(['']);
});

test('what another device wrote since stays when this one sends', async () => {
  const { me, conversationId, save, bodies } = await desk();
  await save('Written on the phone, later.', 7);
  const sending = { conversationId, clientKey: randomUUID(), body: 'Short answer.', seenSeq: 0 };
  await replyToConversation(me, { ...sending, draftRevision: 3 });
  expect(await bodies()).toEqual(['Written on the phone, later.']);
});

test('a refused reply leaves the draft alone', async () => {
  const { me, conversationId, save, bodies } = await desk();
  await save('x'.repeat(10_001), 1);
  const sending = { conversationId, clientKey: randomUUID(), body: 'x'.repeat(10_001), seenSeq: 0 };
  await expect(replyToConversation(me, { ...sending, draftRevision: 2 })).rejects.toMatchObject({
    code: 'invalid',
  });
  expect((await bodies())[0]).toHaveLength(10_001);
});

test('a hundred thousand characters are kept, more are refused with the number', async () => {
  const { save, bodies } = await desk();
  await save('ü'.repeat(100_000), 1);
  expect((await bodies())[0]).toHaveLength(100_000);
  await expect(save('x'.repeat(100_001), 2)).rejects.toThrow(/100,000 characters/);
});

test('what no database holds is kept without it', async () => {
  const { save, bodies } = await desk();
  await save('a\u0000b \ud800', 1);
  expect(await bodies()).toEqual(['ab \ufffd']);
});

test('who writes no replies keeps no draft of one, and nobody keeps one in another workspace', async () => {
  const { save, conversationId } = await desk(['marketer']);
  await expect(save('Hello', 1)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await save('Hello', 1, 'note')).toMatchObject({ kept: true });
  const admin = await desk(['admin']);
  await expect(admin.save('Hello', 1, 'note')).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await aMember(await aWorkspace());
  const theirs = { conversationId, mode: 'note', body: 'Hello', revision: 1 };
  await expect(saveDraft(stranger, theirs)).rejects.toMatchObject({ code: 'not_found' });
});
