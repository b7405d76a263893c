import type { QueryClient } from '@tanstack/react-query';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import type { ConversationRow } from '@/lib/queries/inbox/views';
import { toast } from '../ui/toast';
import { noAnswerNeededAction } from './actions';
import { ask } from './ask';
import { refreshConversation } from './patch';

/** Records that the closing of a conversation owes nobody an answer, and tells what came of it. */
export async function sayNoAnswerNeeded(client: QueryClient, conversationId: string) {
  const result = await ask(() => noAnswerNeededAction({ conversationId }));
  if (result.ok) toast('Noted that no answer was needed.');
  else toast(result.refusal.message, { grave: true });
  await refreshConversation(client, conversationId);
}

/** Whether a closing leaves somebody waiting to whom an answer was promised. */
export function leavesWaiting(change: TriageChange, row: ConversationRow | undefined): boolean {
  const closes = change.kind === 'status' && change.status === 'resolved';
  return closes && row !== undefined && row.waitingSince !== null && row.ring !== null;
}
