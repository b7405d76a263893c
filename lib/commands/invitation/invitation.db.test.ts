import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { invitationTextsOf } from '@/lib/queries/invitations/invitation-texts';
import { addInvitation } from './add';
import { changeInvitation } from './change';
import { removeInvitation } from './remove';

let database: TestDatabase;
let marketer: Actor;
let agent: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  const workspaceId = await aWorkspace();
  marketer = await aMember(workspaceId, ['marketer']);
  agent = await aMember(workspaceId, ['agent']);
});

async function countOfEvents(): Promise<number> {
  const { rows } = await database.admin.query<{ type: string }>(
    'select type from events where workspace_id = $1',
    [marketer.workspaceId],
  );
  expect(rows.every(({ type }) => type === 'policy.changed')).toBe(true);
  return rows.length;
}

test('an invitation is added, changed and removed; everybody reads them in their order', async () => {
  const { textId } = await addInvitation(marketer, { body: '  Write to us.\r\nIn private. ' });
  const second = await addInvitation(marketer, { body: 'We are in your messages.' });
  await changeInvitation(marketer, { textId, body: 'Please write to us.' });
  expect(await invitationTextsOf(agent)).toEqual([
    { id: textId, body: 'Please write to us.' },
    { id: second.textId, body: 'We are in your messages.' },
  ]);
  expect(await countOfEvents()).toBe(3);
  await changeInvitation(marketer, { textId, body: ' Please write to us. ' });
  expect(await countOfEvents()).toBe(3);
  await removeInvitation(marketer, { textId });
  expect(await invitationTextsOf(agent)).toEqual([
    { id: second.textId, body: 'We are in your messages.' },
  ]);
  await expect(removeInvitation(marketer, { textId })).rejects.toMatchObject({ code: 'not_found' });
});

test('it fits into a post together with its button, as the network weighs it', async () => {
  const { textId } = await addInvitation(marketer, { body: 'x'.repeat(256) });
  await addInvitation(marketer, { body: '語'.repeat(128) });
  // A link weighs 23, however long it is.
  await addInvitation(marketer, {
    body: `${'x'.repeat(232)} https://example.com/${'y'.repeat(90)}`,
  });
  const long = /^Shorten it by 1: it may weigh 256/;
  const tooLong = { issues: [{ path: ['body'], message: expect.stringMatching(long) }] };
  const body = 'x'.repeat(257);
  await expect(addInvitation(marketer, { body })).rejects.toMatchObject(tooLong);
  await expect(changeInvitation(marketer, { textId, body })).rejects.toMatchObject(tooLong);
  await expect(addInvitation(marketer, { body: ' \n ' })).rejects.toMatchObject({
    issues: [{ message: 'Write the invitation.' }],
  });
  expect(await invitationTextsOf(agent)).toHaveLength(3);
});

test('only a marketer or an admin may, and nobody from another workspace', async () => {
  const { textId } = await addInvitation(marketer, { body: 'Write to us.' });
  const lead = await aMember(marketer.workspaceId, ['lead']);
  const stranger = await aMember(await aWorkspace(), ['marketer', 'admin']);
  const body = 'Other words.';
  for (const actor of [agent, lead]) {
    const refused = { code: 'forbidden' };
    await expect(addInvitation(actor, { body })).rejects.toMatchObject(refused);
    await expect(changeInvitation(actor, { textId, body })).rejects.toMatchObject(refused);
    await expect(removeInvitation(actor, { textId })).rejects.toMatchObject(refused);
  }
  const unknown = { code: 'not_found' };
  await expect(changeInvitation(stranger, { textId, body })).rejects.toMatchObject(unknown);
  await expect(removeInvitation(stranger, { textId })).rejects.toMatchObject(unknown);
  expect(await invitationTextsOf(stranger)).toEqual([]);
  const admin = await aMember(marketer.workspaceId, ['admin']);
  await changeInvitation(admin, { textId, body });
  expect(await invitationTextsOf(agent)).toEqual([{ id: textId, body }]);
});
