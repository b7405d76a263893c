/** Beats may come faster than the server forgets. */
const HERE_EVERY_MS = 14_000;
let saidAt = Number.NEGATIVE_INFINITY;

/** Answers a beat: a stream looks alive long after its laptop was closed, an answer comes from a window that is open. */
export function sayHere(): void {
  if (performance.now() - saidAt < HERE_EVERY_MS) return;
  saidAt = performance.now();
  // Lost, the next one says it again.
  fetch('/api/here', { method: 'POST', body: '{}' }).catch(() => undefined);
}
