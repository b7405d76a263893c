import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { recordConsent } from '@/lib/commands/consent/record';
import { recordContactEvents } from '@/lib/commands/contact/record-events';
import { noteOnConversation } from '@/lib/commands/conversation/note';
import { createKey } from '@/lib/commands/key/create';
import type { Actor } from '@/lib/domain/access/can';
import { journeyKinds } from '@/lib/domain/contact/journey';
import { contactView } from './contact';
import type { JourneyItem } from './journey';
import { contactJourney } from './journey';

let database: TestDatabase;
let agent: Actor;
let person: Awaited<ReturnType<typeof aConversation>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  agent = await aMember(await aWorkspace(), ['agent', 'admin']);
  person = await aConversation(agent.workspaceId);
});

const all = { kinds: journeyKinds, cursor: null };
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** The same person in public, an hour ago. */
async function inPublic(): Promise<string> {
  const id = uuid();
  await database.admin.query(
    `insert into conversations (workspace_id, id, channel_id, identity_id, kind, public_thread, last_message_at,
       last_message_kind, preview)
     select workspace_id, $2, channel_id, identity_id, 'public', '77', now() - interval '1 hour', 'inbound', ''
     from conversations where id = $1`,
    [person.id, id],
  );
  await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at, tie)
     select workspace_id, gen_random_uuid(), id, channel_id, 'inbound', 'My order melted', last_message_at, 77
     from conversations where id = $1`,
    [id],
  );
  return id;
}

async function tell(id: string, at: string): Promise<void> {
  const key = await createKey(await aMember(agent.workspaceId, ['admin']), { name: `Shop ${id}` });
  await recordContactEvents({
    workspaceId: agent.workspaceId,
    keyId: key.keyId,
    source: 'Shop',
    contact: { by: 'id', contactId: person.contactId },
    events: [{ kind: 'order', id, at, title: `Order ${id}`, body: null, url: null, data: {} }],
  });
}

async function everything(kinds: readonly (typeof journeyKinds)[number][] = journeyKinds) {
  const items: JourneyItem[] = [];
  let cursor: string | null = null;
  do {
    const page = await contactJourney(agent, person.contactId, { kinds, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

test('mentions, messages, notes, handoffs, consent and what happened elsewhere stand in one order', async () => {
  const publicId = await inPublic();
  await database.admin.query(
    `insert into handoffs (workspace_id, id, channel_id, identity_id, public_id, private_id, how, by_id, started_at,
       invited_at, arrived_at)
     select workspace_id, gen_random_uuid(), channel_id, identity_id, $2, id, 'invited', $3, now() - interval '1 hour',
       now() - interval '50 minutes', now() - interval '61 seconds'
     from conversations where id = $1`,
    [person.id, publicId, agent.memberId],
  );
  await tell('1', minutesAgo(120));
  await tell('2', minutesAgo(55));
  await noteOnConversation(agent, {
    conversationId: person.id,
    clientKey: uuid(),
    body: 'She called, too.',
  });
  await recordConsent(agent, {
    conversationId: person.id,
    scope: 'offers',
    granted: true,
    told: 'By phone',
  });
  const { items, nextCursor } = await contactJourney(agent, person.contactId, all);
  expect(nextCursor).toBeNull();
  expect(items.map(({ kind }) => kind)).toEqual([
    'consent',
    'note',
    'private',
    'handoff',
    'handoff',
    'event',
    'public',
    'event',
  ]);
  expect(items[2]).toMatchObject({
    conversationId: person.id,
    text: 'Is the salted caramel back?',
    from: 'customer',
    authorId: null,
    network: 'x',
  });
  expect(items[3]).toMatchObject({ step: 'arrived', conversationId: person.id });
  expect(items[4]).toMatchObject({ step: 'invited', memberId: agent.memberId });
  expect(items[5]).toMatchObject({ event: { source: 'Shop', kind: 'order', title: 'Order 2' } });
  expect(items[6]).toMatchObject({ conversationId: publicId, text: 'My order melted' });
  expect(items.map(({ at }) => at)).toEqual(
    items
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
});

test('only the kinds that are asked for are answered', async () => {
  await inPublic();
  await tell('1', minutesAgo(5));
  await tell('2', minutesAgo(90));
  for (const kind of journeyKinds) {
    expect((await everything([kind])).every((item) => item.kind === kind)).toBe(true);
  }
  expect((await everything(['event', 'public'])).map(({ kind }) => kind)).toEqual([
    'event',
    'public',
    'event',
  ]);
});

test('pages join without a gap or a repeat, also where many things happened at one instant', async () => {
  await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at, tie)
     select workspace_id, gen_random_uuid(), id, channel_id, 'inbound', 'Line ' || n,
       date_trunc('hour', now()) - (n / 30) * interval '1 minute', 1000 - n
     from conversations, generate_series(1, 200) n where id = $1`,
    [person.id],
  );
  await database.admin.query(
    `insert into contact_events (workspace_id, id, contact_id, key_id, source, source_id, kind, title, at, digest)
     select $1, gen_random_uuid(), $2, $3, 'Shop', n::text, 'web_visit', 'Visit ' || n,
       date_trunc('hour', now()) - (n / 30) * interval '1 minute', ''
     from generate_series(1, 100) n`,
    [
      agent.workspaceId,
      person.contactId,
      (await createKey(await aMember(agent.workspaceId, ['admin']), { name: 'Shop' })).keyId,
    ],
  );
  const items = await everything();
  expect(items).toHaveLength(301);
  expect(new Set(items.map(({ id }) => id)).size).toBe(301);
  const lines = items.flatMap((item) => ('text' in item ? [item.text] : []));
  expect(lines.filter((text) => text.startsWith('Line'))).toEqual(
    Array.from({ length: 200 }, (_, no) => `Line ${no + 1}`),
  );
});

test('a contact carries what is said of them, and the last three things from elsewhere', async () => {
  for (const [no, minutes] of [30, 10, 40, 20].entries()) await tell(`${no}`, minutesAgo(minutes));
  const view = await contactView(agent, person.contactId);
  expect(view).toMatchObject({
    id: person.contactId,
    name: 'Ana Lima',
    kind: 'customer',
    vip: false,
    labelIds: [],
    attributes: {},
    identities: [{ network: 'x' }],
  });
  expect(view.elsewhere.map(({ title }) => title)).toEqual(['Order 1', 'Order 3', 'Order 0']);
});

test('a page that this product did not make is refused', async () => {
  for (const cursor of ['', 'x', Buffer.from('["a","b","c"]').toString('base64url')]) {
    await expect(contactJourney(agent, person.contactId, { ...all, cursor })).rejects.toMatchObject(
      { code: 'invalid' },
    );
  }
});

test('a contact of another workspace is not found', async () => {
  const foreign = await aMember(await aWorkspace(), ['agent', 'admin']);
  for (const id of [person.contactId, uuid(), 'x']) {
    await expect(contactJourney(foreign, id, all)).rejects.toMatchObject({ code: 'not_found' });
    await expect(contactView(foreign, id)).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('whoever has no role that reads conversations reads no journey', async () => {
  const nobody = { ...agent, roles: [] };
  await expect(contactJourney(nobody, person.contactId, all)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(contactView(nobody, person.contactId)).rejects.toMatchObject({ code: 'forbidden' });
});
