'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Scope, View } from '@/lib/domain/conversation/view';
import { scopeOf } from '@/lib/domain/conversation/view';
import { rowId } from '../inbox/conversation-row';
import { focusRow } from '../inbox/cursor';
import { mayLead } from '../inbox/leading';
import { goTo, usePlace } from '../inbox/location';
import { useMe } from '../shell/me';
import { toast } from '../ui/toast';
import { claimConversationAction } from './actions';
import { ask } from './ask';
import type { Conversation } from './conversation';
import { stepUnderway } from './own-steps';
import { neighbourOf, patchConversation, refreshConversation } from './patch';
import type { WantedChange } from './triage';
import { useTriage } from './triage';

/** What a person can decide about the conversation before them. */
export function useDecisions({ id, ownerId }: Conversation) {
  const client = useQueryClient();
  const me = useMe();
  const { view } = usePlace();
  const triage = useTriage();

  const change = (wanted: WantedChange) => triage.change([{ conversationId: id }], wanted);

  /** Decides, and goes on to what stands next to it if it leaves the view. */
  async function changeAndGoOn(wanted: WantedChange) {
    if (!leaves(wanted, view)) {
      await change(wanted);
      return;
    }
    const next = neighbourOf(client, view, id);
    const onRow = document.activeElement?.id === rowId(id);
    const deciding = triage.change([{ conversationId: id }], wanted, {
      onUndone: () => goTo(view, id),
    });
    goTo(view, next);
    const mayReturn = mayLead();
    if (onRow && next) focusRow(next);
    const { changed } = await deciding;
    if (changed.length === 0 && mayReturn()) goTo(view, id);
  }

  async function claim() {
    patchConversation(client, me.memberId, id, { ownerId: me.memberId });
    const asked = ask(() => claimConversationAction({ conversationId: id }));
    const led = async () => {
      const answer = await asked;
      return { changed: answer.ok ? [answer.value] : [] };
    };
    stepUnderway([id], led());
    const result = await asked;
    if (result.ok) {
      // Whoever hands it over at once has seen it as it is now.
      patchConversation(client, me.memberId, id, { version: result.value.version });
    } else {
      patchConversation(client, me.memberId, id, { ownerId });
      toast(result.refusal.message, { grave: true });
    }
    await refreshConversation(client, id);
  }

  return { claim, change, changeAndGoOn };
}

function leaves(wanted: WantedChange, view: View): boolean {
  if (wanted.kind !== 'snooze' && wanted.kind !== 'status') return false;
  const status = wanted.kind === 'snooze' ? 'snoozed' : wanted.status;
  if (status === 'resolved') return view !== 'resolved';
  const { statuses }: Scope = scopeOf(view);
  return !statuses.includes(status);
}
