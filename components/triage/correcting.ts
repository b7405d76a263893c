'use client';

import type { QueryClient } from '@tanstack/react-query';
import type { Intent } from '@/lib/domain/triage/intent';
import { forgetUndo, isKept, pushUndo } from '../shell/undo';
import { ask } from '../thread/ask';
import type { Conversation } from '../thread/conversation';
import { refreshConversation } from '../thread/patch';
import { threadQuery } from '../thread/queries';
import { toast } from '../ui/toast';
import { correctIntentAction } from './actions';
import { intentWords } from './intent-words';

/** Says what a conversation's newest message is: shown at once, told with a way back, and learned from. */
export async function correct(
  client: QueryClient,
  { id, triage, contactName }: Conversation,
  intent: Intent,
): Promise<void> {
  if (!triage) return;
  const { messageId, corrected: before } = triage;
  show(client, { id, messageId }, intent);
  const answer = ask(() => correctIntentAction({ messageId, intent }));
  const back = async () => {
    const given = await answer;
    if (!given.ok) return false;
    show(client, { id, messageId }, given.value.before);
    const undone = await ask(() => correctIntentAction({ messageId, intent: given.value.before }));
    if (!undone.ok) toast(undone.refusal.message, { grave: true });
    await refreshConversation(client, id);
    return undone.ok;
  };
  const label = `${contactName}: ${intentWords[intent].name.toLowerCase()}`;
  pushUndo({ label, run: back });
  const result = await answer;
  if (!result.ok) {
    forgetUndo(back);
    show(client, { id, messageId }, before);
    toast(result.refusal.message, { grave: true });
  } else if (isKept(back)) {
    const words = `Learned: this is ${articled(intentWords[intent].name.toLowerCase())}.`;
    toast(words, { undo: back });
  }
  await refreshConversation(client, id);
}

function articled(name: string): string {
  if (name === 'other') return 'something else';
  return name === 'complaint' || name === 'question' || name === 'request' ? `a ${name}` : name;
}

function show(
  client: QueryClient,
  { id, messageId }: { id: string; messageId: string },
  corrected: Intent | null,
) {
  client.setQueryData(threadQuery(id).queryKey, (data) => {
    const [first, ...older] = data?.pages ?? [];
    const known = first?.view?.conversation.triage;
    if (!(data && first?.view) || known?.messageId !== messageId) return data;
    const conversation = { ...first.view.conversation, triage: { ...known, corrected } };
    return { ...data, pages: [{ ...first, view: { ...first.view, conversation } }, ...older] };
  });
}
