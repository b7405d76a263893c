/**
 * Collects what comes in quick succession: the first call runs at once, the following ones together
 * when `quietMs` have passed since the last run.
 */
export function inBursts<T>(run: (items: readonly T[]) => void, quietMs: number) {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    timer = undefined;
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    timer = setTimeout(flush, quietMs);
    run(items);
  }

  return {
    add(items: readonly T[]) {
      waiting.push(...items);
      if (timer === undefined) flush();
    },
    stop() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
