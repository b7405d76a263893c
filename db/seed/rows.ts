import { priorities } from '@/lib/domain/conversation/conversation';
import type { EventType } from '@/lib/domain/conversation/events';
import { previewOf } from '@/lib/domain/conversation/preview';
import { env } from '@/lib/env';
import type { CastMember } from '@/sandbox/cast';
import type { conversations, messages } from '../schema/conversations';
import type { attempts, deliveries } from '../schema/deliveries';
import type { contacts, identities } from '../schema/people';
import type { noteMentions } from '../schema/together';
import type { events } from '../schema/workspaces';
import type { Past, PastFact, PastMessage } from './history';
import type { House } from './house';
import { MINUTE_MS } from './standing';
import { teams } from './team';

export type Rows = {
  contacts: (typeof contacts.$inferInsert)[];
  identities: (typeof identities.$inferInsert)[];
  conversations: (typeof conversations.$inferInsert)[];
  messages: (typeof messages.$inferInsert)[];
  deliveries: (typeof deliveries.$inferInsert)[];
  attempts: (typeof attempts.$inferInsert)[];
  noteMentions: (typeof noteMentions.$inferInsert)[];
  events: (Omit<typeof events.$inferInsert, 'seq'> & { at: string })[];
};

/** Somebody as a contact, and as who they are on their network. */
export type Known = { contactId: string; identityId: string };

/** A stranger becomes a contact. */
export function introduce(rows: Rows, house: House, person: CastMember): Known {
  const { workspaceId } = house;
  const [contactId, identityId] = [house.idAt(person.joinedAt), house.idAt(person.joinedAt)];
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
  return { contactId, identityId };
}

type Place = {
  house: House;
  channelId: string;
  identityId: string;
  now: Date;
  /** Of a public conversation: the post that its thread began with. */
  thread?: string;
};

/** Writes one conversation down; answers with its id and its messages' ids. */
export function remember(
  rows: Rows,
  place: Place,
  past: Past,
): { id: string; messageIds: string[] } {
  const { house, channelId } = place;
  const [first] = past.messages;
  if (!first) throw new Error('an empty conversation');
  const conversationId = house.idAt(first.at);
  const at = { workspaceId: house.workspaceId, conversationId, channelId };
  const toldAt = (when: Date) => ({ ...at, at: when.toISOString() });
  rows.events.push({ ...toldAt(first.at), type: 'conversation.started' });
  const messageIds = past.messages.map((message) => house.idAt(message.at));
  for (const [index, message] of past.messages.entries()) {
    const messageId = messageIds[index] ?? '';
    const authorId = message.author && house.memberId(message.author);
    rows.messages.push(messageRow(at, messageId, { house, message, authorId }));
    if (message.kind === 'outbound') addDelivery(rows, at, { messageId, message, place });
    for (const memberId of namedIn(message, house)) {
      const { workspaceId } = house;
      rows.noteMentions.push({ workspaceId, memberId, conversationId, messageId });
    }
    const type = typeOf[message.kind];
    const data = turnOf(past, index, house);
    rows.events.push({ ...toldAt(message.at), type, messageId, actorMemberId: authorId, data });
  }
  for (const fact of past.facts) rows.events.push({ ...toldAt(fact.at), ...factRow(fact, house) });
  rows.conversations.push(conversationRow(place, conversationId, past));
  return { id: conversationId, messageIds };
}

/** Whose turn it is after a message, and for which team it was written. */
function turnOf({ messages: said, teamKey }: Past, index: number, house: House) {
  const message = said[index];
  const before = said.slice(0, index).findLast(({ kind }) => kind !== 'note');
  if (message?.kind === 'outbound') {
    const isTheirs = teamKey && message.author && teams[teamKey].members.includes(message.author);
    return { to: 'waiting', ...(isTheirs && { teamId: house.teamId(teamKey) }) };
  }
  return message?.kind === 'inbound' && before?.kind === 'outbound' ? { to: 'open' } : {};
}

const typeOf = {
  inbound: 'message.received',
  outbound: 'message.replied',
  note: 'message.noted',
} as const satisfies Record<string, EventType>;

type At = { workspaceId: string; conversationId: string; channelId: string };

