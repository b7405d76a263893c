import 'server-only';
import type { DueVersion } from '../../commands/approved-reply/due';
import { putOffDue, settleDue, versionsDue } from '../../commands/approved-reply/due';
import { count } from '../../counts';
import type { LaneDefinition } from '../lane';

/** How long a version rests over which there was trouble. */
const REST_MS = 60_000;

/**
 * Versions of approved replies that come into use, end, are to be told of, or were recalled. Sleeps until the next one's instant, by
 * the database's clock.
 */
export function repliesDueLane(): LaneDefinition<DueVersion> {
  let nextInMs: number | null = null;
  return {
    lane: 'replies',
    pollMs: 1_000,
    concurrency: 4,
    restMs: () => nextInMs,
    claim: async (limit) => {
      const found = await versionsDue(limit);
      nextInMs = found.nextInMs;
      return found.due;
    },
    run: async (version) => {
      try {
        const settled = await settleDue(version);
        if (settled === 'published') count('replies_published');
        if (settled === 'expired') count('replies_expired');
      } catch (error) {
        await putOffDue(version, REST_MS);
        throw error;
      }
    },
  };
}
