'use client';

import { useQueryClient } from '@tanstack/react-query';
import { markActedOn } from '../inbox/acted-on';
import { isWriting, mayLead } from '../inbox/leading';
import { goTo, placeHere, usePlace } from '../inbox/location';
import { ask } from '../thread/ask';
import { forgetMessage, neighbourOf, refreshConversation } from '../thread/patch';
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

  const isHere = () => placeHere().conversationId === conversationId;

  async function callBack(messageId: string): Promise<boolean> {
    const mayGo = mayLead();
    const result = await ask(() => undoSendAction({ messageId }));
    if (result.ok) {
      // A thread that still shows its files as sent would take them out of the composer again.
      await forgetMessage(client, conversationId, messageId);
      takeIn(draftId, 'reply', result.value);
      putBack(basketOf(draftId, 'reply'), result.value.files);
      if (mayGo()) goTo(place.view, conversationId);
      else if (!isHere()) toast(`Your reply to ${contactName} is a draft again.`);
    } else toast(result.refusal.message, { grave: true });
    void refreshConversation(client, conversationId);
    return result.ok;
  }

  return (attempt: Attempt, sent: Sent) => {
    if ('approvalId' in sent) toast(`Your reply to ${contactName} waits for an approval.`);
    else if (attempt.mode === 'reply') follow(attempt, sent);
  };

  function follow(
    { after }: Attempt,
    { messageId, heldMs = 0 }: Exclude<Sent, { approvalId: string }>,
  ) {
    if (heldMs > 0) {
      const undo = () => callBack(messageId);
      toast(`Your reply to ${contactName} goes out.`, { undo });
      // What is no longer waiting is not offered back.
      setTimeout(() => endToastOf(undo), heldMs);
    }
    if (after !== 'resolved' || place.view === 'resolved') return;
    // Its own decision moves the list, also under the pointer.
    markActedOn(conversationId);
    // Whoever went on meanwhile, or writes again, is not led away from that.
    if (isHere() && !isWriting()) {
      goTo(place.view, neighbourOf(client, place.view, conversationId));
    } else if (heldMs === 0) toast(`Your reply to ${contactName} is on its way.`);
  }
}
