'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RefusalView } from '@/lib/domain/refusal';
import type { ApprovalView } from '@/lib/queries/replies/views';
import { broughtBy } from '../composer/refused';
import { useMemberNames } from '../inbox/members';
import { useCan, useMe } from '../shell/me';
import { ask } from '../thread/ask';
import { Button } from '../ui/button';
import { toast } from '../ui/toast';
import { approveReplyAction, returnReplyAction } from './actions';

/** Lets it go, or gives it back with what should be otherwise. Whoever may not is told who does. */
export function Deciding({ approval }: { approval: ApprovalView }) {
  const { memberId } = useMe();
  const may = useCan('approval.decide');
  const [giving, setGiving] = useState(false);
  const { busy, told, settle } = useSettling(approval);
  if (approval.author.id === memberId) return null;
  if (!may) {
    return <p className="text-fact text-ink-3">Marketers and leads let it go, or give it back.</p>;
  }
  if (giving) {
    return (
      <GiveBack
        busy={busy}
        onCancel={() => setGiving(false)}
        onGive={(comment) =>
          settle(
            () => returnReplyAction({ approvalId: approval.id, comment }),
            `It is ${approval.author.name}’s draft again.`,
          )
        }
      />
    );
  }
  const approve = (override: boolean) =>
    settle(
      () => approveReplyAction({ approvalId: approval.id, override }),
      `It goes out as ${approval.author.name} wrote it.`,
    );
  return (
    <div className="grid gap-2">
      {told ? <Overtaken told={told} /> : null}
      <span className="flex flex-wrap gap-2">
        {told ? null : (
          <Button tone="go" disabled={busy} onClick={() => approve(false)}>
            Approve and send
          </Button>
        )}
        <Button disabled={busy} onClick={() => setGiving(true)}>
          Give back
        </Button>
        {/* Not where the other one stood: a second press is no second thought. */}
        {told ? (
          <Button tone="quiet" disabled={busy} onClick={() => approve(true)}>
            Send anyway
          </Button>
        ) : null}
      </span>
    </div>
  );
}

/** A colleague was faster: what they wrote, before the customer gets two answers. */
function Overtaken({ told }: { told: RefusalView }) {
  const nameOf = useMemberNames();
  return (
    <div role="alert" className="grid gap-1 text-fact">
      <p className="text-amber-ink">{told.message}</p>
      <ul className="quiet-scroll max-h-40 overflow-y-auto">
        {broughtBy(told).unseen.map(({ id, authorId, body }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            <strong className="font-strong">
              {authorId === null ? 'Somebody elsewhere' : <bdi>{nameOf(authorId)}</bdi>}
            </strong>
            : <span dir="auto">{body}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function GiveBack({
  busy,
  onGive,
  onCancel,
}: {
  busy: boolean;
  onGive: (comment: string) => void;
  onCancel: () => void;
}) {
  const [comment, setComment] = useState('');
  const ready = !busy && comment.trim() !== '';
  const give = () => {
    if (ready) onGive(comment);
  };
  return (
    // No form of its own: it also stands inside the one in which a reply is written.
    <div className="flex flex-wrap items-center gap-2">
      <input
        // biome-ignore lint/a11y/noAutofocus: it appears where its button was pressed
        autoFocus
        value={comment}
        maxLength={2_000}
        aria-label="What should be otherwise"
        placeholder="What should be otherwise"
        onChange={(event) => setComment(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          give();
        }}
        className="h-8 min-w-52 flex-1 rounded-sm border border-line-strong bg-panel px-2.5 outline-offset-0"
      />
      <Button disabled={!ready} onClick={give}>
        Give back
      </Button>
      <Button tone="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

function useSettling({ conversationId }: ApprovalView) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<RefusalView | null>(null);
  async function settle(run: Parameters<typeof ask>[0], done: string) {
    setBusy(true);
    const result = await ask(run);
    setBusy(false);
    const overtaken = !result.ok && broughtBy(result.refusal).unseen.length > 0;
    setTold(overtaken ? result.refusal : null);
    if (result.ok) toast(done);
    else if (!overtaken) toast(result.refusal.message, { grave: true });
    void client.invalidateQueries({ queryKey: ['approvals'] });
    void client.invalidateQueries({ queryKey: ['drafts', conversationId] });
    void client.invalidateQueries({ queryKey: ['thread', conversationId] });
  }
  return {
    busy,
    told,
    settle: (run: Parameters<typeof ask>[0], done: string) => void settle(run, done),
  };
}
