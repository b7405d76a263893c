import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { replyToConversation } from '../conversation/reply';
import { undoSend } from '../conversation/undo-send';
import { saveDraft } from '../draft/save';
import { takeOverDraft } from '../draft/take-over';
import { aPress, locked } from './approved-reply.fixture';
import { askForApproval } from './ask-approval';
import { insertReply } from './insert';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe('putting an approved reply into a draft', () => {
  test('answers its words for this conversation; told twice it is noted once', async () => {
    const { aReply, agent, conversationId, uses } = await aPress(database);
    const { versionId } = await aReply({
      body: 'Hi {{contact.first_name|there}}, [[all is well.]] {{member.first_name}}',
    });
    const asked = { useId: uuid(), conversationId, versionId };
    const first = await insertReply(agent, asked);
    expect(first.text).toMatch(/^Hi \S+, all is well\. Priya$/);
    expect(first.segments.filter((segment) => segment.locked)).toEqual([
      { text: 'all is well.', locked: true },
    ]);
    expect(await insertReply(agent, asked)).toEqual(first);
    expect(await uses()).toHaveLength(1);
  });

  test.each([
    'draft',
    'in_review',
    'changes_requested',
    'approved',
    'superseded',
    'expired',
    'retired',
    'recalled',
  ])('refuses one that is %s', async (state) => {
    const { aReply, put } = await aPress(database);
    const { versionId } = await aReply({ state });
    await expect(put(versionId)).rejects.toMatchObject({ code: 'conflict', details: { state } });
  });

  test('refuses one of another channel, and what is another workspace’s', async () => {
    const here = await aPress(database);
    const other = await aChannel(here.workspaceId);
    const { versionId } = await here.aReply({ channelIds: [other.id] });
    await expect(here.put(versionId)).rejects.toMatchObject({ code: 'invalid' });
    const there = await aPress(database);
    const theirs = await there.aReply();
    await expect(here.put(theirs.versionId)).rejects.toMatchObject({ code: 'not_found' });
    const stranger = await aMember(await aWorkspace());
    const asked = { useId: uuid(), conversationId: here.conversationId, versionId };
    await expect(insertReply(stranger, asked)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a marketer answers nobody, so puts nothing in', async () => {
    const { aReply, put, marketer } = await aPress(database);
    const { versionId } = await aReply();
    await expect(put(versionId, marketer)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('sending what holds an approved reply', () => {
  test('it leaves with its locked words, and the use says how much was changed', async () => {
    const { aReply, put, send, uses } = await aPress(database);
    const { versionId } = await aReply();
    const { text } = await put(versionId);
    const { messageId } = await send(`${text} Bye, Priya`);
    expect(await uses()).toMatchObject([{ state: 'sent', message_id: messageId, edited: 0 }]);
  });

  test('free words may be changed, and that is counted', async () => {
    const { aReply, put, send, uses } = await aPress(database);
    const { versionId } = await aReply();
    await put(versionId);
    await send(`Good news: ${locked}`);
    const [use] = await uses();
    expect(use?.state).toBe('sent');
    expect(use?.edited).toBeGreaterThan(0);
  });

  test.each<[string, (text: string) => string]>([
    ['a letter changed', (text) => text.replace('17:30', '17:31')],
    ['a word pasted between', (text) => text.replace('new tub', 'new small tub')],
    ['a part cut out', (text) => text.replace(' and will be with you', '')],
    ['invisible signs inside', (text) => text.replace('tub', 't\u200bub')],
    ['all in capitals', (text) => text.toUpperCase()],
  ])('locked words are not: %s', async (_, change) => {
    const { aReply, put, send, uses } = await aPress(database);
    const { versionId } = await aReply();
    const { text } = await put(versionId);
    await expect(send(change(text))).rejects.toMatchObject({
      code: 'conflict',
      details: { strays: [{ title: 'New tub', why: 'words', missing: [locked] }] },
    });
    expect(await uses()).toMatchObject([{ state: 'inserted' }]);
  });

  test('an exact reply is locked as a whole; one that is free never strays', async () => {
    const here = await aPress(database);
    const exact = await here.aReply({
      allowance: 'exact',
      body: 'We recall the batch of 3 May. Please do not eat it.',
    });
    const { text } = await here.put(exact.versionId);
    await expect(here.send(text.replace('3 May', '4 May'))).rejects.toMatchObject({
      code: 'conflict',
    });
    await here.send(text);
    const free = await here.aReply({
      allowance: 'free',
      body: 'Thanks a lot for telling us all this.',
    });
    await here.put(free.versionId);
    await here.send('Thanks for telling us all this, Ana.');
  });

  test('what is sent first and then said otherwise has strayed too, and so has what was taken out and came back changed', async () => {
    const { aReply, put, send } = await aPress(database);
    const { versionId } = await aReply();
    const { text } = await put(versionId);
    await send(text);
    await expect(send(text.replace('17:30', '19:00'))).rejects.toMatchObject({
      details: { strays: [{ why: 'words' }] },
    });
    const again = await put(versionId);
    await send('Could you send us a picture of it?');
    await expect(send(again.text.replace('new', 'free'))).rejects.toMatchObject({
      code: 'conflict',
    });
    await send(`You are right. ${locked}`);
  });

  test('called back, the reply stands in the draft again: changed words are refused', async () => {
    const { aReply, put, send, uses, agent } = await aPress(database);
    const { versionId } = await aReply();
    const { text } = await put(versionId);
    const { messageId } = await send(text);
    await undoSend(agent, { messageId });
    expect(await uses()).toMatchObject([{ state: 'inserted', message_id: null, edited: null }]);
    await expect(send(text.replace('17:30', '18:30'))).rejects.toMatchObject({ code: 'conflict' });
  });

  test('taken over by a lead it comes along', async () => {
    const { aReply, put, send, uses, agent, lead, conversationId } = await aPress(database);
    const { versionId } = await aReply();
    const { text } = await put(versionId);
    await saveDraft(agent, { conversationId, mode: 'reply', body: text, revision: 1 });
    await takeOverDraft(lead, { conversationId, memberId: agent.memberId, mode: 'reply' });
    expect(await uses()).toMatchObject([{ member_id: lead.memberId }]);
    await expect(send(text.replace('17:30', '18:30'), {}, lead)).rejects.toMatchObject({
      code: 'conflict',
    });
    await send(text, {}, lead);
  });

  test('nothing with braces leaves, and the sentence names what is not filled in', async () => {
    const { aReply, put, send } = await aPress(database);
    const { versionId } = await aReply({
      body: 'Your order {{attribute.order}} is on its way.',
      allowance: 'free',
    });
    const { text } = await put(versionId);
    await expect(send(text)).rejects.toThrow('attribute.order is not filled in');
    await expect(send('{{ anything')).rejects.toMatchObject({ code: 'invalid' });
    await send(text.replace('{{attribute.order}}', 'A-17'));
  });

  test.each(['superseded', 'expired', 'retired'])(
    'one that is %s by now asks for a person',
    async (state) => {
      const { aReply, put, send, end } = await aPress(database);
      const { versionId } = await aReply();
      const { text } = await put(versionId);
      await end(versionId, state);
      await expect(send(text)).rejects.toMatchObject({ details: { strays: [{ why: state }] } });
    },
  );

  test('two replies stand in one message, and one of them changed is enough', async () => {
    const { aReply, put, send, uses } = await aPress(database);
    const one = await put((await aReply()).versionId);
    const refund = await aReply({
      title: 'Refund',
      body: '[[We refund you within five working days.]]',
    });
    const two = await put(refund.versionId);
    const both = `${one.text}\n\n${two.text}`;
    await expect(send(both.replace('five', 'ten'))).rejects.toMatchObject({
      details: { strays: [{ title: 'Refund' }] },
    });
    const { messageId } = await send(both);
    expect(await uses()).toMatchObject([
      { state: 'sent', message_id: messageId, edited: 0 },
      { state: 'sent', message_id: messageId },
    ]);
  });
});

describe('ways around', () => {
  test('asking for an approval does not open the text: neither it nor a colleague sends it meanwhile', async () => {
    const { aReply, put, send, reply, agent, workspaceId } = await aPress(database);
    const { versionId } = await aReply();
    const changed = (await put(versionId)).text.replace('17:30', '19:00');
    const asked = reply(changed);
    await askForApproval(agent, asked);
    await expect(replyToConversation(agent, asked)).rejects.toMatchObject({ code: 'conflict' });
    await expect(send(changed)).rejects.toMatchObject({ details: { strays: [{ why: 'words' }] } });
    const colleague = await aMember(workspaceId);
    await expect(send(changed, {}, colleague)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('what is past its end has expired, though no worker has written it down', async () => {
    const { aReply, put, send } = await aPress(database);
    const { versionId } = await aReply();
    const { text } = await put(versionId);
    await database.admin.query('update reply_versions set due_at = null where id = $1', [
      versionId,
    ]);
    await database.admin.query('alter table reply_versions disable trigger reply_versions_fixed');
    await database.admin.query(
      "update reply_versions set valid_until = now() - interval '1 second' where id = $1",
      [versionId],
    );
    await database.admin.query('alter table reply_versions enable trigger reply_versions_fixed');
    await expect(put(versionId)).rejects.toMatchObject({ details: { state: 'expired' } });
    await expect(send(text)).rejects.toMatchObject({ details: { strays: [{ why: 'expired' }] } });
  });

  test('put in, deleted, put in again it is sent as one', async () => {
    const { aReply, put, send, uses } = await aPress(database);
    const { versionId } = await aReply();
    await put(versionId);
    const { text } = await put(versionId);
    await send(text);
    expect((await uses()).map(({ state }) => state).sort()).toEqual(['removed', 'sent']);
  });
});
