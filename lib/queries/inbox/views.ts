import type { Role } from '@/lib/domain/access/can';
import type {
  ConversationKind,
  MessageKind,
  Priority,
  Status,
} from '@/lib/domain/conversation/conversation';
import type { LabelColour } from '@/lib/domain/conversation/labels';
import type { Sort } from '@/lib/domain/conversation/view';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { Problem } from '@/lib/domain/search/query';
import type { Ring } from '@/lib/domain/sla/ring';

// What the screens are told, and no more: the browser gets nothing that is not in these shapes.
// Instants are ISO 8601 with the database's microseconds.

/** A line of the list. It carries no body beyond its first line. */
export type ConversationRow = {
  id: string;
  /** Whether everyone can read it. */
  kind: ConversationKind;
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
  priority: Priority;
  snoozedUntil: string | null;
  teamId: string | null;
  /** When the next of its running targets is due, or was. */
  dueAt: string | null;
  /** Since when one is past its point of risk, and since when a promise is broken. */
  riskAt: string | null;
  breachedAt: string | null;
  ring: Ring | null;
  labelIds: string[];
  hasAttachment: boolean;
  /** Somebody said that the contact is one. */
  vip: boolean;
  /** The customer wrote something that the asker has not read. */
  unread: boolean;
  /** Only in a search for words: the message that fits best; null when the person's name or handle does. */
  match?: Match | null;
};

/**
 * Where a search was found. `ranges` are places in `excerpt`, from and to, in UTF-16 units.
 * @public
 */
export type Match = { messageId: string; at: string; excerpt: string; ranges: [number, number][] };

/**
 * In the order that was asked for, or by rank when words are looked for. `nextCursor` is opaque; null when
 * this is the last page. `problems` are the parts of the query that found no meaning.
 */
export type ConversationPage = {
  rows: ConversationRow[];
  nextCursor: string | null;
  problems: Problem[];
};

/** Every conversation of a view, as far as one action may take them. */
export type ConversationIds = {
  /** The newest, at most 500; where words are looked for, the best, at most 200. */
  ids: string[];
  /** How many there are, counted up to 10,000; where words are looked for, how many were found, at most 200. */
  total: number;
  /** Whether there may be more than `total`. */
  capped: boolean;
};

export type SavedViewView = {
  id: string;
  name: string;
  query: string;
  sort: Sort;
  shared: boolean;
  /** Whether the asker made it. */
  mine: boolean;
  position: number;
};

/** How many stand in each view, by its name, counted up to `cap`; `cap` itself reads as "or more". */
export type ViewCounts = { cap: number; counts: Record<string, number> };

export type LabelView = { id: string; name: string; colour: LabelColour; archived: boolean };

export type TeamView = { id: string; name: string; archived: boolean; memberIds: string[] };

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
  /** Since when no customer wrote, when that is longer than it should be. */
  silentSince: string | null;
};

/** Who looks, at which workspace, and the `seq` at which the live stream may go on from this answer. */
export type MeView = {
  memberId: string;
  name: string;
  email: string;
  roles: Role[];
  workspace: { id: string; name: string };
  /** Of the web server; a page of another one should be loaded again. */
  build: string;
  seq: number;
};
