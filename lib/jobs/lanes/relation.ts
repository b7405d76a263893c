import 'server-only';
import type { RateReading } from '../../commands/channel/budget';
import { noteRate, takeFromBudget } from '../../commands/channel/budget';
import { asSystem } from '../../commands/command';
import type { HeldCheck } from '../../commands/relation/checks';
import { answerCheck, claimChecks, postponeCheck } from '../../commands/relation/checks';
import type { Learned } from '../../domain/permissions/relation';
import { log } from '../../log';
import type { Person } from '../../networks/network';
import { NetworkFailure } from '../../networks/network';
import { callFor } from '../call';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';
import { codeOf } from '../trouble';

const LEASE_MS = 60_000;
const SHORTEST_LEASE_MS = 10_000;
const FIRST_BACK_OFF_MS = 2_000;
const LONGEST_BACK_OFF_MS = 5 * 60_000;
/** As many as a network describes in one call. */
const MOST_AT_ONCE = 100;

/** Questions about people of one channel: one call answers them all. */
type Round = { of: HeldCheck; checks: HeldCheck[] };

/** Asks networks how people and channels stand to each other, where a decision waits for it. */
export const relationLane: LaneDefinition<Round> = {
  lane: 'relation',
  pollMs: 2_000,
  concurrency: 4,
  claim: async () => {
    const held = await claimChecks(MOST_AT_ONCE, Math.max(SHORTEST_LEASE_MS, paced(LEASE_MS)));
    return roundsOf(held);
  },
  run: ask,
};

function roundsOf(held: readonly HeldCheck[]): Round[] {
  const rounds = new Map<string, Round>();
  for (const check of held) {
    const round = rounds.get(check.channelId) ?? { of: check, checks: [] };
    round.checks.push(check);
    rounds.set(check.channelId, round);
  }
  return [...rounds.values()];
}

async function ask({ of, checks }: Round): Promise<void> {
  const budget = await asSystem(of.workspaceId, async (context) => ({
    value: await takeFromBudget(context, of.channelId, 'people'),
    events: [],
  }));
  if (!budget.granted) {
    const later = { until: budget.until, problem: 'rate_limited', counted: false };
    await Promise.all(checks.map((check) => postponeCheck(check, later)));
    return;
  }
  try {
    const { value: people, rate } = await callFor(of, (client) =>
      client.people(checks.map(({ externalId }) => externalId)),
    );
    if (rate) await note(of, rate);
    const found = new Map(people.map((person) => [person.externalId, person]));
    for (const check of checks) {
      const person = found.get(check.externalId);
      // biome-ignore lint/performance/noAwaitInLoops: each answer is a transaction of its own
      await answerCheck(check, learnedOf(person), person);
    }
  } catch (error) {
    await settle(checks, error);
  }
}

/** Whom the network does not know any more is gone. */
function learnedOf(person: Person | undefined): Learned[] {
  const isGone: Learned = { name: 'isGone', value: person === undefined, source: 'look_up' };
  const said = Object.entries(person?.relation ?? {}) as [Learned['name'], boolean][];
  return [isGone, ...said.map(([name, value]): Learned => ({ name, value, source: 'look_up' }))];
}

async function note({ workspaceId, channelId }: HeldCheck, rate: RateReading): Promise<void> {
  await asSystem(workspaceId, async (context) => {
    await noteRate(context, channelId, { ...rate, purpose: 'people' });
    return { value: undefined, events: [] };
  });
}

async function settle(checks: readonly HeldCheck[], error: unknown): Promise<void> {
  const problem = codeOf(error);
  log.warn({ err: error, channel: checks[0]?.channelId, problem }, 'a relation was not looked up');
  await Promise.all(
    checks.map((check) =>
      postponeCheck(check, { until: laterThan(check, error), problem, counted: true }),
    ),
  );
}

function laterThan({ tries }: HeldCheck, error: unknown): Date {
  const resetAt =
    error instanceof NetworkFailure && error.failure.kind === 'rate_limited'
      ? error.failure.resetAt
      : undefined;
  const grown = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** tries);
  return resetAt ?? new Date(Date.now() + paced(grown * (0.5 + Math.random() / 2)));
}
