'use client';

import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { lazy } from 'react';
import type { Composing } from '../composer/composing';
import { useReplyUses } from '../composer/reply-uses';
import { useWeigh } from '../composer/use-left';
import { Late } from '../shell/late';
import type { Conversation } from '../thread/conversation';
import { usePutIn } from './picker/put-in';
import { SlashPicker } from './picker/slash-picker';
import { useSlash } from './picker/use-slash';
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
  const { mode, may, text } = composing;
  const { uses } = useReplyUses(conversation.id);
  if (mode !== 'reply' || !may.reply) return null;
  return (
    <>
      <BySlash {...props} />
      {uses.length > 0 ? (
        <Late>
          <Marks field={field} conversationId={conversation.id} text={text} />
        </Late>
      ) : null}
    </>
  );
}

function BySlash({ field, composing: { inPublic }, conversation }: Props) {
  const slash = useSlash(field);
  const { data: replies } = useQuery(pickerQuery);
  const { data: side } = useQuery(sideQuery(conversation.id));
  const weigh = useWeigh(inPublic);
  const putIn = usePutIn(conversation.id, field);
  useWarm(replies);

  const { sought } = slash;
  if (sought === null || !replies || !side) return null;
  const left = weigh && ((text: string) => weigh(text).left);
  return (
    <SlashPicker
      field={field}
      replies={replies}
      around={{ ...side, inPublic, left }}
      sought={sought}
      onChoose={(line) => putIn(line, sought)}
      onDismiss={slash.dismiss}
    />
  );
}