function messageRow(
  at: At,
  id: string,
  { house, message, authorId }: { house: House; message: PastMessage; authorId: string | null },
): Rows['messages'][number] {
  const when = message.at.toISOString();
  return {
    ...at,
    id,
    kind: message.kind,
    authorId,
    body: message.kind === 'note' ? withWholeNames(message.body, house) : message.body,
    unreadable: message.unreadable,
    externalId: message.externalId,
    mentionIds: namedIn(message, house),
    post: message.post ?? null,
    at: when,
    tie: message.externalId ?? '0',
    createdAt: when,
  };
}

const mention = /@(Priya|Mo|Lena|Jack|Sunniva|Ada)\b/g;

/** Whom a note names, each once. */
function namedIn({ kind, body }: PastMessage, house: House): string[] {
  if (kind !== 'note') return [];
  const named = house.seated.filter(({ first }) => new RegExp(`@${first}\\b`).test(body));
  return named.map(({ memberId }) => memberId);
}

function withWholeNames(body: string, { seated }: House): string {
  return body.replace(mention, (whole, first: string) => {
    const colleague = seated.find((each) => each.first === first);
    return colleague ? `@${colleague.name}` : whole;
  });
}

function factRow(fact: PastFact, house: House) {
  const { type, by, to, label, team, data } = fact;
  return {
    type,
    actorMemberId: house.memberId(by),
    ...(to && { memberId: house.memberId(to) }),
    data: {
      ...data,
      ...(label && { labelId: house.labelId(label), on: true }),
      ...(team && { from: null, to: house.teamId(team) }),
    },
  };
}

type Answer = { messageId: string; message: PastMessage; place: Place };

function addDelivery(rows: Rows, at: At, { messageId, message, place }: Answer): void {
  const { unsent } = message;
  const when = message.at.toISOString();
  const times = { notBefore: when, createdAt: when, updatedAt: when };
  if (!unsent) {
    rows.deliveries.push({ ...at, messageId, state: 'sent', attemptNo: 1, dueAt: null, ...times });
    return;
  }
  const { state, reason, detail } = unsent;
  const attemptId = place.house.idAt(message.at);
  // Long enough to be seen: only then does a worker look for it.
  const looked = new Date(place.now.getTime() + 20 * MINUTE_MS * env().TIME_SCALE).toISOString();
  rows.deliveries.push({
    ...at,
    messageId,
    state,
    reason,
    detail: detail ?? null,
    attemptNo: 1,
    attemptId,
    dueAt: state === 'unknown' ? looked : null,
    ...times,
  });
  rows.attempts.push({
    workspaceId: at.workspaceId,
    id: attemptId,
    messageId,
    no: 1,
    startedAt: when,
    endedAt: when,
    outcome: state === 'failed' ? 'refused' : 'unknown',
    reason,
  });
}

function publicly(thread: string | undefined) {
  return thread === undefined ? {} : ({ kind: 'public', publicThread: thread } as const);
}

function conversationRow(
  { house, channelId, identityId, thread }: Place,
  id: string,
  past: Past,
): Rows['conversations'][number] {
  const [first, last] = [past.messages[0], past.messages.at(-1)];
  if (!first || !last) throw new Error('an empty conversation');
  const inbound = past.messages.findLast((message) => message.kind === 'inbound');
  const ownerId = past.owner && house.memberId(past.owner);
  const isResolved = past.status === 'resolved';
  const body = last.kind === 'note' ? withWholeNames(last.body, house) : last.body;
  return {
    workspaceId: house.workspaceId,
    channelId,
    identityId,
    ...publicly(thread),
    id,
    status: past.status,
    statusAt: past.statusAt.toISOString(),
    ownerId,
    priority: priorities.indexOf(past.priority),
    teamId: past.teamKey && house.teamId(past.teamKey),
    labelIds: past.labels.map((label) => house.labelId(label)),
    snoozedUntil: past.snoozedUntil?.toISOString() ?? null,
    snoozedBy: past.snoozedUntil && ownerId,
    lastMessageAt: last.at.toISOString(),
    lastMessageTie: last.externalId ?? '0',
    lastMessageKind: last.kind,
    preview: previewOf({ ...last, body }),
    lastInboundAt: inbound?.at.toISOString() ?? null,
    waitingSince: past.waitingSince?.toISOString() ?? null,
    createdAt: first.at.toISOString(),
    resolvedAt: isResolved ? past.statusAt.toISOString() : null,
    resolvedBy: isResolved ? ownerId : null,
  };
}
