import 'server-only';
import { single } from '@/db/client';
import { processWide } from '../process-wide';
import type { Lane } from './nudge';
import { WORK_CHANNEL } from './nudge';

const EVERY_MS = 10;

/** The lanes that will be nudged together, and when the last nudge left. */
const waiting = processWide('nudges', () => ({
  lanes: new Set<Lane>(),
  lastAtMs: -EVERY_MS,
}));

/**
 * Wakes a lane at once, but not more often than every 10 ms: a notify in each of many small
 * transactions would make them commit one by one. Lost, it costs a poll interval, never the work.
 */
export function nudgeSoon(lane: Lane): void {
  if (waiting.lanes.size === 0) {
    setTimeout(send, Math.max(0, waiting.lastAtMs + EVERY_MS - performance.now()));
  }
  waiting.lanes.add(lane);
}

function send(): void {
  const lanes = [...waiting.lanes];
  waiting.lanes.clear();
  waiting.lastAtMs = performance.now();
  single({
    text: 'select pg_notify($1, lane) from unnest($2::text[]) as lane',
    values: [WORK_CHANNEL, lanes],
  }).catch(() => undefined);
}
