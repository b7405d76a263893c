import type { QueryClient } from '@tanstack/react-query';
import { notifyManager } from '@tanstack/react-query';
import type { Triaged } from '@/lib/domain/conversation/triage';
import type { RefusalView } from '@/lib/domain/refusal';
import { patchConversation, refreshConversations } from './patch';

export type TriageItem = { conversationId: string; version?: number };

export type Changed = { conversationId: string; version: number; before: Partial<Triaged> };
type Refused = { conversationId: string; code: string; message: string };

export type TriageOutcome = { changed: Changed[]; refused: Refused[] };

/** The server takes so many at once. */
const mostAtOnce = 200;

export async function inPortions<Item>(
  items: readonly Item[],
  run: (portion: readonly Item[]) => Promise<TriageOutcome>,
): Promise<TriageOutcome> {
  const first = await run(items.slice(0, mostAtOnce));
  if (items.length <= mostAtOnce) return first;
  const { changed, refused } = await inPortions(items.slice(mostAtOnce), run);
  return { changed: [...first.changed, ...changed], refused: [...first.refused, ...refused] };
}

export function refusedWhole(items: readonly TriageItem[], refusal: RefusalView): TriageOutcome {
  const { code, message } = refusal;
  return {
    changed: [],
    refused: items.map(({ conversationId }) => ({ conversationId, code, message })),
  };
}

/** What is decided next is decided on top of this. */
export function keepVersions(client: QueryClient, me: string, { changed }: TriageOutcome) {
  notifyManager.batch(() => {
    for (const { conversationId, version } of changed) {
      patchConversation(client, me, conversationId, { version });
    }
  });
}

export function refresh(client: QueryClient, items: readonly TriageItem[]) {
  void refreshConversations(client, idsOf(items));
}

export function idsOf(items: readonly TriageItem[]): string[] {
  return items.map(({ conversationId }) => conversationId);
}
