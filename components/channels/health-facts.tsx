'use client';

import type { ReactNode } from 'react';
import type { BudgetView, ChannelHealthView } from '@/lib/queries/channels/channel-health';
import { Ago, At, useClock } from '../ui/clock';
import { relativeTime } from '../ui/time';

/** What has been proven about a channel, and when: "connected" alone would be a claim. */
export function HealthFacts({ channel }: { channel: ChannelHealthView }) {
  const { lastProofAt, healedUpTo, subscribedAt, nextLookAt, send, lookup } = channel;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-fact pane:grid-cols-3">
      <Fact name="Last sign of life">{lastProofAt ? <Since at={lastProofAt} /> : 'none yet'}</Fact>
      <Fact name="Nothing missing up to">
        {healedUpTo ? <Since at={healedUpTo} /> : 'not checked yet'}
      </Fact>
      <Fact name="New messages are pushed">
        {subscribedAt ? (
          <>
            yes, confirmed <Since at={subscribedAt} />
          </>
        ) : (
          'not yet'
        )}
      </Fact>
      <Fact name="Next check">{nextLookAt ? <At at={nextLookAt} /> : 'not planned'}</Fact>
      <Fact name="Replies left">
        <Left budget={send} />
      </Fact>
      <Fact name="Look-ups left">
        <Left budget={lookup} />
      </Fact>
    </dl>
  );
}

/** "2 min ago", or the day when it is long past. */
function Since({ at }: { at: string }) {
  const { now, zone } = useClock();
  const isSpan = /^\d+ (min|h|d)$/.test(relativeTime(at, now, zone));
  return (
    <>
      <Ago at={at} />
      {isSpan ? ' ago' : null}
    </>
  );
}

function Left({ budget }: { budget: BudgetView | null }) {
  if (!budget) return 'all';
  return (
    <>
      <span className="tabular-nums">
        {budget.remaining} of {budget.limit}
      </span>{' '}
      until <At at={budget.resetAt} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-3">{name}</dt>
      <dd className="text-ink-2">{children}</dd>
    </div>
  );
}
