'use client';

import type { ReactNode } from 'react';
import type { BudgetView, ChannelHealthView } from '@/lib/queries/channels/channel-health';
import { At } from '../ui/at';
import { Since } from '../ui/since';

/** What has been proven about a channel, and when: "connected" alone would be a claim. */
export function HealthFacts({ channel }: { channel: ChannelHealthView }) {
  const { lastProofAt, healedUpTo, nextLookAt, lastMessageAt, send, lookup } = channel;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-fact pane:grid-cols-3 wide:grid-cols-4">
      <Fact name="Last message">{lastMessageAt ? <Since at={lastMessageAt} /> : 'none yet'}</Fact>
      <Fact name="Last sign of life">{lastProofAt ? <Since at={lastProofAt} /> : 'none yet'}</Fact>
      <Fact name="Nothing missing up to">
        {healedUpTo ? <Since at={healedUpTo} /> : 'not checked yet'}
      </Fact>
      <Fact name="Next check">{nextLookAt ? <At at={nextLookAt} /> : 'not planned'}</Fact>
      <Fact name="Webhook">
        <Pushed channel={channel} />
      </Fact>
      <Fact name="Our access">
        <Access grant={channel.grant} />
      </Fact>
      <Fact name="Replies left">
        <Left budget={send} />
      </Fact>
      <Fact name="Look-ups left">
        <Left budget={lookup} />
      </Fact>
    </dl>
  );
}

/** Whether the network took our address for pushing and this account's subscription to it, at the last look. */
function Pushed({ channel: { subscribedAt, problem } }: { channel: ChannelHealthView }) {
  const isRefused = problem?.startsWith('subscribe_') === true;
  if (subscribedAt === null) return isRefused ? 'refused at the last check' : 'not yet';
  return (
    <>
      {isRefused ? 'refused at the last check, taken' : 'valid and subscribed,'}{' '}
      <Since at={subscribedAt} />
    </>
  );
}

function Access({ grant }: { grant: ChannelHealthView['grant'] }) {
  if (grant === null) return 'none';
  const { expiresAt, expired, renewable } = grant;
  if (expired) {
    return renewable ? 'ran out, renewed at the next call' : 'ran out; connect again';
  }
  return (
    <>
      until <At at={expiresAt} />
      {renewable ? ', renewed by itself' : ', then connect again'}
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
