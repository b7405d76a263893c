/**
 * Lets a key through so many times in a window of time. It holds a window's keys in memory and then
 * forgets all of them at once: who was here is kept nowhere.
 */
export function allowance({ most, windowMs }: { most: number; windowMs: number }) {
  const taken = new Map<string, number>();
  let endsAtMs = Number.NEGATIVE_INFINITY;
  return (key: string, nowMs: number): boolean => {
    if (nowMs >= endsAtMs) {
      taken.clear();
      endsAtMs = nowMs + windowMs;
    }
    const before = taken.get(key) ?? 0;
    if (before >= most) return false;
    taken.set(key, before + 1);
    return true;
  };
}
