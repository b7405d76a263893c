import type { TriageActor, TriageChange, Triaged } from '@/lib/domain/conversation/triage';
import { differences, triage } from '@/lib/domain/conversation/triage';

type Chosen = Triaged & { id: string; contactName: string };

/** What a decision about many would come to, by the very rule that the server asks. */
export type Effect = {
  changes: readonly Chosen[];
  /** Stand so already. */
  same: readonly Chosen[];
  /** Cannot, each with the sentence why. */
  refused: readonly { chosen: Chosen; why: string }[];
};

export function effectOf(
  chosen: readonly Chosen[],
  change: TriageChange,
  context: { actor: TriageActor; now: number },
): Effect {
  const judged = chosen.map((one) => ({ one, answer: triage(one, change, context) }));
  const moves = judged.map(({ one, answer }) =>
    answer.ok ? { one, moved: Object.keys(differences(one, answer.after)).length > 0 } : null,
  );
  return {
    changes: moves.flatMap((move) => (move?.moved ? move.one : [])),
    same: moves.flatMap((move) => (move && !move.moved ? move.one : [])),
    refused: judged.flatMap(({ one, answer }) =>
      answer.ok ? [] : { chosen: one, why: answer.why },
    ),
  };
}
