'use client';

import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { Stray } from '@/lib/domain/replies/judge';
import type { DraftsView } from '@/lib/queries/inbox/thread-views';
import { tellPause, tellWriting } from '../live/being-here';
import { useCan } from '../shell/me';
import { useShortcut } from '../shell/shortcuts';
import type { OpenConversation } from '../thread/conversation';
import type { Attaching } from './attachments/attaching';
import { useArrivedFiles, useAttaching } from './attachments/attaching';
import type { After, Mode } from './attempt';
import type { Shelf } from './drafts';
import {
  confirmSent,
  forgetTrouble,
  settleSpare,
  typeDraft,
  useDraftId,
  useDrafts,
} from './drafts';
import { useKeptDrafts } from './kept-drafts';
import type { Naming } from './naming';
import { useNaming } from './naming';
import type { Hindrance } from './permission-line';
import { useHindrance } from './permission-line';
import type { PostLeft } from './post-left';
import type { Unseen } from './refused';
import { broughtBy } from './refused';
import { useSeenSeq } from './seen-seq';
import { useTooMuch } from './too-much';
import { useLeft } from './use-left';
import { useWrite } from './write';

/** `asks`: it is to be approved by somebody. */
type How = { override?: boolean; asks?: boolean; after?: After };

export type Composing = {
  mode: Mode;
  text: string;
  hindrance: Hindrance | null;
  /** What this person's role allows here at all. */
  may: { reply: boolean; note: boolean };
  /** What is written goes out for everyone to read. */
  inPublic: boolean;
  fits: PostLeft;
  ready: boolean;
  /** Why something did not work, in words. */
  trouble: string | null;
  /** What the server found to have strayed from approved words. */
  strays: readonly Stray[];
  shelf: Shelf;
  /** What colleagues have begun to write here. */
  others: DraftsView['others'];
  unseen: readonly Unseen[];
  turnTo: (mode: Mode) => void;
  type: (text: string) => void;
  naming: Naming;
  attaching: Attaching;
  send: (how?: How) => void;
  /** Without what the approved replies in it do along with the send. */
  wordsOnly: boolean;
  leaveOut: (left: boolean) => void;
  keepEditing: () => void;
  settleSpare: (wanted: boolean) => void;
};

/** The state of writing in a conversation: which of the two, the draft, what stands against it. */
export function useComposing(
  { conversation, messages, seq }: OpenConversation,
  field: RefObject<HTMLTextAreaElement | null>,
): Composing {
  const draftId = useDraftId(conversation.id);
  const shelf = useDrafts(draftId);
  const { drafts, trouble } = shelf;
  const hindrance = useHindrance(conversation);
  const may = { reply: useCan('conversation.reply'), note: useCan('conversation.note') };
  const [mode, setMode] = useState<Mode>(may.reply ? 'reply' : 'note');
  const [wordsOnly, leaveOut] = useState(false);
  const seenSeq = useSeenSeq(seq);
  const naming = useNaming(mode, field);
  const write = useWrite(conversation.id, conversation.contactName);
  const others = useKeptDrafts(conversation.id, mode, field);
  const tooMuch = useTooMuch(field, mode);
  const allowed = mode === 'reply' ? hindrance === null : may.note;
  const inPublic = conversation.kind === 'public' && mode === 'reply';
  const mayAttach = allowed && !inPublic;
  const attaching = useAttaching(conversation, { draftId, mode, may: mayAttach }, field);
  useArrivals(draftId, messages);

  const { text } = drafts[mode];
  const fits = useLeft(inPublic, mode, text);
  const says = text.trim() !== '' || attaching.complete;
  const ready = allowed && says && !attaching.underway && fits.left >= 0;
  const told = trouble?.mode === mode ? trouble.refusal : null;
  const { unseen, strays } = broughtBy(told);

  function turnTo(next: Mode) {
    setMode(next);
    // At once: the next key may already be the first letter.
    field.current?.focus();
  }

  function send(how: How = {}) {
    if (!ready) return;
    const onTaken = () => leaveOut(false);
    write({ mode, seenSeq, wordsOnly, mentionedIn: naming.mentionedIn, onTaken, ...how });
    tellPause();
  }

  useWritingKeys(field, { mode, may, turnTo, send });

  return {
    mode,
    text,
    hindrance,
    may,
    inPublic,
    fits,
    ready,
    trouble: tooMuch ?? (unseen.length + strays.length === 0 && told ? told.message : null),
    strays,
    shelf,
    others,
    unseen,
    naming,
    attaching,
    turnTo,
    type: (next) => typeHere(draftId, mode, next),
    send,
    wordsOnly,
    leaveOut,
    keepEditing: () => {
      forgetTrouble(draftId);
      field.current?.focus();
    },
    settleSpare: (wanted) => {
      settleSpare(draftId, mode, wanted);
      field.current?.focus();
    },
  };
}

function typeHere(draftId: string, mode: Mode, text: string) {
  typeDraft(draftId, mode, text);
  if (text === '') tellPause();
  else tellWriting();
}

type Writing = Pick<Composing, 'mode' | 'may' | 'turnTo' | 'send'>;

/** The keys of writing, which mean something while the conversation is open. */
function useWritingKeys(
  field: RefObject<HTMLTextAreaElement | null>,
  { mode, may, turnTo, send }: Writing,
) {
  useShortcut('reply', may.reply ? () => turnTo('reply') : null);
  useShortcut('note', may.note ? () => turnTo('note') : null);
  const inField = () => document.activeElement === field.current;
  useShortcut('send', () => {
    if (inField()) send();
  });
  useShortcut(
    'sendAndClose',
    mode === 'reply' ? () => inField() && send({ after: 'resolved' }) : null,
  );
}

/** What the conversation already shows was sent, whatever became of the answer that should have said so. */
function useArrivals(draftId: string, messages: OpenConversation['messages']) {
  useEffect(() => {
    const arrived = messages.flatMap(({ id, clientKey }) =>
      clientKey !== null && id !== clientKey ? [clientKey] : [],
    );
    if (arrived.length > 0) confirmSent(draftId, new Set(arrived));
  }, [draftId, messages]);
  useArrivedFiles(draftId, messages);
}
