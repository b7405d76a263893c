'use client';

import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { RefusalView } from '@/lib/domain/refusal';
import { useCan } from '../shell/me';
import { useShortcut } from '../shell/shortcuts';
import type { OpenConversation } from '../thread/conversation';
import type { Mode } from './attempt';
import type { Unseen } from './collision-panel';
import { unseenIn } from './collision-panel';
import { confirmSent, forgetTrouble, typeDraft, useDraftId, useDrafts } from './drafts';
import { leftOf } from './limits';
import type { Hindrance } from './permission-line';
import { useHindrance } from './permission-line';
import { useSeenSeq } from './seen-seq';
import { useWrite } from './write';

export type Composing = {
  mode: Mode;
  text: string;
  hindrance: Hindrance | null;
  /** What this person's role allows here at all. */
  may: { reply: boolean; note: boolean };
  ready: boolean;
  trouble: RefusalView | null;
  unseen: readonly Unseen[];
  turnTo: (mode: Mode) => void;
  type: (text: string) => void;
  send: (override?: boolean) => void;
  keepEditing: () => void;
};

/** The state of writing in a conversation: which of the two, the draft, what stands against it. */
export function useComposing(
  { conversation, messages, seq }: OpenConversation,
  field: RefObject<HTMLTextAreaElement | null>,
): Composing {
  const draftId = useDraftId(conversation.id);
  const { drafts, trouble } = useDrafts(draftId);
  const hindrance = useHindrance(conversation);
  const may = { reply: useCan('conversation.reply'), note: useCan('conversation.note') };
  const [mode, setMode] = useState<Mode>(may.reply ? 'reply' : 'note');
  const seenSeq = useSeenSeq(seq);
  const write = useWrite(conversation.id);
  useArrivals(draftId, messages);

  const { text } = drafts[mode];
  const allowed = mode === 'reply' ? hindrance === null : may.note;
  const ready = allowed && text.trim() !== '' && leftOf(mode, text) >= 0;
  const told = trouble?.mode === mode ? trouble.refusal : null;
  const unseen = told ? unseenIn(told) : [];

  function turnTo(next: Mode) {
    setMode(next);
    // At once: the next key may already be the first letter.
    field.current?.focus();
  }

  function send(override = false) {
    if (ready) write(mode, seenSeq, override);
  }

  useShortcut('reply', may.reply ? () => turnTo('reply') : null);
  useShortcut('note', may.note ? () => turnTo('note') : null);
  useShortcut('send', () => {
    if (document.activeElement === field.current) send();
  });

  return {
    mode,
    text,
    hindrance,
    may,
    ready,
    trouble: unseen.length === 0 ? told : null,
    unseen,
    turnTo,
    type: (next) => typeDraft(draftId, mode, next),
    send,
    keepEditing: () => {
      forgetTrouble(draftId);
      field.current?.focus();
    },
  };
}

/** What the conversation already shows was sent, whatever became of the answer that should have said so. */
function useArrivals(draftId: string, messages: OpenConversation['messages']) {
  useEffect(() => {
    const arrived = messages.flatMap(({ id, clientKey }) =>
      clientKey !== null && id !== clientKey ? [clientKey] : [],
    );
    if (arrived.length > 0) confirmSent(draftId, new Set(arrived));
  }, [draftId, messages]);
}
