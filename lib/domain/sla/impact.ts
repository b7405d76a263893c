import type { RunningSpan } from './cycle';
import { elapsedSeconds } from './cycle';
import type { Conditions, Metric, Promised, Traits } from './policy';
import { choosePolicy, metrics } from './policy';

/** A conversation that is not settled, with the targets that run and are not broken. */
export type OpenConversation = {
  traits: Traits;
  targets: readonly { metric: Metric; spans: readonly RunningSpan[] }[];
};

type Promises = {
  policyId: string;
  conditions: Conditions;
  promises: Readonly<Partial<Record<Metric, Promised>>>;
};

/** What it would do to the open conversations to have other policies now. */
export type Impact = {
  open: number;
  /** How many of them would have a promise broken at once that is not broken now. */
  broken: number;
  /** How many would get a promise that they do not have; how late they are with it is not counted. */
  anew: number;
};

/** What has passed stays counted as it was; what is promised is what the new policies say, by priority. */
export function impactOf(
  conversations: readonly OpenConversation[],
  before: readonly Promises[],
  after: readonly Promises[],
  now: Date,
): Impact {
  let [broken, anew] = [0, 0];
  for (const { traits, targets } of conversations) {
    const [had, gets] = [choosePolicy(before, traits), choosePolicy(after, traits)];
    if (!gets) continue;
    const isLate = targets.some(({ metric, spans }) => {
      const seconds = gets.promises[metric]?.seconds[traits.priority];
      return seconds !== undefined && elapsedSeconds({ spans: [...spans] }, now) >= seconds;
    });
    if (isLate) broken += 1;
    if (metrics.some((metric) => gets.promises[metric] && !had?.promises[metric])) anew += 1;
  }
  return { open: conversations.length, broken, anew };
}
