import type { NotificationKind } from '@/lib/domain/notifications/kinds';
import type { NotificationItem } from '@/lib/queries/notifications/notification-list';

/** A piece of a sentence; names are told apart because they may run the other way. */
export type Piece = string | { name: string };

/** What happened, in one sentence. */
export function sentenceOf(item: NotificationItem, nameOf: (id: string | null) => string): Piece[] {
  const contact = { name: item.contactName ?? 'a conversation' };
  const actor = { name: item.actorId === null ? 'Porchlight' : nameOf(item.actorId) };
  return sentences[item.kind]({ item, contact, actor });
}

type Words = { item: NotificationItem; contact: Piece; actor: Piece };

const sentences: Record<NotificationKind, (words: Words) => Piece[]> = {
  assigned: ({ item, contact, actor }) =>
    item.conversationId === null
      ? [actor, ` gave you ${item.times} conversations`]
      : [actor, ' gave you ', contact],
  mentioned: ({ contact, actor }) => [actor, ' named you in a note on ', contact],
  customer_replied: ({ item, contact }) =>
    item.times > 1 ? [contact, ` wrote ${item.times} messages`] : [contact, ' wrote'],
  delivery_in_trouble: ({ contact }) => ['A reply to ', contact, ' needs a look'],
  woke: ({ item, contact }) =>
    item.conversationId === null
      ? [`${item.times} conversations are back from snooze`]
      : [contact, ' is back from snooze'],
  draft_taken: ({ contact, actor }) => [actor, ' took over your draft to ', contact],
  channel_in_trouble: ({ item }) => [
    'Something is wrong with ',
    { name: `@${item.channelHandle}` },
  ],
  member_joined: ({ actor }) => [actor, ' joined the workspace'],
};

export function plain(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('');
}

/** Where it can be dealt with. */
export function pathOf({ kind, conversationId }: NotificationItem): string {
  if (conversationId !== null) return `/inbox/all/${conversationId}`;
  if (kind === 'channel_in_trouble') return '/settings/channels';
  if (kind === 'member_joined') return '/settings/members';
  return '/inbox/mine';
}

/** What each kind is, where one chooses. */
export const kindNames: Record<NotificationKind, string> = {
  assigned: 'A colleague gives me a conversation',
  mentioned: 'A colleague names me in a note',
  customer_replied: 'A customer writes in a conversation of mine',
  delivery_in_trouble: 'A reply of mine fails or needs a decision',
  woke: 'A conversation of mine is back from snooze',
  draft_taken: 'A lead takes over my draft',
  channel_in_trouble: 'A channel falls silent or loses its access',
  member_joined: 'Somebody accepts an invitation',
};

/** Told to admins only. */
export const adminKinds: readonly NotificationKind[] = ['channel_in_trouble', 'member_joined'];
