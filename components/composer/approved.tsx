'use client';

import type { ReactNode, RefObject } from 'react';
import { ApprovalsHere } from '../approvals/approvals-here';
import type { Conversation } from '../thread/conversation';
import type { Composing } from './composing';
import { ReplyLines } from './reply-lines';
import { useReplyUses } from './reply-uses';

type FieldProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  composing: Composing;
  conversation: Conversation;
};

/** What is to be said of approved replies, where there are any: in the text, or waiting to be let go. */
export function Approved({ conversation, composing, field }: FieldProps): ReactNode {
  const { uses, approvals } = useReplyUses(conversation.id);
  return (
    <>
      {approvals.length > 0 ? (
        <ApprovalsHere conversationId={conversation.id} approvals={approvals} />
      ) : null}
      {uses.length > 0 || composing.strays.length > 0 ? (
        <ReplyLines
          conversationId={conversation.id}
          uses={uses}
          composing={composing}
          field={field}
        />
      ) : null}
    </>
  );
}
