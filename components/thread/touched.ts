// Older pages of a conversation hardly ever change: they are read again only where something happened.

const touched = new Set<string>();
const readAtMs = new Map<string, number>();
let everythingAtMs = Number.NEGATIVE_INFINITY;

/** Something happened to these messages. */
export function touchMessages(ids: readonly string[]) {
  for (const id of ids) touched.add(id);
}

/** What happened is not known one by one: every page read before is in doubt. */
export function touchEverything() {
  everythingAtMs = performance.now();
}

/** Whether a page, by the place that it was read from, still says what the server would. */
export function isUntouched(place: string, messages: readonly { id: string }[]): boolean {
  const readAt = readAtMs.get(place) ?? Number.NEGATIVE_INFINITY;
  return readAt > everythingAtMs && !messages.some(({ id }) => touched.has(id));
}

/** A page has been read. */
export function settlePage(place: string, messages: readonly { id: string }[]) {
  readAtMs.set(place, performance.now());
  for (const { id } of messages) touched.delete(id);
}
