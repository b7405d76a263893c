'use client';

import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import type { Composing } from '../composer/composing';
import { useWeigh } from '../composer/use-left';
import type { Conversation } from '../thread/conversation';
import { usePutIn } from './picker/put-in';
import { SlashPicker } from './picker/slash-picker';
import { useSlash } from './picker/use-slash';
import { useWarm } from './picker/warm';
import { pickerQuery, sideQuery } from './picker-queries';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  composing: Composing;
  conversation: Conversation;
};

/** Approved replies in the field where a reply is written: found by a slash, put in, and marked. */
export function InField({ field, composing, conversation }: Props) {
  const { mode, may, inPublic } = composing;
  const slash = useSlash(field, mode === 'reply' && may.reply);
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
