import 'server-only';
import type { DueConversations } from '../../commands/sla/due';
import { dueSteps } from '../../commands/sla/due';
import { fireSteps } from '../../commands/sla/fire';
import type { Spread } from '../../commands/sla/spread';
import { runningSpreads, spreadOn } from '../../commands/sla/spread';
import { count } from '../../counts';
import type { LaneDefinition } from '../lane';

type Work = { ids: readonly string[] } & ({ due: DueConversations } | { spread: Spread });

/**
 * Steps of targets whose time has come, and changes of policies on their way to open conversations.
 * Sleeps until the next step's instant, by the database's clock.
 */
export function slaLane(): LaneDefinition<Work> {
  let nextInMs: number | null = null;
  /** What this worker is at: it is not looked for again meanwhile. */
  const inHand = new Set<string>();
  return {
    lane: 'sla',
    pollMs: 1_000,
    concurrency: 4,
    restMs: () => nextInMs,
    claim: async (limit) => {
      const found = await dueSteps(limit, inHand);
      nextInMs = found.nextInMs;
      const fires = found.due.map((due): Work => ({ ids: due.conversationIds, due }));
      // What is due comes first; a change of policies can wait a moment.
      const spreads = fires.length < limit ? await runningSpreads(1) : [];
      const free = spreads.filter(({ spreadId }) => !inHand.has(spreadId));
      const work = [...fires, ...free.map((spread): Work => ({ ids: [spread.spreadId], spread }))];
      for (const id of work.flatMap(({ ids }) => ids)) inHand.add(id);
      return work;
    },
    run: async (work) => {
      try {
        if ('spread' in work) await spreadOn(work.spread);
        else count('sla_steps_fired', (await fireSteps(work.due)).length);
      } finally {
        for (const id of work.ids) inHand.delete(id);
      }
    },
  };
}
