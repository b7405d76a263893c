import 'server-only';
import { dedicatedClient } from '@/db/client';
import { log } from '../log';
import type { Lane } from './nudge';
import { lanes, WORK_CHANNEL } from './nudge';

const AGAIN_AFTER_MS = 500;

export type Listening = { stop: () => Promise<void> };

/**
 * Hears the nudges of all transactions. A lost connection is made anew, and then everything is woken:
 * what was missed meanwhile is due. The lanes look by themselves too, so silence costs only time.
 */
export function listenForWork(wake: (lane: Lane) => void): Listening {
  let stopped = false;
  let again: NodeJS.Timeout | undefined;
  let current: ReturnType<typeof dedicatedClient> | undefined;

  async function connect(): Promise<void> {
    const client = dedicatedClient('worker nudges');
    current = client;
    client.on('notification', ({ payload }) => {
      const lane = lanes.find((each) => each === payload);
      if (lane) wake(lane);
    });
    const lost = once(() => {
      client.end().catch(() => undefined);
      if (!stopped) again = setTimeout(() => void connect(), AGAIN_AFTER_MS);
    });
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      await client.query(`listen ${WORK_CHANNEL}`);
      for (const lane of lanes) wake(lane);
    } catch (error) {
      log.warn({ err: error }, 'cannot hear nudges; looking for work on the clock');
      lost();
    }
  }

  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(again);
      await current?.end().catch(() => undefined);
    },
  };
}

function once(run: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    run();
  };
}
