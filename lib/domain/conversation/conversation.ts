/** Where a conversation stands. `waiting` is on the customer, `on_hold` on us or a third party. */
const statuses = ['open', 'waiting', 'on_hold', 'snoozed', 'resolved', 'spam'] as const;
export type Status = (typeof statuses)[number];

/** A note is internal: it has no delivery row and can never reach a network. */
const messageKinds = ['inbound', 'outbound', 'note'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** The views of the inbox. */
export const views = ['mine', 'unassigned', 'open', 'resolved'] as const;
export type View = (typeof views)[number];

export const textLimits = { reply: 10_000, note: 20_000 } as const;

/** A file that came with a message. `url` is the network's address: for the worker, never for the browser. */
export type Attachment = {
  kind: 'image' | 'gif' | 'video' | 'other';
  externalId: string;
  url?: string;
  width?: number;
  height?: number;
  alt?: string;
};
