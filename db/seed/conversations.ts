import { v7 as uuid } from 'uuid';
import type { EventType } from '@/lib/domain/conversation/events';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { CastMember } from '@/sandbox/cast';
import type { Story } from '@/sandbox/story';
import type { Tx } from '../client';
import { conversations, messages } from '../schema/conversations';
import { deliveries } from '../schema/deliveries';
import { contacts, identities } from '../schema/people';
import { eventCounters, events } from '../schema/workspaces';
import type { Past } from './history';
import { pastOf } from './history';
import type { Seated } from './team';

type Demo = {
  story: Story;
  channelOf: Map<string, string>;
  agents: readonly Seated[];
  now: Date;
};

type Rows = {
  contacts: (typeof contacts.$inferInsert)[];
  identities: (typeof identities.$inferInsert)[];
  conversations: (typeof conversations.$inferInsert)[];
  messages: (typeof messages.$inferInsert)[];
  deliveries: (typeof deliveries.$inferInsert)[];
  events: (Omit<typeof events.$inferInsert, 'seq'> & { at: string })[];
};

/** Every thread of the story as the workspace would remember it, its events in order on the spine. */
export async function seedConversations(tx: Tx, workspaceId: string, demo: Demo): Promise<void> {
  const rows: Rows = {
    contacts: [],
    identities: [],
    conversations: [],
    messages: [],
    deliveries: [],
    events: [],
  };
  const known = new Map<string, string>();
  for (const [turn, thread] of demo.story.threads.entries()) {
    const person = demo.story.people.find((each) => each.id === thread.personId);
    const channelId = demo.channelOf.get(thread.accountId);
    if (!person || !channelId) throw new Error(`nobody to seed thread ${turn} for`);
    const identityId = known.get(person.id) ?? introduce(rows, workspaceId, person);
    known.set(person.id, identityId);
    const past = pastOf(thread, person, { agents: demo.agents, now: demo.now, turn });
    remember(rows, { workspaceId, channelId, identityId }, past);
  }
  const spine = rows.events
    .sort((a, b) => a.at.localeCompare(b.at))
    .map((event, index) => ({ ...event, seq: index + 1 }));

  await tx.insert(contacts).values(rows.contacts);
  await tx.insert(identities).values(rows.identities);
  await tx.insert(conversations).values(rows.conversations);
  await tx.insert(messages).values(rows.messages);
  await tx.insert(deliveries).values(rows.deliveries);
  await tx.insert(events).values(spine);
  await tx.insert(eventCounters).values({ workspaceId, seq: spine.length });
}

function introduce(rows: Rows, workspaceId: string, person: CastMember): string {
  const [contactId, identityId] = [uuid(), uuid()];
  rows.contacts.push({ workspaceId, id: contactId, name: person.name });
  rows.identities.push({
    workspaceId,
    id: identityId,
    contactId,
    network: 'x',
    externalId: person.id,
    handle: person.username,
    name: person.name,
    verified: person.verified,
    followerCount: person.followers,
  });
  return identityId;
}

type Place = { workspaceId: string; channelId: string; identityId: string };

function remember(rows: Rows, place: Place, past: Past): void {
  const { workspaceId, channelId } = place;
  const conversationId = uuid();
  const at = { workspaceId, conversationId, channelId };
  for (const [index, message] of past.messages.entries()) {
    const messageId = uuid();
    const when = message.at.toISOString();
    const authorId = seatOf(message.author);
    rows.messages.push({
      ...at,
      id: messageId,
      kind: message.kind,
      authorId,
      body: message.body,
      unreadable: message.unreadable,
      externalId: message.externalId,
      at: when,
      tie: message.externalId ?? '0',
      createdAt: when,
    });
    if (message.kind === 'outbound') rows.deliveries.push(sent(at, messageId, when));
    const record = (type: EventType) =>
      rows.events.push({ ...at, type, messageId, actorMemberId: authorId, at: when });
    if (index === 0) record('conversation.started');
    record(typeOf[message.kind]);
  }
  rows.conversations.push(conversationRow(place, conversationId, past));
}

const typeOf = {
  inbound: 'message.received',
  outbound: 'message.replied',
  note: 'message.noted',
} as const satisfies Record<string, EventType>;

function sent(
  at: { workspaceId: string; conversationId: string; channelId: string },
  messageId: string,
  when: string,
): typeof deliveries.$inferInsert {
  const state = { state: 'sent', attemptNo: 1, dueAt: null } as const;
  return { ...at, messageId, ...state, notBefore: when, createdAt: when, updatedAt: when };
}

function conversationRow(place: Place, id: string, past: Past): typeof conversations.$inferInsert {
  const [first, last] = [past.messages[0], past.messages.at(-1)];
  if (!first || !last) throw new Error('an empty conversation');
  const inbound = past.messages.findLast((message) => message.kind === 'inbound');
  const ownerId = seatOf(past.owner);
  return {
    ...place,
    id,
    status: past.status,
    ownerId,
    lastMessageAt: last.at.toISOString(),
    lastMessageTie: last.externalId ?? '0',
    lastMessageKind: last.kind,
    preview: previewOf(last),
    lastInboundAt: inbound?.at.toISOString() ?? null,
    waitingSince: past.waitingSince?.toISOString() ?? null,
    createdAt: first.at.toISOString(),
    resolvedAt: past.status === 'resolved' ? last.at.toISOString() : null,
    resolvedBy: past.status === 'resolved' ? ownerId : null,
  };
}

/** Who is in the story sits in the workspace: seats were given before it is told. */
function seatOf(colleague: { name: string } | null): string | null {
  return colleague && 'memberId' in colleague ? String(colleague.memberId) : null;
}
