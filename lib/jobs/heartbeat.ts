import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { withSystem } from '@/db/client';
import { workerHeartbeats } from '@/db/schema/inbound';
import { flushCounts } from '../counts';
import { log } from '../log';
import { paced } from './pace';

const EVERY_MS = 5_000;

/** Rows of workers that were killed are of no use to anybody after this. */
const DEAD_FOR = '1 hour';

export type Heartbeat = { stop: () => Promise<void> };

/** Says every few seconds that this worker lives, and writes down what it has counted. Ends with its row removed. */
export function startHeartbeat(): Heartbeat {
  const id = uuid();
  let beating: Promise<void> = Promise.resolve();
  const tick = () => {
    beating = beating
      .then(() => beat(id))
      .catch((error: unknown) => {
        log.warn({ err: error }, 'the heartbeat was not written');
      });
  };
  tick();
  const timer = setInterval(tick, Math.max(250, paced(EVERY_MS)));
  return {
    stop: async () => {
      clearInterval(timer);
      await beating;
      await withSystem((tx) =>
        tx.delete(workerHeartbeats).where(eq(workerHeartbeats.id, id)),
      ).catch(() => undefined);
      await flushCounts().catch(() => undefined);
    },
  };
}

async function beat(id: string): Promise<void> {
  await withSystem(async (tx) => {
    await tx
      .insert(workerHeartbeats)
      .values({ id })
      .onConflictDoUpdate({ target: workerHeartbeats.id, set: { beatAt: sql`now()` } });
    await tx
      .delete(workerHeartbeats)
      .where(sql`${workerHeartbeats.beatAt} < now() - ${DEAD_FOR}::interval`);
  });
  await flushCounts();
}
