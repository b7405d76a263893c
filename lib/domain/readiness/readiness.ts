import type { Hour } from './coverage';
import { coverageOf } from './coverage';

/** What is asked before a door is opened, in the order in which it is shown. */
export const readinessKeys = ['people', 'routing', 'targets', 'replies', 'spam'] as const;
export type ReadinessKey = (typeof readinessKeys)[number];

export type ReadinessState = 'ready' | 'not_ready' | 'not_measured';
export type ReadinessItem = { key: ReadinessKey; state: ReadinessState };

/** What the workspace's own data says. Null where the part that would say it does not exist or is not used. */
export type Measured = {
  /** The hours of the week of the last 28 days, and of how many weeks they tell. */
  hours: readonly Hour[];
  weeks: number;
  routing: { teams: number; teamsWithout: number; overCapacity: number } | null;
  /** Of the responses promised in the last 28 days that ended or are late, how many were kept. */
  targets: { policies: number; ended: number; kept: number } | null;
  /** What people wrote about most in the last 30 days, and for how much of it a reply is approved. */
  replies: { intents: number; withReply: number } | null;
  spam: { isOn: boolean } | null;
};

/** The least share of messages in hours when somebody works, and of promises that are kept. */
const enoughCovered = 0.9;
const enoughKept = 0.9;
/** With fewer messages than this nothing is said about hours. */
export const fewestMessages = 20;

/** Whether the team is ready for more messages, item by item. What nobody measured is never ready. */
export function readinessOf(measured: Measured): ReadinessItem[] {
  return readinessKeys.map((key) => ({ key, state: wordFor(judges[key](measured)) }));
}

/** How many items were measured, and how many of those are ready. */
export function tallyOf(items: readonly ReadinessItem[]): {
  all: number;
  measured: number;
  ready: number;
} {
  const count = (state: ReadinessState) => items.filter((item) => item.state === state).length;
  return {
    all: items.length,
    measured: items.length - count('not_measured'),
    ready: count('ready'),
  };
}

/** Undefined where there is nothing to judge by. */
const judges: Record<ReadinessKey, (measured: Measured) => boolean | undefined> = {
  people: ({ hours, weeks }) => {
    const { messages, share } = coverageOf(hours, weeks);
    return messages < fewestMessages ? undefined : share >= enoughCovered;
  },
  routing: ({ routing }) =>
    routing ? routing.teamsWithout === 0 && routing.overCapacity === 0 : undefined,
  targets: ({ targets }) => {
    if (!targets) return undefined;
    if (targets.policies === 0) return false;
    return targets.ended === 0 ? undefined : targets.kept / targets.ended >= enoughKept;
  },
  replies: ({ replies }) =>
    replies && replies.intents > 0 ? replies.withReply === replies.intents : undefined,
  spam: ({ spam }) => spam?.isOn,
};

function wordFor(isReady: boolean | undefined): ReadinessState {
  if (isReady === undefined) return 'not_measured';
  return isReady ? 'ready' : 'not_ready';
}
