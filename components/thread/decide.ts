'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { ActionResult } from '@/lib/action';
import type { RefusalView } from '@/lib/domain/refusal';
import { rowId } from '../inbox/conversation-row';
import { focusRow } from '../inbox/cursor';
import { goTo, usePlace } from '../inbox/location';
import { useMemberNames } from '../inbox/members';
import { useMe } from '../shell/me';
import { toast } from '../ui/toast';
import {
  assignConversationAction,
  claimConversationAction,
  closeConversationAction,
  reopenConversationAction,
} from './actions';
import type { Conversation } from './conversation';
import { neighbourOf, patchConversation, refreshConversation } from './patch';

const unreachable: RefusalView = {
  code: 'unavailable',
  message: 'Porchlight did not answer. Nothing was changed; try again.',
};

/** Runs a server action; not reaching the server is a refusal like any other. */
export async function ask<T>(run: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await run();
  } catch {
    return { ok: false, refusal: unreachable };
  }
}

/** What a person can decide about a conversation: shown at once, taken back if the server refuses. */
export function useDecisions(conversation: Conversation) {
  const client = useQueryClient();
  const me = useMe();
  const nameOf = useMemberNames();
  const { view } = usePlace();
  const { id, version, status, ownerId } = conversation;

  async function decide<T extends { version: number }>(
    patch: Partial<Pick<Conversation, 'status' | 'ownerId'>>,
    run: () => Promise<ActionResult<T>>,
  ): Promise<T | null> {
    patchConversation(client, me.memberId, id, patch);
    const result = await ask(run);
    if (result.ok) {
      patchConversation(client, me.memberId, id, { version: result.value.version });
    } else {
      patchConversation(client, me.memberId, id, { status, ownerId });
      toast(result.refusal.message, { grave: true });
    }
    void refreshConversation(client, id);
    return result.ok ? result.value : null;
  }

  async function reopen(seen = version) {
    return await decide({ status: 'open' }, () =>
      reopenConversationAction({ conversationId: id, version: seen }),
    );
  }

  return {
    claim: () =>
      decide({ ownerId: me.memberId }, () => claimConversationAction({ conversationId: id })),
    assign: async (memberId: string | null) => {
      const done = await decide({ ownerId: memberId }, () =>
        assignConversationAction({ conversationId: id, memberId, expectedOwnerId: ownerId }),
      );
      if (done) toast(memberId ? `Given to ${nameOf(memberId)}.` : 'Nobody has it now.');
    },
    close: async () => {
      const next = neighbourOf(client, view, id);
      const onRow = document.activeElement?.id === rowId(id);
      const closing = decide({ status: 'resolved' }, () =>
        closeConversationAction({ conversationId: id, version }),
      );
      if (view !== 'resolved') goTo(view, next);
      if (onRow && next) focusRow(next);
      const done = await closing;
      const back = async () => {
        if (done && (await reopen(done.version))) goTo(view, id);
      };
      if (done) toast(`Closed ${conversation.contactName}.`, { undo: () => void back() });
    },
    reopen: () => reopen(),
  };
}
