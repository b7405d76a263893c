'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode, RefObject } from 'react';
import { lazy } from 'react';
import { flushSync } from 'react-dom';
import type { PickerReply } from '@/lib/queries/replies/views';
import type { Composing } from '../composer/composing';
import { useReplyUses } from '../composer/reply-uses';
import { useWeigh } from '../composer/use-left';
import { Late } from '../shell/late';
import type { Conversation } from '../thread/conversation';
import { usePutInHere } from './picker/here';
import type { Around } from './picker/lines';
import { lineOf } from './picker/lines';
import { NotYet } from './picker/not-yet';
import { usePutIn } from './picker/put-in';
import { SlashPicker } from './picker/slash-picker';
import { useSlash } from './picker/use-slash';
import { useSlashButton } from './picker/use-slash-button';
import { useWarm } from './picker/warm';
import { pickerQuery, sideQuery } from './picker-queries';

const Marks = lazy(() => import('./marks/marks').then((loaded) => ({ default: loaded.Marks })));

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  composing: Composing;
  conversation: Conversation;
};

/** Approved replies in the field where a reply is written: found by a slash, put in, and marked. */
export function InField(props: Props) {
  const { field, composing, conversation } = props;
  const { mode, may, text, inPublic } = composing;
  const { uses } = useReplyUses(conversation.id);
  const list = useQuery(pickerQuery);
  const about = useQuery(sideQuery(conversation.id));
  const { data: replies } = list;
  const { data: side } = about;
  const weigh = useWeigh(inPublic);
  const putIn = usePutIn(conversation.id, field);
  useWarm(replies);
  const left = weigh && ((words: string) => weigh(words).left);
  const around = side && { ...side, inPublic, left };
  usePutInHere(conversation.id, (reply) => {
    const line = around && lineOf(reply, around);
    if (line?.why !== null || !may.reply) return;
    // The field has to hold the reply before something is put into it.
    if (mode !== 'reply') flushSync(() => composing.turnTo('reply'));
    putIn(line, null);
  });

  if (mode !== 'reply' || !may.reply) return null;
  return (
    <>
      <BySlash field={field} putIn={putIn} here={replies && around ? { replies, around } : null}>
        {(dismiss) => (
          <NotYet
            field={field}
            failed={list.isError || about.isError}
            onRetry={() => void Promise.all([list.refetch(), about.refetch()])}
            onDismiss={dismiss}
          />
        )}
      </BySlash>
      {uses.length > 0 ? (
        <Late>
          <Marks field={field} conversationId={conversation.id} text={text} />
        </Late>
      ) : null}
    </>
  );
}

function BySlash({
  field,
  here,
  putIn,
  children,
}: {
  field: Props['field'];
  here: { replies: readonly PickerReply[]; around: Around } | null;
  putIn: ReturnType<typeof usePutIn>;
  /** What stands there instead while it is not here. */
  children: (dismiss: () => void) => ReactNode;
}) {
  const { sought, dismiss } = useSlash(field);
  useSlashButton(field);
  if (sought === null) return null;
  if (!here) return children(dismiss);
  return (
    <SlashPicker
      field={field}
      replies={here.replies}
      around={here.around}
      sought={sought}
      onChoose={(line) => putIn(line, sought)}
      onDismiss={dismiss}
    />
  );
}
