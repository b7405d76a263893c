import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { files } from '@/lib/domain/files/files.fixture';
import { fileHead } from '@/lib/queries/files/file';
import { approvalQueue } from '@/lib/queries/replies/approvals';
import { uploadFile } from '../file/upload';
import { approveReply } from './approve-reply';
import { aPress } from './approved-reply.fixture';
import { askForApproval } from './ask-approval';
import { returnReply } from './return';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** An agent asks for a reply with changed locked words to go out. */
async function aPlace() {
  const here = await aPress(database);
  const { versionId } = await here.aReply();
  const ask = async (more: object = {}, who: Actor = here.agent) => {
    const text = (await here.put(versionId, who)).text.replace('17:30', '18:30');
    const { approvalId } = await askForApproval(who, here.reply(text, more));
    return approvalId;
  };
  const { conversationId } = here;
  const upload = (by: Actor, to = conversationId) =>
    uploadFile(by, { conversationId: to, name: 'scoop.png', bytes: files.png });
  const sent = async () => {
    const { rows } = await database.admin.query(
      "select 1 from messages where conversation_id = $1 and kind = 'outbound'",
      [conversationId],
    );
    return rows.length;
  };
  return { ...here, ask, upload, sent };
}

describe('a colleague who answered meanwhile', () => {
  test('stops an approval, with what they wrote, until the approver sends it anyway', async () => {
    const { ask, lead, send, workspaceId, sent } = await aPlace();
    const approvalId = await ask();
    const colleague = await aMember(workspaceId, ['agent']);
    await send('The van is late.', {}, colleague);
    await expect(approveReply(lead, { approvalId })).rejects.toMatchObject({
      code: 'conflict',
      details: { unseen: [{ body: 'The van is late.', authorId: colleague.memberId }] },
    });
    expect(await sent()).toBe(1);
    await approveReply(lead, { approvalId, override: true });
    expect(await sent()).toBe(2);
  });

  test('stops it as well when they are the approver, or when theirs was let go before', async () => {
    const { ask, lead, marketer, send, workspaceId } = await aPlace();
    const first = await ask();
    const other = await ask({}, await aMember(workspaceId, ['agent']));
    await approveReply(marketer, { approvalId: other, override: true });
    await expect(approveReply(marketer, { approvalId: first })).rejects.toMatchObject({
      details: { unseen: [expect.anything()] },
    });
    await send('I am on it.', {}, lead);
    await expect(approveReply(lead, { approvalId: first })).rejects.toMatchObject({
      details: { unseen: [expect.anything(), { body: 'I am on it.' }] },
    });
  });

  test('does not count before it was asked: the writer was shown it, and asked all the same', async () => {
    const { ask, lead, send, workspaceId, sent } = await aPlace();
    await send('The van is late.', {}, await aMember(workspaceId, ['agent']));
    await expect(ask({ override: false })).rejects.toMatchObject({
      details: { unseen: [{ body: 'The van is late.' }] },
    });
    await approveReply(lead, { approvalId: await ask({ override: true }) });
    expect(await sent()).toBe(2);
  });

  test('is not the writer, whoever let their words go', async () => {
    const { ask, lead, marketer, sent } = await aPlace();
    const [first, second, third] = [await ask(), await ask(), await ask()];
    await approveReply(lead, { approvalId: first });
    await approveReply(lead, { approvalId: second });
    await approveReply(marketer, { approvalId: third });
    expect(await sent()).toBe(3);
  });
});

describe('files of a reply that waits', () => {
  test('are checked as it is asked: one’s own, of this conversation, not sent', async () => {
    const { ask, upload, agent, lead, workspaceId } = await aPlace();
    const elsewhere = (await aConversation(workspaceId)).id;
    const wrong = [await upload(lead), await upload(agent, elsewhere)];
    for (const { id } of wrong) {
      await expect(ask({ fileIds: [id] })).rejects.toMatchObject({
        code: 'invalid',
        details: { missing: [id] },
      });
    }
    expect(await approvalQueue(lead)).toEqual([]);
  });

  test('are seen by those who decide as long as it waits, and by its writer', async () => {
    const { ask, upload, agent, lead, marketer, workspaceId } = await aPlace();
    const { id } = await upload(agent);
    const refused = { code: 'not_found' };
    await expect(fileHead(lead, id)).rejects.toMatchObject(refused);
    const approvalId = await ask({ fileIds: [id] });
    for (const by of [lead, marketer, agent]) {
      expect(await fileHead(by, id)).toMatchObject({ name: 'scoop.png' });
    }
    const colleague = await aMember(workspaceId, ['agent']);
    const stranger = await aMember(await aWorkspace(), ['lead', 'marketer']);
    await expect(fileHead(colleague, id)).rejects.toMatchObject(refused);
    await expect(fileHead(stranger, id)).rejects.toMatchObject(refused);
    await returnReply(lead, { approvalId, comment: 'Another picture.' });
    await expect(fileHead(lead, id)).rejects.toMatchObject(refused);
    expect(await fileHead(agent, id)).toMatchObject({ id });
  });

  test('that somebody else uploaded are neither named nor shown, whatever the row says', async () => {
    const { ask, upload, agent, lead, marketer } = await aPlace();
    const approvalId = await ask();
    const { id } = await upload(lead);
    await database.admin.query('update reply_approvals set file_ids = $2 where id = $1', [
      approvalId,
      [id],
    ]);
    expect(await approvalQueue(marketer)).toMatchObject([{ id: approvalId, files: [] }]);
    await expect(fileHead(marketer, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(fileHead(agent, id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
