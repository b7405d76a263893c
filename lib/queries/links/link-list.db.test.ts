import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { wordsWith } from '@/lib/domain/channel/message-link';
import { changeConversations } from '../../commands/conversation/change';
import { aReceiver, minutesAgo } from '../../commands/inbound/inbound.fixture';
import { archiveLink } from '../../commands/link/archive';
import { changeLink } from '../../commands/link/change';
import { createLink } from '../../commands/link/create';
import { followTo } from '../../follow-link';
import { linkList } from './link-list';

let database: TestDatabase;
let receiver: Awaited<ReturnType<typeof aReceiver>>;
let lead: Actor;
beforeAll(async () => {
  database = await testDatabase({ TRUSTED_PROXY_HOPS: '1', SANDBOX_URL: 'http://sandbox.test' });
});
afterAll(() => database.close());
beforeEach(async () => {
  receiver = await aReceiver(database);
  lead = await aMember(receiver.workspaceId, ['lead']);
});

async function aLink(name = 'Contact page', firstWords = 'Hello') {
  const { linkId } = await createLink(lead, {
    channelId: receiver.channel.id,
    name,
    firstWords,
  });
  const link = (await linkList(lead)).find(({ id }) => id === linkId);
  if (!link) throw new Error('The link is not in the list.');
  return link;
}

async function counts(): Promise<[number, number][]> {
  return (await linkList(lead)).map(({ clicks, conversations }) => [clicks, conversations]);
}

const visit = (reference: string, init: RequestInit = {}) =>
  followTo(reference, new Request(`http://localhost/m/${reference}`, init));

describe('a link', () => {
  it('is made with an address of its own, renamed, archived and brought back', async () => {
    const link = await aLink('  Contact  page ', ' Hello, I have\na question. ');
    expect(link).toMatchObject({
      name: 'Contact page',
      firstWords: 'Hello, I have a question.',
      archived: false,
      clicks: 0,
      conversations: 0,
    });
    expect(link.address).toMatch(new RegExp(`/m/${link.reference}$`));
    await changeLink(lead, { linkId: link.id, name: 'Help page', firstWords: '' });
    await expect(aLink('help PAGE')).rejects.toMatchObject({ code: 'conflict' });
    await archiveLink(lead, { linkId: link.id, archived: true });
    const other = await aLink('Help page');
    await expect(archiveLink(lead, { linkId: link.id, archived: false })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await linkList(lead)).map(({ id, name, archived }) => [id, name, archived])).toEqual([
      [other.id, 'Help page', false],
      [link.id, 'Help page', true],
    ]);
    expect(await receiver.facts()).toEqual(Array.from({ length: 4 }, () => 'link.changed'));
  });

  it('is for those who keep links, to a live channel, in a workspace of their own', async () => {
    const link = await aLink();
    const { id: linkId } = link;
    const agent = await aMember(receiver.workspaceId);
    const stranger = await aMember(await aWorkspace(), ['admin']);
    const fresh = { channelId: receiver.channel.id, name: 'Shop', firstWords: '' };
    for (const [who, code] of [
      [agent, 'forbidden'],
      [stranger, 'not_found'],
    ] as const) {
      await expect(createLink(who, fresh)).rejects.toMatchObject({ code });
      const changed = changeLink(who, { linkId, name: 'x', firstWords: '' });
      await expect(changed).rejects.toMatchObject({ code });
      await expect(archiveLink(who, { linkId, archived: true })).rejects.toMatchObject({ code });
    }
    expect(await linkList(stranger)).toEqual([]);
    expect(await linkList(agent)).toEqual([link]);
    const gone = await aChannel(receiver.workspaceId, { status: 'disconnected' });
    await expect(createLink(lead, { ...fresh, channelId: gone.id })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(createLink(lead, { ...fresh, firstWords: 'x'.repeat(201) })).rejects.toThrow(
      /at most 200/,
    );
  });
});

