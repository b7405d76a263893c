import type { Bucket, NetworkSettings } from './network-settings';

type Window = { used: number; endsAtMs: number };
export type Reading = { limit: number; remaining: number; resetSeconds: number };
export type Allowance = { allowed: boolean; window: Reading; day?: Reading };

const DAY_MS = 86_400_000;

/** Counts calls in fixed windows that begin with the first call. Kept in memory: a restart forgives. */
export function rateLimits(settings: () => NetworkSettings, timeScale: number, now: () => number) {
  const windows = new Map<string, Window>();

  function current(key: string, lengthMs: number): Window {
    const window = windows.get(key);
    if (window && window.endsAtMs > now()) return window;
    const fresh = { used: 0, endsAtMs: now() + lengthMs };
    windows.set(key, fresh);
    return fresh;
  }

  return {
    /** Takes `calls` from what `who` may do, or says that nothing is left. With 0 it only reads. */
    take(bucket: Bucket, who: string, calls = 1): Allowance {
      const { limit, windowSeconds, perDay } = settings().budgets[bucket];
      const window = current(`${bucket}:${who}`, windowSeconds * 1000 * timeScale);
      const counted = [{ window, limit }];
      if (perDay !== undefined) {
        counted.push({
          window: current(`${bucket}:${who}:day`, DAY_MS * timeScale),
          limit: perDay,
        });
      }
      const allowed = counted.every((each) => each.window.used < each.limit);
      if (allowed) for (const each of counted) each.window.used += calls;
      const [first, day] = counted.map(readingOf);
      return { allowed, window: first ?? readingOf({ window, limit }), ...(day ? { day } : {}) };
    },
    reset() {
      windows.clear();
    },
  };
}

function readingOf({ window, limit }: { window: Window; limit: number }): Reading {
  const remaining = Math.max(0, limit - window.used);
  return { limit, remaining, resetSeconds: Math.ceil(window.endsAtMs / 1000) };
}

/** The headers of an answer. */
export function rateHeaders({ window, day }: Allowance): Record<string, string> {
  return {
    ...headersOf('x-rate-limit', window),
    ...(day ? headersOf('x-user-limit-24hour', day) : {}),
  };
}

function headersOf(prefix: string, { limit, remaining, resetSeconds }: Reading) {
  return {
    [`${prefix}-limit`]: String(limit),
    [`${prefix}-remaining`]: String(remaining),
    [`${prefix}-reset`]: String(resetSeconds),
  };
}
