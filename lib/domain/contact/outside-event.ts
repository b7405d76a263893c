/** What another system can tell that a contact did. */
export const outsideKinds = ['web_visit', 'chat_transcript', 'call', 'order', 'other'] as const;
export type OutsideKind = (typeof outsideKinds)[number];

/** What goes along with it: flat, as it is shown. */
export type OutsideData = Readonly<Record<string, string | number | boolean>>;

/** One such thing, read and found sound. `at` is an ISO instant. */
export type OutsideEvent = {
  kind: OutsideKind;
  /** The source's own id of it. */
  id: string;
  at: string;
  title: string;
  body: string | null;
  url: string | null;
  data: OutsideData;
};

/** Characters, entries and bytes that an event may have. */
export const outsideLimits = {
  id: 200,
  title: 200,
  body: 4_000,
  url: 2_000,
  dataEntries: 30,
  dataKey: 60,
  dataValue: 500,
  eventsAtOnce: 100,
  bodyBytes: 256 * 1024,
  /** A clock of the source may go before ours by so much. */
  aheadMs: 5 * 60_000,
} as const;

/** A key may tell so many events at once, and so many a second in the long run: 600 a minute. */
export const eventBudget = { most: 600, perSecond: 10 } as const;

/** Whole seconds until a budget that now holds `left` events holds `wanted` of them. */
export function secondsUntil(wanted: number, left: number): number {
  return Math.max(1, Math.ceil((wanted - left) / eventBudget.perSecond));
}

/** What makes two tellings the same: who it is about and all that is said. The order of the data says nothing. */
export function contentOf(contactId: string, event: OutsideEvent): string {
  const { kind, id, at, title, body, url, data } = event;
  const entries = Object.entries(data).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([contactId, kind, id, at, title, body, url, entries]);
}
