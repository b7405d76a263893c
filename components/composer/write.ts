'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActionResult } from '@/lib/action';
import type { RefusalView } from '@/lib/domain/refusal';
import { refreshConversation } from '../thread/patch';
import { noteAction, replyAction } from './actions';
import type { Attempt, Mode } from './attempt';
import { writeKey } from './attempt';
import { confirmSent, giveBack, startSending, useDraftId } from './drafts';

const patienceMs = 20_000;

/**
 * Sends what stands in the composer. It is drawn at once; what the server does not take comes back
 * into the composer with the reason. The key makes trying again safe.
 */
export function useWrite(conversationId: string) {
  const client = useQueryClient();
  const draftId = useDraftId(conversationId);
  const { mutate } = useMutation({
    mutationKey: writeKey(conversationId),
    // Until the conversation has been read again, so that the guess stands until the truth is there.
    mutationFn: async (attempt: Attempt) => {
      const result = await send(conversationId, attempt);
      if (result.ok) await refreshConversation(client, conversationId);
      return result;
    },
    onSuccess: (result, { clientKey, mode }) => {
      if (result.ok) confirmSent(draftId, new Set([clientKey]));
      else giveBack(draftId, clientKey, { mode, refusal: result.refusal });
    },
    onError: (_, { clientKey, mode }) => giveBack(draftId, clientKey, { mode, refusal: unheard }),
  });

  return (mode: Mode, seenSeq: number, override = false) => {
    mutate({ mode, seenSeq, override, ...startSending(draftId, mode) });
  };
}

const unheard: RefusalView = {
  code: 'unavailable',
  message: 'Porchlight did not answer. Your text is kept; sending it again cannot send it twice.',
};

async function send(
  conversationId: string,
  { mode, clientKey, text, seenSeq, override }: Attempt,
): Promise<ActionResult<unknown>> {
  const message = { conversationId, clientKey, body: text };
  const answer =
    mode === 'note'
      ? noteAction(message)
      : replyAction({ ...message, seenSeq, ...(override ? { override } : {}) });
  return await Promise.race([answer, giveUp()]);
}

function giveUp(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('No answer in time.')), patienceMs);
  });
}
