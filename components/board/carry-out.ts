'use client';

import type { QueryClient } from '@tanstack/react-query';
import type { PlannedMove } from '@/lib/queries/board/views';
import { ask } from '../thread/ask';
import { toast } from '../ui/toast';
import { giveOutAction } from './actions';
import { undoItems } from './give';

/** Does what a plan says, and tells what came of it with a way back for all of it. */
export async function carryOut(client: QueryClient, moves: readonly PlannedMove[]): Promise<void> {
  const result = await ask(() =>
    giveOutAction({
      items: moves.map(({ conversationId, version, to }) => ({
        conversationId,
        version,
        memberId: to,
      })),
    }),
  );
  if (!result.ok) {
    toast(result.refusal.message, { grave: true });
    return;
  }
  const { changed, refused } = result.value;
  const nameOf = (id: string) =>
    moves.find(({ conversationId }) => conversationId === id)?.contactName ?? 'One';
  const [first] = refused;
  const stayed = first
    ? `${refused.length} stayed. ${nameOf(first.conversationId)}: ${first.message}`
    : '';
  if (changed.length === 0) {
    toast(stayed, { grave: true });
  } else {
    toast([`Gave out ${counted(changed.length)}.`, stayed].filter(Boolean).join(' '), {
      undo: async () => {
        const why = await undoItems(changed);
        if (why !== null) toast(why, { grave: true });
        await client.invalidateQueries({ queryKey: ['board'] });
        return why === null;
      },
    });
  }
  await client.invalidateQueries({ queryKey: ['board'] });
}

function counted(count: number): string {
  return count === 1 ? '1 conversation' : `${count} conversations`;
}
