'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Hourglass, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ApprovalView } from '@/lib/queries/replies/views';
import { basketOf, heldIn, putBack } from '../composer/attachments/held';
import { takeIn, useDraftId } from '../composer/drafts';
import { useMemberNames } from '../inbox/members';
import { useMe } from '../shell/me';
import { ask } from '../thread/ask';
import { At } from '../ui/at';
import { Button } from '../ui/button';
import { toast } from '../ui/toast';
import { withdrawApprovalAction } from './actions';
import { ApprovalWords } from './approval-words';
import { Deciding } from './deciding';

/** What waits for an approval in this conversation, and what came back to whoever looks at it. */
export function ApprovalsHere({
  conversationId,
  approvals,
}: {
  conversationId: string;
  approvals: readonly ApprovalView[];
}) {
  return (
    <ul aria-label="Replies that wait for an approval" className="border-line border-b">
      {approvals.map((approval) => (
        <li key={approval.id} className="border-line border-b px-3 py-2 last:border-b-0">
          {approval.state === 'waiting' ? (
            <Waiting conversationId={conversationId} approval={approval} />
          ) : (
            <Returned conversationId={conversationId} approval={approval} />
          )}
        </li>
      ))}
    </ul>
  );
}

type Props = { conversationId: string; approval: ApprovalView };

function Waiting({ conversationId, approval }: Props) {
  const { memberId } = useMe();
  const isMine = approval.author.id === memberId;
  const [shown, setShown] = useState(!isMine);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 text-fact">
        <Hourglass aria-hidden size={13} className="shrink-0 text-amber-ink" />
        <p className="min-w-0 flex-1">
          {isMine ? 'Your reply' : <bdi>{approval.author.name}’s reply</bdi>} waits for an approval
          since <At at={approval.askedAt} />
        </p>
        <Button tone="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Read'}
        </Button>
        {isMine ? <TakeBack conversationId={conversationId} approval={approval} /> : null}
      </div>
      {shown ? (
        <div className="mt-1 grid gap-2">
          <ApprovalWords approval={approval} />
          <Deciding approval={approval} />
        </div>
      ) : null}
    </>
  );
}

function TakeBack({ conversationId, approval }: Props) {
  const client = useQueryClient();
  const draftId = useDraftId(conversationId);
  const [busy, setBusy] = useState(false);
  async function takeBack() {
    setBusy(true);
    const result = await ask(() => withdrawApprovalAction({ approvalId: approval.id }));
    setBusy(false);
    if (result.ok) {
      takeIn(draftId, 'reply', result.value);
      putBack(basketOf(draftId, 'reply'), approval.files);
    } else toast(result.refusal.message, { grave: true });
    void client.invalidateQueries({ queryKey: ['drafts', conversationId] });
  }
  return (
    <Button disabled={busy} onClick={() => void takeBack()}>
      Take back
    </Button>
  );
}

function Returned({ conversationId, approval }: Props) {
  const nameOf = useMemberNames();
  const draftId = useDraftId(conversationId);
  const { decidedBy, comment, files } = approval;
  const basket = basketOf(draftId, 'reply');
  const missing = files.filter(({ id }) => !heldIn(basket).some(({ file }) => file?.id === id));
  return (
    <div role="alert" className="flex flex-wrap items-start gap-x-2 text-fact">
      <Undo2 aria-hidden size={13} className="mt-0.5 shrink-0 text-amber-ink" />
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <strong className="font-strong">
          {decidedBy === null ? 'Porchlight' : <bdi>{nameOf(decidedBy)}</bdi>} gave your reply back
        </strong>
        {comment ? `: ${comment}` : '.'} It is your draft again.
      </p>
      {missing.length > 0 ? (
        <Button tone="quiet" onClick={() => putBack(basket, missing)}>
          Attach its files again
        </Button>
      ) : null}
    </div>
  );
}
