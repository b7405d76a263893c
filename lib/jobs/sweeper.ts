import 'server-only';
import { sweep } from '../commands/retention/sweep';
import { env } from '../env';
import { log } from '../log';

const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 60 * 60_000;

export type Sweeper = { stop: () => void };

/**
 * Takes away once an hour what is too old, beside the real work. Any number of workers may do so: each
 * step takes what no other is taking, and what a killed one left, the next finds.
 */
export function startSweeper(): Sweeper {
  let stopped = false;
  let isSweeping = false;

  async function run(): Promise<void> {
    if (isSweeping) return;
    isSweeping = true;
    try {
      const gone = await sweep(keptFor(), () => !stopped);
      if (Object.keys(gone).length > 0) log.info({ gone }, 'swept');
    } catch (error) {
      log.warn({ err: error }, 'the sweep did not finish');
    } finally {
      isSweeping = false;
    }
  }
  const first = setTimeout(() => void run(), FIRST_AFTER_MS);
  const timer = setInterval(() => void run(), EVERY_MS);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(first);
      clearInterval(timer);
    },
  };
}

function keptFor() {
  const days = env();
  return {
    webhookBodies: days.KEEP_WEBHOOK_BODIES_DAYS,
    quarantinedBodies: days.KEEP_QUARANTINED_DAYS,
    endedSessions: days.KEEP_SESSIONS_DAYS,
    drafts: days.KEEP_DRAFTS_DAYS,
    notifications: days.KEEP_NOTIFICATIONS_DAYS,
    ruleRuns: days.KEEP_RULE_RUNS_DAYS,
    connectAttempts: 7,
  };
}
