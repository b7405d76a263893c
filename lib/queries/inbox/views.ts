import type { Role } from '@/lib/domain/access/can';
import type { Attachment, MessageKind, Status } from '@/lib/domain/conversation/conversation';
import type { EventType } from '@/lib/domain/conversation/events';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { DeliveryState } from '@/lib/domain/delivery/states';

// What the screens are told, and no more: the browser gets nothing that is not in these shapes.
// Instants are ISO 8601 with the database's microseconds.

/** A line of the list. It carries no body beyond its first line. */
export type ConversationRow = {
  id: string;
  contactName: string;
  handle: string | null;
  network: string;
  channelId: string;
  status: Status;
  ownerId: string | null;
  version: number;
  preview: string;
  lastMessageAt: string;
  lastMessageKind: MessageKind;
  waitingSince: string | null;
};

/** Newest first. `nextCursor` is opaque; null when this is the last page. */
export type ConversationPage = { rows: ConversationRow[]; nextCursor: string | null };

/** How many stand in each view, counted up to `cap`; `cap` itself reads as "or more". */
export type ViewCounts = { cap: number; mine: number; unassigned: number; open: number };

export type DeliveryView = {
  state: DeliveryState;
  reason: DeliveryReason | null;
  /** What the network said, in its words. */
  detail: string | null;
  /** When a queued message will go out at the earliest. */
  notBefore: string;
  attemptNo: number;
  updatedAt: string;
  /** A queued message waits for this earlier one of the same conversation. */
  waitsFor: string | null;
};

export type MessageItem = {
  id: string;
  kind: MessageKind;
  authorId: string | null;
  body: string;
  unreadable: 'encrypted' | null;
  /** Without network addresses: the browser never loads from a network. */
  attachments: Omit<Attachment, 'url'>[];
  at: string;
  clientKey: string | null;
  /** Null for what did not leave from Porchlight. */
  delivery: DeliveryView | null;
};

/** Something that happened, between the messages. */
export type ThreadFact = {
  seq: number;
  type: EventType;
  actorId: string | null;
  memberId: string | null;
  at: string;
};

export type ConversationDetail = ConversationRow & {
  channel: { id: string; handle: string; name: string; network: string; status: string };
  contact: {
    id: string;
    name: string;
    handle: string | null;
    verified: boolean | null;
    followerCount: number | null;
  };
  episode: number;
  createdAt: string;
  resolvedAt: string | null;
  resolvedBy: string | null;
};

/** One consistent moment of a conversation. `seq` goes back with a reply as what its writer had seen. */
export type ThreadView = {
  conversation: ConversationDetail;
  /** Oldest first. */
  messages: MessageItem[];
  facts: ThreadFact[];
  /** Opaque; null when the first message is on this page. */
  olderCursor: string | null;
  seq: number;
};

export type OlderMessages = { messages: MessageItem[]; olderCursor: string | null };

export type MemberView = {
  id: string;
  name: string;
  roles: Role[];
  removed: boolean;
};

export type ChannelView = {
  id: string;
  network: string;
  handle: string;
  name: string;
  status: 'connected' | 'reconnect' | 'paused' | 'disconnected';
  statusReason: DeliveryReason | null;
  lastProofAt: string | null;
};

/** Who looks, at which workspace, and the `seq` at which the live stream may go on from this answer. */
export type MeView = {
  memberId: string;
  name: string;
  email: string;
  roles: Role[];
  workspace: { id: string; name: string };
  seq: number;
};
