import type { FetchProblem } from '../files/fetched';

/** Where a conversation stands. `waiting` is on the customer, `on_hold` on us or a third party. */
export const statuses = ['open', 'waiting', 'on_hold', 'snoozed', 'resolved', 'spam'] as const;
export type Status = (typeof statuses)[number];

/** A note is internal: it has no delivery row and can never reach a network. */
const messageKinds = ['inbound', 'outbound', 'note'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Whether only the two of them read it, or everyone. */
export type ConversationKind = 'private' | 'public';

/** Why something that exists cannot be read here: end-to-end encrypted, or a post that its author deleted. */
export type Unreadable = 'encrypted' | 'deleted';

/** How soon a conversation wants somebody; the place in this list is what the database holds. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

export const textLimits = { reply: 10_000, note: 20_000 } as const;

/**
 * A file that goes along with a message. `url` is the network's address: for the worker, never for the
 * browser, which gets the one that we keep under `fileId`.
 */
export type Attachment = {
  kind: 'image' | 'gif' | 'video' | 'document' | 'other';
  externalId: string;
  url?: string;
  width?: number;
  height?: number;
  alt?: string;
  fileId?: string;
  name?: string;
  mimeType?: string;
  /** Bytes. */
  size?: number;
  /** It is being fetched from the network. */
  pending?: true;
  /** Why it will never be fetched. */
  problem?: FetchProblem;
};
