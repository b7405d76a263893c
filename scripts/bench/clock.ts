export type Timings = { p50: number; p95: number; p99: number; perSecond: number; count: number };

/** Runs `work` until `count` calls are done, `together` at a time; milliseconds, and calls a second over all. */
export async function time(
  work: (turn: number) => Promise<unknown>,
  { count, together = 1 }: { count: number; together?: number },
): Promise<Timings> {
  const taken: number[] = [];
  let turn = 0;
  const startedAt = performance.now();
  async function lane(): Promise<void> {
    while (turn < count) {
      const mine = turn++;
      const from = performance.now();
      await work(mine);
      taken.push(performance.now() - from);
    }
  }
  await Promise.all(Array.from({ length: together }, lane));
  return { ...summary(taken), perSecond: (count * 1_000) / (performance.now() - startedAt) };
}

/** Percentiles of a list of milliseconds. */
export function summary(taken: readonly number[]): Omit<Timings, 'perSecond'> {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: sorted.length };
}

/** The middle of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
