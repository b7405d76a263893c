'use client';

import type { RefObject } from 'react';
import { lazy } from 'react';
import { Late } from '../shell/late';
import type { Conversation } from '../thread/conversation';
import type { Composing } from './composing';
import { useReplyUses } from './reply-uses';

const ReplyLines = lazy(() =>
  import('./reply-lines').then((loaded) => ({ default: loaded.ReplyLines })),
);
const ApprovalsHere = lazy(() =>
  import('../approvals/approvals-here').then((loaded) => ({ default: loaded.ApprovalsHere })),
);

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  composing: Composing;
  conversation: Conversation;
};

/** What is to be said of approved replies, where there are any: in the text, or waiting to be let go. */
export function Approved({ conversation, composing, field }: Props) {
  const { uses, approvals } = useReplyUses(conversation.id);
  const strayed = uses.length > 0 || composing.strays.length > 0;
  if (!strayed && approvals.length === 0) return null;
  return (
    <>
      {approvals.length > 0 ? (
        <Late>
          <ApprovalsHere conversationId={conversation.id} approvals={approvals} />
        </Late>
      ) : null}
      {strayed ? (
        <Late>
          <ReplyLines
            conversationId={conversation.id}
            uses={uses}
            composing={composing}
            field={field}
          />
        </Late>
      ) : null}
    </>
  );
}
