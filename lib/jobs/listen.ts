import 'server-only';
import { listen } from '../listen';
import type { Lane } from './nudge';
import { lanes, WORK_CHANNEL } from './nudge';

export type Listening = { stop: () => Promise<void> };

/**
 * Hears the nudges of all transactions. Whenever listening begins, everything is woken: what was missed
 * before is due. The lanes look by themselves too, so silence costs only time.
 */
export function listenForWork(wake: (lane: Lane) => void): Listening {
  const stop = listen({
    purpose: 'worker nudges',
    channels: [WORK_CHANNEL],
    onNotification: (_channel, payload) => {
      const lane = lanes.find((each) => each === payload);
      if (lane) wake(lane);
    },
    onListening: () => {
      for (const lane of lanes) wake(lane);
    },
  });
  return { stop };
}