describe('whoever follows a link', () => {
  it('comes to a message with its words and reference, and is counted without being known', async () => {
    const { reference } = await aLink('Contact page', 'Hello & welcome');
    const { externalId } = receiver.channel;
    const to = `http://sandbox.test/messages/compose?recipient_id=${externalId}&text=Hello%20%26%20welcome%20%28ref%20${reference}%29`;
    expect(await visit(reference)).toEqual({ to });
    expect(await visit(reference.toLowerCase())).toEqual({ to });
    await visit(reference, { method: 'HEAD' });
    await visit(reference, { headers: { 'sec-purpose': 'prefetch;prerender' } });
    expect(await counts()).toEqual([[2, 0]]);
  });

  it('of one out of use can still write, without a reference and uncounted', async () => {
    const { id: linkId, reference } = await aLink();
    await archiveLink(lead, { linkId, archived: true });
    const { externalId } = receiver.channel;
    expect(await visit(reference)).toEqual({
      to: `http://sandbox.test/messages/compose?recipient_id=${externalId}&text=Hello`,
    });
    expect(await counts()).toEqual([[0, 0]]);
  });

  it('of one that never was comes nowhere, and too often not at all', async () => {
    expect(await visit('ZZZZZZ')).toBe('nowhere');
    expect(await visit('not-one')).toBe('nowhere');
    const from = { headers: { 'x-forwarded-for': '203.0.113.9' } };
    const answers = await Promise.all(Array.from({ length: 61 }, () => visit('ZZZZZZ', from)));
    expect(answers.filter((answer) => answer === 'too_many')).toHaveLength(1);
    expect(await visit('ZZZZZZ', { headers: { 'x-forwarded-for': '203.0.113.8' } })).toBe(
      'nowhere',
    );
  });
});

describe('a message that carries a reference', () => {
  const says = (reference: string, more: object = {}) =>
    receiver.hears(
      receiver.told({ text: `${wordsWith('Hello', reference)}\nMelted again.`, ...more }),
    );

  async function origins() {
    const { rows } = await database.admin.query<{ episode: number; link_id: string }>(
      'select episode, link_id from conversation_origins where workspace_id = $1 order by episode',
      [receiver.workspaceId],
    );
    return rows;
  }

  it('tells by which link a conversation began, and keeps every word', async () => {
    const { id, reference } = await aLink();
    await says(reference);
    expect(await origins()).toEqual([{ episode: 1, link_id: id }]);
    expect(await receiver.facts()).toEqual([
      'link.changed',
      'conversation.started',
      'message.received',
      'conversation.origin',
    ]);
    expect(await receiver.bodies()).toEqual([`Hello (ref ${reference})\nMelted again.`]);
    expect(await counts()).toEqual([[0, 1]]);
  });

  it('counts the first link of a visit, and another one when they come back', async () => {
    const [one, other] = [await aLink(), await aLink('Shop')];
    await says(one.reference, { at: minutesAgo(30) });
    await says(other.reference, { at: minutesAgo(29) });
    expect(await origins()).toEqual([{ episode: 1, link_id: one.id }]);
    const [thread] = await receiver.threads();
    await changeConversations(lead, {
      items: [{ conversationId: thread?.id }],
      change: { kind: 'status', status: 'resolved' },
    });
    await database.admin.query(
      "update conversations set resolved_at = now() - interval '8 days' where id = $1",
      [thread?.id],
    );
    await says(other.reference);
    expect(await origins()).toEqual([
      { episode: 1, link_id: one.id },
      { episode: 2, link_id: other.id },
    ]);
  });

  it('says nothing in the midst of a conversation, of another channel, or of another workspace', async () => {
    const { reference } = await aLink();
    await receiver.hears(receiver.told({ at: minutesAgo(90) }));
    await database.admin.query(
      "update conversations set created_at = now() - interval '90 minutes' where workspace_id = $1",
      [receiver.workspaceId],
    );
    await says(reference);
    const elsewhere = await aChannel(receiver.workspaceId);
    await says(reference, { from: 'bo', channelId: elsewhere.id });
    const others = await aReceiver(database);
    await others.hears(others.told({ text: wordsWith('', reference) }));
    await says(reference, { from: 'cy', kind: 'unreadable' });
    expect(await origins()).toEqual([]);
    await says(reference, { from: 'di' });
    expect(await origins()).toHaveLength(1);
  });
});
