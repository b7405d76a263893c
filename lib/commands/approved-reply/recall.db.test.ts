import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { deliveryPolicy } from '@/lib/domain/delivery/policy';
import { depart } from '../delivery/begin';
import { aPress, locked } from './approved-reply.fixture';
import { askForApproval } from './ask-approval';
import { settleRecall } from './hold-recalled';
import { recallVersion } from './recall';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const reason = 'The promise is wrong.';

describe('a recall', () => {
  test('is a marketer’s; it says why, is of this workspace, and happens once', async () => {
    const { aReply, marketer, lead, agent } = await aPress(database);
    const { versionId } = await aReply();
    const recall = { versionId, reason };
    await expect(recallVersion(agent, recall)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(recallVersion(lead, recall)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await aMember(await aWorkspace(), ['marketer']);
    await expect(recallVersion(stranger, recall)).rejects.toMatchObject({ code: 'not_found' });
    await expect(recallVersion(marketer, { versionId, reason: '  ' })).rejects.toThrow(/Say why/);
    await recallVersion(marketer, recall);
    await expect(recallVersion(marketer, recall)).rejects.toMatchObject({ code: 'conflict' });
  });

  test.each([
    'draft',
    'in_review',
    'changes_requested',
    'approved',
    'superseded',
    'expired',
    'retired',
  ])('takes back nothing that is %s', async (state) => {
    const { aReply, marketer } = await aPress(database);
    const { versionId } = await aReply({ state });
    await expect(recallVersion(marketer, { versionId, reason })).rejects.toMatchObject({
      code: 'conflict',
      details: { state },
    });
  });

  test('nothing of it is sent any more, nor what was written by hand with its words', async () => {
    const { aReply, put, send, marketer } = await aPress(database);
    const { versionId } = await aReply();
    const { text } = await put(versionId);
    await recallVersion(marketer, { versionId, reason });
    await expect(send(text)).rejects.toMatchObject({
      details: { recalled: [{ title: 'New tub' }] },
    });
    await expect(send(text.replace('17:30', '18:00'))).rejects.toMatchObject({ code: 'conflict' });
    await expect(put(versionId)).rejects.toMatchObject({ details: { state: 'recalled' } });
    await send('We look into it and come back to you.');
    await expect(send(`So: ${locked.toUpperCase()}`)).rejects.toThrow(/recalled/);
  });

  test('its words may be used again once a newer version says them', async () => {
    const { aReply, send, marketer } = await aPress(database);
    const { versionId, replyId } = await aReply();
    await recallVersion(marketer, { versionId, reason });
    await expect(send(locked)).rejects.toMatchObject({ code: 'conflict' });
    await database.admin.query(
      `insert into reply_versions (workspace_id, id, reply_id, language, number, state, body, allowance, risk, author_id, body_hash)
       select workspace_id, gen_random_uuid(), reply_id, language, 2, 'published', body || ' Thanks!', allowance, risk, author_id, 'h'
       from reply_versions where reply_id = $1`,
      [replyId],
    );
    await send(locked);
  });

  test('what waits to leave is held back, and its customer waits again', async () => {
    const { workspaceId, aReply, put, send, marketer, deliveryOf, standing } =
      await aPress(database);
    const { versionId } = await aReply();
    const { messageId } = await send((await put(versionId)).text);
    await recallVersion(marketer, { versionId, reason });
    expect(await settleRecall(workspaceId, versionId)).toBe(1);
    expect(await deliveryOf(messageId)).toEqual({ state: 'failed', reason: 'REPLY_RECALLED' });
    expect(await standing()).toMatchObject({ status: 'open', waiting_since: expect.any(Date) });
    expect(await settleRecall(workspaceId, versionId)).toBe(0);
  });

  test('what the worker has not held back yet is stopped as it is about to leave', async () => {
    const { workspaceId, aReply, put, send, marketer, deliveryOf } = await aPress(database);
    const { versionId } = await aReply();
    const { messageId } = await send((await put(versionId)).text);
    await recallVersion(marketer, { versionId, reason });
    await database.admin.query(
      'update deliveries set not_before = now(), due_at = now() where message_id = $1',
      [messageId],
    );
    expect(await depart({ workspaceId, messageId }, deliveryPolicy(0.02))).toBeUndefined();
    expect(await deliveryOf(messageId)).toEqual({ state: 'failed', reason: 'REPLY_RECALLED' });
  });

  test('also what was typed by hand and waits to leave', async () => {
    const { workspaceId, aReply, send, marketer, deliveryOf } = await aPress(database);
    const { versionId } = await aReply();
    const { messageId } = await send(`Hello, ${locked}`);
    await recallVersion(marketer, { versionId, reason });
    await database.admin.query(
      'update deliveries set not_before = now(), due_at = now() where message_id = $1',
      [messageId],
    );
    expect(await depart({ workspaceId, messageId }, deliveryPolicy(0.02))).toBeUndefined();
    expect(await deliveryOf(messageId)).toEqual({ state: 'failed', reason: 'REPLY_RECALLED' });
  });

  test('stops no other reply that says the same', async () => {
    const { aReply, put, send, marketer } = await aPress(database);
    const body = 'Hello! [[We will get back to you within 24 hours.]]';
    const { versionId } = await aReply({ title: 'One', body });
    const other = await aReply({ title: 'Other', body });
    await recallVersion(marketer, { versionId, reason });
    await send((await put(other.versionId)).text);
  });

  test('a newer version takes the place of the recalled one in a draft', async () => {
    const { aReply, put, send, marketer } = await aPress(database);
    const { versionId, replyId } = await aReply();
    await put(versionId);
    await recallVersion(marketer, { versionId, reason });
    const { rows } = await database.admin.query<{ id: string }>(
      `insert into reply_versions (workspace_id, id, reply_id, language, number, state, body, allowance, risk, author_id, body_hash)
       select workspace_id, gen_random_uuid(), reply_id, language, 2, 'published', replace(body, '17:30', '18:30'), allowance, risk, author_id, 'h'
       from reply_versions where reply_id = $1 returning id`,
      [replyId],
    );
    const { text } = await put(rows[0]?.id ?? '');
    await send(text);
  });

  test('a reply that waits for an approval goes back to its writer', async () => {
    const { workspaceId, aReply, put, reply, marketer, agent, draftOf } = await aPress(database);
    const { versionId } = await aReply();
    const strayed = (await put(versionId)).text.replace('17:30', '18:30');
    await askForApproval(agent, reply(strayed, { draftRevision: 1 }));
    await recallVersion(marketer, { versionId, reason });
    expect(await settleRecall(workspaceId, versionId)).toBe(1);
    expect(await draftOf(agent)).toBe(strayed);
  });

  test('sending and recalling at the same time: it is refused, or it is held back', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const here = await aPress(database);
        const { versionId } = await here.aReply();
        const { text } = await here.put(versionId);
        const [sent, recalled] = await Promise.allSettled([
          here.send(text),
          recallVersion(here.marketer, { versionId, reason }),
        ]);
        await settleRecall(here.workspaceId, versionId);
        expect(recalled.status).toBe('fulfilled');
        if (sent.status === 'rejected') return sent.reason.code;
        return (await here.deliveryOf(sent.value.messageId))?.state;
      }),
    );
    expect(tries.filter((each) => each !== 'conflict' && each !== 'failed')).toEqual([]);
  });
});
