import 'server-only';
import type { DueConversations } from '../../commands/sla/due';
import { dueSteps } from '../../commands/sla/due';
import { fireSteps } from '../../commands/sla/fire';
import type { Spread } from '../../commands/sla/spread';
import { runningSpreads, spreadOn } from '../../commands/sla/spread';
import { count } from '../../counts';
import { log } from '../../log';
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
  const aside = leftAside();
  return {
    lane: 'sla',
    pollMs: 1_000,
    concurrency: 4,
    restMs: () => nextInMs,
    claim: async (limit) => {
      const found = await dueSteps(limit, new Set([...inHand, ...aside.ids()]));
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
        else await fire(work.due, aside.leave);
      } finally {
        for (const id of work.ids) inHand.delete(id);
      }
    },
  };
}

/** Of a lot in which one conversation cannot be fired, all others are. */
async function fire(due: DueConversations, leave: (id: string) => void): Promise<void> {
  try {
    count('sla_steps_fired', (await fireSteps(due)).length);
  } catch (error) {
    const { conversationIds } = due;
    const [only] = conversationIds;
    if (conversationIds.length === 1 && only) {
      leave(only);
      log.error({ err: error, lane: 'sla', conversationId: only }, 'could not fire what is due');
      return;
    }
    for (const id of conversationIds) {
      // biome-ignore lint/performance/noAwaitInLoops: the others of its lot are no hurry for one connection
      await fire({ ...due, conversationIds: [id] }, leave);
    }
  }
}

const ASIDE_MS = 60_000;

/** What could not be fired is not tried again for a minute: else it would hold up whatever falls due after it. */
function leftAside() {
  const until = new Map<string, number>();
  return {
    leave: (id: string) => void until.set(id, Date.now() + ASIDE_MS),
    ids: () => {
      for (const [id, at] of until) if (at <= Date.now()) until.delete(id);
      return until.keys();
    },
  };
}
