import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { noteOnConversation } from './note';
import { replyToConversation } from './reply';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const body = 'She called twice already.';

test('a note stands in the thread, has no delivery and does not move the list', async () => {
  const workspace = await aWorkspace();
  const me = await aMember(workspace, ['marketer']);
  const { id: conversationId } = await aConversation(workspace);
  const clientKey = randomUUID();
  const write = () => noteOnConversation(me, { conversationId, clientKey, body });
  const values = await Promise.all(Array.from({ length: 5 }, write));
  expect(new Set(values.map(({ messageId }) => messageId)).size).toBe(1);
  const { rows } = await database.admin.query(
    `select m.kind, m.body, d.state, c.last_message_kind, c.owner_id, c.version,
       c.waiting_since is not null as waits
     from messages m left join deliveries d on d.message_id = m.id join conversations c on c.id = m.conversation_id
     where m.id = $1`,
    [values[0]?.messageId],
  );
  expect(rows).toEqual([
    {
      kind: 'note',
      body,
      state: null,
      last_message_kind: 'inbound',
      owner_id: null,
      version: 1,
      waits: true,
    },
  ]);
});

test('the key of a note cannot become a reply', async () => {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const { id: conversationId } = await aConversation(workspace);
  const clientKey = randomUUID();
  await noteOnConversation(me, { conversationId, clientKey, body });
  await expect(
    replyToConversation(me, { conversationId, clientKey, body, seenSeq: 0 }),
  ).rejects.toMatchObject({ code: 'conflict' });
  const { rows } = await database.admin.query(
    'select 1 from deliveries where conversation_id = $1',
    [conversationId],
  );
  expect(rows).toEqual([]);
});

test('an admin who only administers writes no note, nor anybody in another workspace', async () => {
  const workspace = await aWorkspace();
  const { id: conversationId } = await aConversation(workspace);
  const input = { conversationId, clientKey: randomUUID(), body };
  const admin = await aMember(workspace, ['admin']);
  await expect(noteOnConversation(admin, input)).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await aMember(await aWorkspace());
  await expect(noteOnConversation(stranger, input)).rejects.toMatchObject({ code: 'not_found' });
});
