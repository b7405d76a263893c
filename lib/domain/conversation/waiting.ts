import type { DeliveryState } from '../delivery/states';
import type { MessageKind } from './conversation';

/** In these states our message has not answered anybody: it failed, or it was taken back. */
export const unansweringStates = [
  'failed',
  'cancelled',
] as const satisfies readonly DeliveryState[];

/** One message as far as waiting is concerned. `delivery` is null for what was sent outside Porchlight. */
export type Turn = { kind: MessageKind; at: string; delivery: DeliveryState | null };

/** Whether our message stops the customer's wait. A message still on its way does: it is our turn no longer. */
export function answers({ kind, delivery }: Pick<Turn, 'kind' | 'delivery'>): boolean {
  const unanswering: readonly (DeliveryState | null)[] = unansweringStates;
  return kind === 'outbound' && !unanswering.includes(delivery);
}

/** Since when the customer waits: the oldest of their messages that no answer has followed. Oldest turn first. */
export function waitingSince(turns: readonly Turn[]): string | null {
  const lastAnswer = turns.findLastIndex(answers);
  return turns.slice(lastAnswer + 1).find(({ kind }) => kind === 'inbound')?.at ?? null;
}
