import type { Intent } from '../triage/intent';

/** The messages of customers that are about one thing. */
export type IntentCoverage = {
  intent: Intent;
  messages: number;
  /** Those that a person answered, and of them those whose answer held an approved reply. */
  answered: number;
  withReply: number;
  /** The published replies that were used for it, the most used first. */
  replies: { id: string; title: string; used: number }[];
};

const leastShare = 0.01;
const fewestMessages = 5;

/**
 * What people write about most: one of a hundred messages, and five at least. Spam is nobody's problem to answer.
 * Those without any approved reply come first, then the most common.
 */
export function commonIntents(lines: readonly IntentCoverage[]): IntentCoverage[] {
  const all = lines.reduce((sum, { messages }) => sum + messages, 0);
  return lines
    .filter(
      ({ intent, messages }) =>
        intent !== 'spam' && messages >= fewestMessages && messages >= all * leastShare,
    )
    .toSorted(
      (a, b) => Number(a.withReply > 0) - Number(b.withReply > 0) || b.messages - a.messages,
    );
}

/** How many of the common ones there are, and for how many an approved reply was used. */
export function coverageTally(lines: readonly IntentCoverage[]): {
  intents: number;
  withReply: number;
} {
  const common = commonIntents(lines);
  return {
    intents: common.length,
    withReply: common.filter(({ withReply }) => withReply > 0).length,
  };
}
