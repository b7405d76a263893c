'use client';

import { useState } from 'react';
import type { DraftsView } from '@/lib/queries/inbox/thread-views';
import { useMemberNames } from '../inbox/members';
import { useCan } from '../shell/me';
import { ask } from '../thread/ask';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { Icon } from '../ui/icon';
import { exactTime, relativeTime } from '../ui/time';
import { toast } from '../ui/toast';
import { takeOverDraftAction } from './actions';
import { basketOf, putBack } from './attachments/held';
import type { Mode } from './attempt';
import { takeIn, useDraftId } from './drafts';

type Other = DraftsView['others'][number];

/** What colleagues have begun to write here: for everybody a fact, for a lead something to take over. */
export function ColleagueDrafts({
  conversationId,
  others,
  onTaken,
}: {
  conversationId: string;
  others: readonly Other[];
  /** It stands in the composer now, in this mode. */
  onTaken: (mode: Mode) => void;
}) {
  return (
    <ul aria-label="Drafts of colleagues" className="border-line border-b">
      {others.map((other) => (
        <ColleagueDraft
          key={`${other.memberId}-${other.mode}`}
          conversationId={conversationId}
          other={other}
          onTaken={onTaken}
        />
      ))}
    </ul>
  );
}

function ColleagueDraft({
  conversationId,
  other,
  onTaken,
}: {
  conversationId: string;
  other: Other;
  onTaken: (mode: Mode) => void;
}) {
  const name = useMemberNames()(other.memberId);
  const mayTake = useCan('draft.takeOver');
  const [shown, setShown] = useState(false);
  const { busy, take } = useTaking(conversationId, other, onTaken);
  return (
    <li className="px-3 py-1">
      <p className="flex min-h-7 flex-wrap items-center gap-x-2 text-fact text-ink-2">
        <Icon name="pen" size={13} className="shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1">
          <bdi>{name}</bdi> has a draft{other.mode === 'note' ? ' of a note' : ''},{' '}
          <Since at={other.updatedAt} />
        </span>
        {mayTake && other.body !== null ? (
          <span className="flex gap-1">
            <Button tone="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? 'Hide' : 'Read'}
            </Button>
            <Button disabled={busy} onClick={() => void take()}>
              Take over
            </Button>
          </span>
        ) : null}
      </p>
      {shown && other.body !== null ? (
        <bdi
          dir="auto"
          className="quiet-scroll mb-1.5 block max-h-40 overflow-y-auto whitespace-pre-wrap rounded-md bg-sunken px-2.5 py-1.5 text-message [overflow-wrap:anywhere]"
        >
          {other.body}
        </bdi>
      ) : null}
    </li>
  );
}

/** "just now", "5 min ago", or the day. */
function Since({ at }: { at: string }) {
  const { now, zone } = useClock();
  const distance = relativeTime(at, now, zone);
  return (
    <time dateTime={at} title={exactTime(at, zone)}>
      {distance === 'now' ? 'just now' : distance.replace(/^\d+ (?:min|h|d)$/, '$& ago')}
    </time>
  );
}

function useTaking(
  conversationId: string,
  { memberId, mode }: Other,
  onTaken: (mode: Mode) => void,
) {
  const draftId = useDraftId(conversationId);
  const [busy, setBusy] = useState(false);
  async function take() {
    setBusy(true);
    const result = await ask(() => takeOverDraftAction({ conversationId, memberId, mode }));
    setBusy(false);
    if (!result.ok) {
      toast(result.refusal.message, { grave: true });
      return;
    }
    takeIn(draftId, mode, result.value);
    putBack(basketOf(draftId, mode), result.value.files);
    onTaken(mode);
  }
  return { busy, take };
}
