import 'server-only';
import { sweepReplyFiles } from '../../commands/approved-reply/sweep-files';
import { sweepUnsent } from '../../commands/file/sweep';
import type { HeldFetch } from '../../commands/media/fetches';
import {
  claimFetches,
  giveUpFetch,
  keepFetched,
  postponeFetch,
} from '../../commands/media/fetches';
import type { FetchProblem } from '../../domain/files/fetched';
import { problemIn } from '../../domain/files/fetched';
import { lookAt } from '../../domain/files/look';
import { mostBytes } from '../../domain/files/rules';
import { log } from '../../log';
import { NetworkFailure } from '../../networks/network';
import { callFor } from '../call';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';
import { codeOf, isPassing } from '../trouble';

const LEASE_MS = 120_000;
const SHORTEST_LEASE_MS = 10_000;
const MOST_TRIES = 8;
const FIRST_BACK_OFF_MS = 2_000;
const LONGEST_BACK_OFF_MS = 10 * 60_000;
const SWEEP_EVERY_MS = 10 * 60_000;
const UNSENT_LIVE_MS = 24 * 60 * 60_000;

/** What came with messages and has to be fetched; beside it, what was uploaded and never sent is swept. */
export const mediaLane: LaneDefinition<HeldFetch> = {
  lane: 'media',
  pollMs: 2_000,
  concurrency: 4,
  claim: async (limit) => {
    await sweepNowAndThen();
    return await claimFetches(limit, Math.max(SHORTEST_LEASE_MS, paced(LEASE_MS)));
  },
  run: fetchOne,
};

async function fetchOne(fetch: HeldFetch): Promise<void> {
  try {
    const { value: bytes } = await callFor(fetch, (client) =>
      client.downloadMedia(fetch.url, mostBytes),
    );
    const look = lookAt(bytes);
    const problem = problemIn(look, bytes.byteLength);
    if (problem !== null || look.is !== 'known') {
      await giveUpFetch(fetch, problem ?? 'not_a_file');
    } else await keepFetched(fetch, { file: look.file, bytes });
  } catch (error) {
    await settle(fetch, error);
  }
}

async function settle(fetch: HeldFetch, error: unknown): Promise<void> {
  const final = finalProblem(error);
  const problem = codeOf(error);
  log.warn(
    { err: error, message: fetch.messageId, tries: fetch.tries, problem },
    'a file did not come',
  );
  const last = fetch.tries >= MOST_TRIES ? 'unreachable' : null;
  const end = final ?? last;
  if (end === null) await postponeFetch(fetch, { afterMs: waitAfter(fetch, error), problem });
  else await giveUpFetch(fetch, end);
}

/** What asking again would not change; null for what may pass. */
function finalProblem(error: unknown): FetchProblem | null {
  if (!(error instanceof NetworkFailure) || isPassing(error)) return null;
  switch (error.failure.kind) {
    case 'too_large':
      return 'too_large';
    case 'not_allowed':
      return 'not_allowed';
    default:
      return 'gone';
  }
}

/** Many that failed together come back apart. */
function waitAfter({ tries }: HeldFetch, error: unknown): number {
  const resetAt =
    error instanceof NetworkFailure && error.failure.kind === 'rate_limited'
      ? error.failure.resetAt
      : undefined;
  if (resetAt) return Math.max(0, resetAt.getTime() - Date.now());
  const grown = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** tries);
  return Math.ceil(paced(grown * (0.5 + Math.random() / 2)));
}

let sweptAtMs = Number.NEGATIVE_INFINITY;

async function sweepNowAndThen(): Promise<void> {
  if (performance.now() < sweptAtMs + paced(SWEEP_EVERY_MS)) return;
  sweptAtMs = performance.now();
  // What lies about is nobody's hurry: how long it may is never scaled.
  const swept = await sweepUnsent(UNSENT_LIVE_MS);
  if (swept > 0) log.info({ files: swept }, 'removed files that were never sent');
  const unnamed = await sweepReplyFiles(UNSENT_LIVE_MS);
  if (unnamed > 0) log.info({ files: unnamed }, 'removed files that no approved reply names');
}
