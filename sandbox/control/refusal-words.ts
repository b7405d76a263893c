import type { Person } from '../core/entities';
import type { Verdict } from '../rules/network-rule';

type Reason = Exclude<Verdict, { allow: true }>['reason'];

/** Why one may not write to the other, in a sentence. */
export function refusalWords(reason: Reason, from: Person, to: Person): string {
  const sentences: Record<Reason, string> = {
    blocked: `${from.name} and @${to.username} cannot message each other: one of them blocks the other.`,
    does_not_follow: `${from.name} cannot message @${to.username}, which does not follow @${from.username}.`,
    verified_only: `${from.name} cannot message @${to.username}: its door is open to verified accounts only.`,
    closed: `${from.name} cannot message @${to.username}: its door is closed.`,
  };
  return sentences[reason];
}
