import 'server-only';
import type { Sleeper } from '../../commands/conversation/wake';
import { dueToWake, wakeConversation } from '../../commands/conversation/wake';
import { count } from '../../counts';
import type { LaneDefinition } from '../lane';

/** Snoozed conversations whose time has come. Sleeps until the next one's instant, by the database's clock. */
export function snoozeLane(): LaneDefinition<Sleeper> {
  let nextInMs: number | null = null;
  return {
    lane: 'snooze',
    pollMs: 1_000,
    concurrency: 4,
    restMs: () => nextInMs,
    claim: async (limit) => {
      const found = await dueToWake(limit);
      nextInMs = found.nextInMs;
      return found.due;
    },
    run: async (sleeper) => {
      if (await wakeConversation(sleeper)) count('conversations_woken');
    },
  };
}
