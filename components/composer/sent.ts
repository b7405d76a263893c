'use client';

import { useQueryClient } from '@tanstack/react-query';
import { markActedOn } from '../inbox/acted-on';
import { goTo, usePlace } from '../inbox/location';
import { ask } from '../thread/ask';
import { neighbourOf, refreshConversation } from '../thread/patch';
import { endToastOf, toast } from '../ui/toast';
import { undoSendAction } from './actions';
import { basketOf, putBack } from './attachments/held';
import type { Attempt, Sent } from './attempt';
import { takeIn, useDraftId } from './drafts';

/** What follows when the server has a message: a way back while there is one, and the next conversation after a close. */
export function useAfterSending(conversationId: string, contactName: string) {
  const client = useQueryClient();
  const draftId = useDraftId(conversationId);
  const place = usePlace();

  async function callBack(messageId: string) {
    const result = await ask(() => undoSendAction({ messageId }));
    if (result.ok) {
      takeIn(draftId, 'reply', result.value);
      putBack(basketOf(draftId, 'reply'), result.value.files);
      goTo(place.view, conversationId);
    } else toast(result.refusal.message, { grave: true });
    await refreshConversation(client, conversationId);
  }

  return ({ mode, after }: Attempt, { messageId, heldMs = 0 }: Sent) => {
    if (mode === 'note') return;
    if (heldMs > 0) {
      const undo = () => callBack(messageId);
      toast(`Your reply to ${contactName} goes out.`, { undo });
      // What is no longer waiting is not offered back.
      setTimeout(() => endToastOf(undo), heldMs);
    }
    if (after !== 'resolved' || place.view === 'resolved') return;
    // Its own decision moves the list, also under the pointer.
    markActedOn(conversationId);
    goTo(place.view, neighbourOf(client, place.view, conversationId));
  };
}
