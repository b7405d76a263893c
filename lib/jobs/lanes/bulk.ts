import 'server-only';
import type { BulkPlace } from '../../commands/bulk/work-off';
import { bulksDue, workOff } from '../../commands/bulk/work-off';
import { count } from '../../counts';
import { log } from '../../log';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';

/** So many parts of one decision, then another may come. */
const MOST_AT_ONCE = 10;
const AFTER_TROUBLE_MS = 10_000;
const ELSEWHERE_MS = 1_000;

/** Decisions about whole views, a part at a time. One that another worker is at rests in this process's memory. */
export function bulkLane(): LaneDefinition<BulkPlace> {
  const restingUntilMs = new Map<string, number>();
  function rest({ bulkId }: BulkPlace, forMs: number): void {
    restingUntilMs.set(bulkId, Date.now() + forMs);
  }
  function resting(): string[] {
    for (const [bulkId, untilMs] of restingUntilMs) {
      if (untilMs <= Date.now()) restingUntilMs.delete(bulkId);
    }
    return [...restingUntilMs.keys()];
  }
  return {
    lane: 'bulk',
    pollMs: 1_000,
    // One after the other: whoever works in the inbox comes first.
    concurrency: 1,
    claim: (limit) => bulksDue(limit, resting()),
    run: (place) => workOn(place, (forMs) => rest(place, forMs)),
  };
}

async function workOn(place: BulkPlace, rest: (forMs: number) => void): Promise<void> {
  for (let parts = 0; parts < MOST_AT_ONCE; parts += 1) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: one part after the other
      const step = await workOff(place);
      if (step === 'elsewhere') rest(paced(ELSEWHERE_MS));
      if (step !== 'went_on') return;
      count('bulk_parts');
    } catch (err) {
      log.error({ err, bulk: place.bulkId }, 'a part of a decision about a view failed');
      rest(paced(AFTER_TROUBLE_MS));
      return;
    }
  }
}
