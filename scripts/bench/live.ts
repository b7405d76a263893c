import { setTimeout as rest } from 'node:timers/promises';
import { follow } from '@/e2e/wire';
import { summary } from './clock';
import { newestSeq, push } from './intake';
import type { Line } from './line';
import { line } from './reads';
import type { Rig } from './rig';

const STREAMS = 500;
const CHANGES = 20;

/** Budget 10: one change to five hundred open streams, all of which must hear it. */
export async function live(rig: Rig): Promise<Line[]> {
  const after = await newestSeq(rig);
  let heard: number[] = [];
  const streams = await Promise.all(
    Array.from({ length: STREAMS }, (_, turn) =>
      follow(`${rig.app}/api/live?after=${after}`, browser(rig, turn), (frame, at) => {
        if (frame.includes('message.received')) heard.push(at);
      }),
    ),
  );
  await rest(1_000);
  const spreads: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    heard = [];
    await push(rig, change);
    for (let waited = 0; heard.length < STREAMS && waited < 5_000; waited += 10) await rest(10);
    if (heard.length !== STREAMS)
      throw new Error(`${heard.length} of ${STREAMS} streams heard the change`);
    const first = Math.min(...heard);
    spreads.push(...heard.map((at) => at - first));
  }
  for (const stream of streams) stream.close();
  return [
    line('10', `one change to ${STREAMS} streams, first to p95`, summary(spreads).p95, {
      unit: 'ms',
      limit: 20,
    }),
  ];
}

function browser({ cookies, cookie }: Rig, turn: number): string {
  return cookies[turn % cookies.length] ?? cookie;
}
