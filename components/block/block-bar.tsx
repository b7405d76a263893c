'use client';

import { Ban } from 'lucide-react';
import type { ReactNode } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import { ago } from '@/lib/domain/conversation/ago';
import { blockProblemWords } from '@/lib/domain/permissions/message-block';
import type { BlockView } from '@/lib/queries/inbox/thread-views';
import { useMemberNames } from '../inbox/members';
import type { Conversation } from '../thread/conversation';
import { Button } from '../ui/button';
import { capital } from '../ui/capital';
import { useClock } from '../ui/clock';
import { exactTime } from '../ui/time';

/** Where a block on the network stands, who wanted it, and what can be done about it. */
export function BlockBar({
  conversation,
  block,
  onWish,
}: {
  conversation: Conversation;
  block: BlockView;
  /** Null for whoever may not. */
  onWish: ((blocked: boolean) => void) | null;
}) {
  const { contactName, channel } = conversation;
  const network = networkName(channel.network);
  const { state } = block;
  return (
    <Bar>
      <Ban
        aria-hidden
        size={14}
        className={state === 'blocked' || isFailed(block) ? 'shrink-0 text-breach' : 'shrink-0'}
      />
      <p className="min-w-60 flex-1 text-ink-2 [overflow-wrap:anywhere]" aria-live="polite">
        <Standing block={block} network={network} name={contactName} />
        <Hitch block={block} network={network} />
      </p>
      {onWish ? (
        <div className="flex gap-2">
          <Ways block={block} onWish={onWish} />
        </div>
      ) : null}
    </Bar>
  );
}

/** In Spam, where nothing of a block is wanted yet. */
export function SpamBar({ network, onBlock }: { network: string; onBlock: () => void }) {
  return (
    <Bar>
      <p className="min-w-60 flex-1 text-ink-2">
        In spam. What they write next still comes in here, and nobody is told.
      </p>
      <Button onClick={onBlock}>Block on {network}</Button>
    </Bar>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return (
    <section
      aria-label="Block"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-sunken px-3 py-2 pane:px-5.5"
    >
      {children}
    </section>
  );
}

function isFailed({ state }: BlockView): boolean {
  return state === 'not_blocked' || state === 'not_unblocked';
}

function Standing({ block, network, name }: { block: BlockView; network: string; name: string }) {
  const nameOf = useMemberNames();
  const { state, askedBy, askedAt, blockedBy, blockedAt } = block;
  const by = (id: string | null) => (id === null ? null : <>, by {nameOf(id)}</>);
  const strong = (words: string) => <span className="font-strong text-ink">{words}</span>;
  switch (state) {
    case 'blocked':
      return (
        <>
          {strong(`Blocked on ${network}`)}
          {by(blockedBy)}, <Since at={blockedAt ?? askedAt} />.
        </>
      );
    case 'blocking':
      return (
        <>
          {strong(`Being blocked on ${network}`)}
          {by(askedBy)}.
        </>
      );
    case 'unblocking':
      return (
        <>
          {strong(`Being unblocked on ${network}`)}
          {by(askedBy)}.
        </>
      );
    case 'not_blocked':
      return (
        <>
          {strong(`Not blocked on ${network}`)}: <bdi>{name}</bdi> can still write.
        </>
      );
    default:
      return strong(blockedAt ? `Still blocked on ${network}.` : `Not unblocked on ${network}.`);
  }
}

/** "3 minutes ago", with the exact time on hover. */
function Since({ at }: { at: string }) {
  const { now, zone } = useClock();
  return (
    <time dateTime={at} title={exactTime(at, zone)}>
      {ago((now - Date.parse(at)) / 1_000)}
    </time>
  );
}

function Hitch({ block, network }: { block: BlockView; network: string }) {
  const { problem, state } = block;
  if (!problem || state === 'blocked') return null;
  const sentence = capital(blockProblemWords(problem, network));
  return <> {isFailed(block) ? `${sentence}.` : `${sentence}; it is tried again by itself.`}</>;
}

function Ways({ block, onWish }: { block: BlockView; onWish: (blocked: boolean) => void }) {
  switch (block.state) {
    case 'blocked':
      return <Button onClick={() => onWish(false)}>Unblock</Button>;
    case 'blocking':
      return <Button onClick={() => onWish(false)}>Cancel</Button>;
    case 'unblocking':
      return block.blockedAt ? <Button onClick={() => onWish(true)}>Keep blocked</Button> : null;
    case 'not_blocked':
      return (
        <>
          <Button onClick={() => onWish(true)}>Try again</Button>
          <Button tone="quiet" onClick={() => onWish(false)}>
            Leave it
          </Button>
        </>
      );
    default:
      return (
        <>
          <Button onClick={() => onWish(false)}>Try again</Button>
          {block.blockedAt ? (
            <Button tone="quiet" onClick={() => onWish(true)}>
              Keep blocked
            </Button>
          ) : null}
        </>
      );
  }
}
