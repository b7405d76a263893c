'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActionResult } from '@/lib/action';
import type { RefusalView } from '@/lib/domain/refusal';
import { refreshConversation } from '../thread/patch';
import { askForApprovalAction, noteAction, replyAction } from './actions';
import { basketOf, settleHeld, takeHeld } from './attachments/held';
import type { After, Attempt, Mode, Sent } from './attempt';
import { writeKey } from './attempt';
import { confirmSent, giveBack, startSending, takeOut, useDraftId } from './drafts';
import { refusedOfAll } from './insertions';
import { useAfterSending } from './sent';

const patienceMs = 20_000;

type Wish = {
  mode: Mode;
  seenSeq: number;
  override?: boolean;
  asks?: boolean;
  wordsOnly?: boolean;
  after?: After | undefined;
  /** Who is named in the text, found when it is sent. */
  mentionedIn: (text: string) => string[];
  /** The server has it. */
  onTaken: () => void;
};

/**
 * Sends what stands in the composer. It is drawn at once; what the server does not take comes back
 * into the composer with the reason. The key makes trying again safe.
 */
export function useWrite(conversationId: string, contactName: string) {
  const client = useQueryClient();
  const draftId = useDraftId(conversationId);
  const afterSending = useAfterSending(conversationId, contactName);
  const { mutate } = useMutation({
    mutationKey: writeKey(conversationId),
    // Until the conversation has been read again, so that the guess stands until the truth is there.
    mutationFn: async (attempt: Attempt) => {
      const result = await send(conversationId, attempt);
      if (result.ok) {
        afterSending(attempt, result.value);
        await refreshConversation(client, conversationId);
      }
      return result;
    },
    onSuccess: (result, { clientKey, mode }) => {
      settleHeld(basketOf(draftId, mode), clientKey, result);
      if (result.ok) confirmSent(draftId, new Set([clientKey]));
      else {
        giveBack(draftId, clientKey, { mode, refusal: result.refusal });
        for (const words of refusedIn(result.refusal)) takeOut(draftId, mode, words);
      }
    },
    onError: (_, { clientKey, mode }) => {
      settleHeld(basketOf(draftId, mode), clientKey, { ok: false, refusal: unheard });
      giveBack(draftId, clientKey, { mode, refusal: unheard });
    },
  });

  return ({ mode, mentionedIn, after, onTaken, ...wish }: Wish) => {
    const draft = startSending(draftId, mode);
    const mentionIds = mode === 'note' ? mentionedIn(draft.text) : [];
    const attachments = takeHeld(basketOf(draftId, mode), draft.clientKey);
    const plainly = { override: false, asks: false, wordsOnly: false };
    mutate(
      { ...plainly, ...wish, mode, after, mentionIds, attachments, ...draft },
      { onSuccess: ({ ok }) => ok && onTaken() },
    );
  };
}

const unheard: RefusalView = {
  code: 'unavailable',
  message: 'Porchlight did not answer. Your text is kept; sending it again cannot send it twice.',
};

const notLetIn: RefusalView = {
  code: 'conflict',
  message: 'An approved reply in it cannot be used any more and was taken out. Nothing was sent.',
};

function refusedIn({ details }: RefusalView): string[] {
  const refused = details?.['refused'];
  return Array.isArray(refused) ? refused : [];
}

async function send(conversationId: string, attempt: Attempt): Promise<ActionResult<Sent>> {
  const { mode, clientKey, text, seenSeq, draftRevision, after, mentionIds, asks } = attempt;
  const { override, wordsOnly } = attempt;
  const fileIds = attempt.attachments.flatMap(({ fileId }) => fileId ?? []);
  const message = { conversationId, clientKey, body: text, draftRevision, fileIds };
  const refused = await Promise.race([refusedOfAll(conversationId), giveUp()]);
  if (refused.length > 0) return { ok: false, refusal: { ...notLetIn, details: { refused } } };
  const answer =
    mode === 'note'
      ? noteAction({ ...message, mentionIds })
      : (asks ? askForApprovalAction : replyAction)({
          ...message,
          ...{ seenSeq, wordsOnly },
          ...(override ? { override } : {}),
          // biome-ignore lint/suspicious/noThenProperty: a word, never a function
          ...(after ? { then: after } : {}),
        });
  return await Promise.race([answer, giveUp()]);
}

function giveUp(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('No answer in time.')), patienceMs);
  });
}
