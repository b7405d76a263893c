import type { Metric } from '../sla/policy';
import type { NotificationKind } from './kinds';

/** What a sentence about a notification is made of. */
export type Told = {
  kind: NotificationKind;
  /** How often it happened since it was last read. */
  times: number;
  actorId: string | null;
  conversationId: string | null;
  contactName: string | null;
  channelHandle: string | null;
  /** The promise that it is about, and when that is due or was. */
  metric: Metric | null;
  dueAt: string | null;
};

/** A piece of a sentence; names are told apart because they may run the other way. */
export type Piece = string | { name: string };

/** Who reads it, and when. */
export type Reader = { nameOf: (memberId: string | null) => string; now: number; zone: string };

/** What happened, in one sentence. */
export function sentenceOf(item: Told, reader: Reader): Piece[] {
  const contact = { name: item.contactName ?? 'a conversation' };
  const actor = { name: item.actorId === null ? 'Porchlight' : reader.nameOf(item.actorId) };
  return sentences[item.kind]({ item, contact, actor, reader });
}

type Words = { item: Told; contact: Piece; actor: Piece; reader: Reader };

const sentences: Record<NotificationKind, (words: Words) => Piece[]> = {
  assigned: ({ item, contact, actor }) =>
    item.conversationId === null
      ? [actor, ` gave you ${item.times} conversations`]
      : [actor, ' gave you ', contact],
  mentioned: ({ contact, actor }) => [actor, ' named you in a note on ', contact],
  customer_replied: ({ item, contact }) =>
    item.times > 1 ? [contact, ` wrote ${item.times} messages`] : [contact, ' wrote'],
  due_soon: ({ item, contact, reader }) =>
    item.conversationId === null
      ? [`In ${item.times} conversations something is due soon`]
      : [contact, `: ${promised(item)} ${isOrWas(item, reader)}`],
  breached: ({ item, contact, reader }) =>
    item.conversationId === null
      ? [`In ${item.times} conversations something was due`]
      : [contact, `: ${promised(item)} was due${atTime(item, reader)}`],
  escalated: ({ item, contact, reader }) => {
    if (item.conversationId === null) return [`${item.times} conversations need a look`];
    if (item.metric === null) return [contact, ' needs a look'];
    return [contact, ` needs a look: ${promised(item)} ${isOrWas(item, reader)}`];
  },
  delivery_in_trouble: ({ contact }) => ['A reply to ', contact, ' needs a look'],
  woke: ({ item, contact }) =>
    item.conversationId === null
      ? [`${item.times} conversations are back from snooze`]
      : [contact, ' is back from snooze'],
  draft_taken: ({ contact, actor }) => [actor, ' took over your draft to ', contact],
  reply_to_review: ({ item, actor }) =>
    item.times > 1
      ? [`${item.times} approved replies wait for a reviewer`]
      : [actor, ' asks for a review of an approved reply'],
  reply_decided: ({ item, actor }) =>
    item.times > 1
      ? [`${item.times} of your approved replies were reviewed`]
      : [actor, ' reviewed an approved reply of yours'],
  reply_due: ({ item }) => [
    item.times > 1
      ? `${item.times} approved replies end soon or are to be read again`
      : 'An approved reply ends soon or is to be read again',
  ],
  approval_asked: ({ contact, actor }) => [actor, ' asks you to approve a reply to ', contact],
  approval_decided: ({ contact, actor }) => [actor, ' decided about your reply to ', contact],
  channel_in_trouble: ({ item }) => [
    'Something is wrong with ',
    { name: `@${item.channelHandle}` },
  ],
  member_joined: ({ actor }) => [actor, ' joined the workspace'],
};

const metricNames: Record<Metric, string> = {
  first_response: 'first response',
  next_response: 'next response',
  resolution: 'resolution',
  ownership: 'the team’s answer',
};

const promised = ({ metric }: Told) => (metric === null ? 'an answer' : metricNames[metric]);

function isOrWas(item: Told, reader: Reader): string {
  const isOver = item.dueAt !== null && Date.parse(item.dueAt) <= reader.now;
  return `${isOver ? 'was' : 'is'} due${atTime(item, reader)}`;
}

function atTime({ dueAt }: Told, reader: Reader): string {
  return dueAt === null ? '' : ` ${momentOf(dueAt, reader)}`;
}

/** "at 16:30" on the same day, else "on Mon 30 Nov at 16:30". */
function momentOf(at: string, { now, zone }: Reader): string {
  const instant = new Date(at);
  const clock = shown(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = dayIn(zone, instant);
  return day === dayIn(zone, new Date(now)) ? `at ${clock}` : `on ${day} at ${clock}`;
}

function dayIn(zone: string, at: Date): string {
  const day = shown(at, zone, { weekday: 'short', day: 'numeric', month: 'short' });
  return day.replace(',', '');
}

function shown(at: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(at);
}

export function plain(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('');
}

/** Where it can be dealt with. */
export function pathOf({ kind, conversationId }: Told): string {
  if (kind === 'approval_asked') return '/replies/approvals';
  if (conversationId !== null) return `/inbox/all/${conversationId}`;
  if (kind === 'channel_in_trouble') return '/settings/channels';
  if (kind === 'member_joined') return '/settings/members';
  if (kind === 'reply_to_review') return '/replies/review';
  if (kind === 'reply_decided' || kind === 'reply_due') return '/replies';
  return '/inbox/mine';
}

/** What each kind is, where one chooses. */
export const kindNames: Record<NotificationKind, string> = {
  assigned: 'A colleague gives me a conversation',
  mentioned: 'A colleague names me in a note',
  customer_replied: 'A customer writes in a conversation of mine',
  due_soon: 'An answer of mine is due soon',
  breached: 'An answer was due and is not there',
  escalated: 'A policy calls me to a conversation',
  delivery_in_trouble: 'A reply of mine fails or needs a decision',
  woke: 'A conversation of mine is back from snooze',
  draft_taken: 'A lead takes over my draft',
  reply_to_review: 'An approved reply waits for a reviewer',
  reply_decided: 'An approved reply of mine is reviewed',
  reply_due:
    'An approved reply of mine, or of somebody who has left, ends soon or is to be read again',
  approval_asked: 'A reply that strayed from approved words waits for an approval',
  approval_decided: 'My reply is approved or comes back',
  channel_in_trouble: 'A channel falls silent or loses its access',
  member_joined: 'Somebody accepts an invitation',
};
