import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { approveReply } from './approve-reply';
import { aPress } from './approved-reply.fixture';
import { askForApproval } from './ask-approval';
import { recallVersion } from './recall';
import { returnReply } from './return';
import { withdrawApproval } from './withdraw-approval';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A reply with changed locked words that waits for somebody. */
async function aStray() {
  const here = await aPress(database);
  const { versionId } = await here.aReply();
  const text = (await here.put(versionId)).text.replace('17:30', '18:30');
  const input = here.reply(text, { draftRevision: 1 });
  const { approvalId } = await askForApproval(here.agent, input);
  return { ...here, versionId, text, input, approvalId };
}

describe('asking for an approval', () => {
  test('is no message: the customer waits on, and the draft is empty', async () => {
    const { uses, standing, draftOf, agent, conversationId } = await aStray();
    expect(await uses()).toMatchObject([{ state: 'asked', message_id: null }]);
    expect(await standing()).toMatchObject({ status: 'open', waiting_since: expect.any(Date) });
    expect(await draftOf(agent)).toBe('');
    const { rows } = await database.admin.query(
      "select 1 from messages where conversation_id = $1 and kind = 'outbound'",
      [conversationId],
    );
    expect(rows).toEqual([]);
  });

  test('twice is once; what did not stray is simply sent', async () => {
    const { agent, input, approvalId, reply } = await aStray();
    expect(await askForApproval(agent, input)).toEqual({ approvalId });
    await expect(askForApproval(agent, reply('Something of my own.'))).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  test('is an agent’s, of this workspace', async () => {
    const { marketer, reply } = await aStray();
    await expect(askForApproval(marketer, reply('x'))).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await aMember(await aWorkspace());
    await expect(askForApproval(stranger, reply('x'))).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('letting a reply go', () => {
  test('it leaves in its writer’s name, with the words that were approved', async () => {
    const { approvalId, lead, agent, text, uses, standing } = await aStray();
    const { messageId } = await approveReply(lead, { approvalId });
    const { rows } = await database.admin.query(
      'select author_id, body from messages where id = $1',
      [messageId],
    );
    expect(rows).toEqual([{ author_id: agent.memberId, body: text }]);
    expect(await uses()).toMatchObject([{ state: 'sent', message_id: messageId }]);
    expect(await standing()).toMatchObject({ status: 'waiting', owner_id: agent.memberId });
    await expect(approveReply(lead, { approvalId })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('never by its writer, whatever else they are; never by an agent, and nobody elsewhere finds it', async () => {
    const here = await aPress(database);
    const both = await aMember(here.workspaceId, ['agent', 'marketer']);
    const { versionId } = await here.aReply();
    const text = (await here.put(versionId, both)).text.replace('17:30', '18:30');
    const { approvalId } = await askForApproval(both, here.reply(text));
    await expect(approveReply(both, { approvalId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(approveReply(here.agent, { approvalId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const stranger = await aMember(await aWorkspace(), ['lead']);
    await expect(approveReply(stranger, { approvalId })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      database.admin.query(
        "update reply_approvals set state = 'approved', decided_by = author_id where id = $1",
        [approvalId],
      ),
    ).rejects.toThrow(/reply_approvals_not_own/);
    await approveReply(here.marketer, { approvalId });
  });

  test('two at once are one message', async () => {
    const { approvalId, lead, marketer, conversationId } = await aStray();
    const tries = await Promise.allSettled([
      approveReply(lead, { approvalId }),
      approveReply(marketer, { approvalId }),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await database.admin.query(
      "select 1 from messages where conversation_id = $1 and kind = 'outbound'",
      [conversationId],
    );
    expect(rows).toHaveLength(1);
  });

  test('what was recalled meanwhile does not go', async () => {
    const { approvalId, lead, marketer, versionId } = await aStray();
    await recallVersion(marketer, { versionId, reason: 'Wrong.' });
    await expect(approveReply(lead, { approvalId })).rejects.toMatchObject({
      details: { recalled: [{ title: 'New tub' }] },
    });
  });

  test('nor in the name of somebody who answers nobody any more: it goes back', async () => {
    const { approvalId, marketer, agent, text, draftOf, conversationId } = await aStray();
    await database.admin.query("update members set roles = '{marketer}' where id = $1", [
      agent.memberId,
    ]);
    await expect(approveReply(marketer, { approvalId })).rejects.toMatchObject({
      ...{ code: 'conflict', message: expect.stringMatching(/may not answer.*Give it back/) },
    });
    const { rows } = await database.admin.query(
      "select 1 from messages where conversation_id = $1 and kind = 'outbound'",
      [conversationId],
    );
    expect(rows).toEqual([]);
    await returnReply(marketer, { approvalId, comment: 'You are no agent any more.' });
    expect(await draftOf(agent)).toBe(text);
  });

  test('nor what nobody may send any more', async () => {
    const { approvalId, lead, channel } = await aStray();
    await database.admin.query("update channels set status = 'disconnected' where id = $1", [
      channel.id,
    ]);
    await expect(approveReply(lead, { approvalId })).rejects.toMatchObject({
      code: expect.any(String),
    });
    const { rows } = await database.admin.query('select state from reply_approvals where id = $1', [
      approvalId,
    ]);
    expect(rows).toEqual([{ state: 'waiting' }]);
  });
});

describe('giving it back', () => {
  test('its writer has it again, before what they wrote since, with the comment', async () => {
    const { approvalId, lead, agent, text, draftOf, uses } = await aStray();
    await expect(returnReply(agent, { approvalId, comment: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(returnReply(lead, { approvalId, comment: ' ' })).rejects.toThrow(/Say what/);
    await returnReply(lead, { approvalId, comment: 'The van is late: say 19:00.' });
    expect(await draftOf(agent)).toBe(text);
    expect(await uses()).toMatchObject([{ state: 'inserted', member_id: agent.memberId }]);
    await expect(approveReply(lead, { approvalId })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a writer takes their own back, and nobody else’s', async () => {
    const { approvalId, lead, agent, text, draftOf, workspaceId } = await aStray();
    const colleague = await aMember(workspaceId);
    await expect(withdrawApproval(colleague, { approvalId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const stranger = await aMember(await aWorkspace());
    await expect(withdrawApproval(stranger, { approvalId })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(withdrawApproval(stranger, { approvalId: uuid() })).rejects.toMatchObject({
      code: 'not_found',
    });
    await withdrawApproval(agent, { approvalId });
    expect(await draftOf(agent)).toBe(text);
    await expect(returnReply(lead, { approvalId, comment: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
