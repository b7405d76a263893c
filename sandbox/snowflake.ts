const EPOCH_MS = 1_288_834_974_657n;

/** An id in the shape of X: 64 bits, the time first, so that numeric order is time order. `low` has 22 bits. */
export function snowflake(atMs: number, low: number): string {
  return (((BigInt(Math.floor(atMs)) - EPOCH_MS) << 22n) | BigInt(low & 0x3f_ffff)).toString();
}

/** The time inside an id, in milliseconds since 1970. */
export function snowflakeMs(id: string): number {
  return Number((BigInt(id) >> 22n) + EPOCH_MS);
}

/** A clock of ids: each greater than the last one, even when the host's clock stands still or goes back. */
export function idClock() {
  let last = 0n;
  return {
    next(nowMs: number): string {
      const candidate = BigInt(snowflake(nowMs, 0));
      last = candidate > last ? candidate : last + 1n;
      return last.toString();
    },
    /** An id from outside must not be made again. One from the far future is ignored: it would spoil the clock. */
    saw(id: string, nowMs: number) {
      const seen = BigInt(id);
      if (seen > last && snowflakeMs(id) < nowMs + 60_000) last = seen;
    },
  };
}

/** Compares two ids as numbers: shorter is smaller, equal lengths compare as text. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
