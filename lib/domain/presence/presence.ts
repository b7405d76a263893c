export const doings = ['viewing', 'writing'] as const;
export type Doing = (typeof doings)[number];

/** A member who has a conversation before them now, and whether they write in it. */
export type Present = { conversationId: string; memberId: string; doing: Doing };

/**
 * What the live stream tells beside the events: true for the moment, kept nowhere. `present` is
 * everybody who is here; `read` and `draft` say where to look again.
 */
export type Hint =
  | { kind: 'present'; present: readonly Present[] }
  | { kind: 'read' | 'draft'; conversationIds: readonly string[] };
