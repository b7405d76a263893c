import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { undoSend } from '../conversation/undo-send';
import { aPress } from './approved-reply.fixture';

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
