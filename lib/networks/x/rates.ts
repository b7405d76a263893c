import type { RateReading } from '../network';

/** The windows in which X counts, by the beginning of their headers. */
const windows = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'] as const;

/** What the headers say of the budget: of several windows the tighter one. Undefined when they are silent. */
export function rateIn(headers: Headers): RateReading | undefined {
  return windows.flatMap((prefix) => readingOf(headers, prefix) ?? []).toSorted(tighterFirst)[0];
}

/** When to come back after a 429. */
export function resetAfter(headers: Headers, nowMs: number): Date | undefined {
  const waitSeconds = numberIn(headers, 'retry-after');
  if (waitSeconds !== undefined) return new Date(nowMs + waitSeconds * 1_000);
  return rateIn(headers)?.resetAt;
}

function readingOf(headers: Headers, prefix: string): RateReading | undefined {
  const limit = numberIn(headers, `${prefix}-limit`);
  const remaining = numberIn(headers, `${prefix}-remaining`);
  const resetSeconds = numberIn(headers, `${prefix}-reset`);
  if (limit === undefined || remaining === undefined || resetSeconds === undefined)
    return undefined;
  return { limit, remaining, resetAt: new Date(resetSeconds * 1_000) };
}

/** Fewer left is tighter; of two that are equally used up, the one that lasts longer. */
function tighterFirst(a: RateReading, b: RateReading): number {
  return a.remaining - b.remaining || b.resetAt.getTime() - a.resetAt.getTime();
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name) ?? '';
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}
