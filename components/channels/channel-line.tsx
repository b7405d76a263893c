'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { sentenceFor } from '@/lib/domain/delivery/sentences';
import type { ChannelHealthView } from '@/lib/queries/channels/channel-health';
import { Notice } from '../entrance/notice';
import { useChange } from '../settings/use-change';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { Face } from '../ui/face';
import { checkChannelAction, disconnectChannelAction } from './actions';
import { ConnectButton } from './connect-button';
import { HealthFacts } from './health-facts';
import { ReplyLanguage } from './reply-language';
import { SilenceAlarm } from './silence-alarm';
import type { Tone } from './words';
import { problemSentence, silenceSentence, spanOf, standingOf } from './words';

type Props = { channel: ChannelHealthView; networkLabel: string; mayChange: boolean };

const tones: Record<Tone, string> = {
  well: 'bg-met-wash text-met',
  careful: 'bg-amber-wash text-amber-ink',
  grave: 'bg-breach-wash text-breach',
  off: 'bg-sunken text-ink-3',
};

/** A brand account: how it stands, what proves it, and what an admin can do about it. */
export function ChannelLine({ channel, networkLabel, mayChange }: Props) {
  const { id, handle, name, status } = channel;
  const { word, tone } = standingOf(channel, useClock().now);
  return (
    <li className="grid gap-3 border-line border-b px-4 py-3.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Face id={id} name={name} />
        <div className="min-w-40 flex-1">
          <p className="truncate font-strong">
            <bdi>{name}</bdi>
          </p>
          <p className="truncate text-fact text-ink-3">
            @{handle} on {networkLabel}
          </p>
        </div>
        <span className={clsx('rounded-sm px-2 py-0.5 font-strong text-fact', tones[tone])}>
          {word}
        </span>
        {mayChange ? <Changes channel={channel} /> : null}
      </div>
      <Explanation channel={channel} networkLabel={networkLabel} />
      {status === 'disconnected' ? null : (
        <>
          <HealthFacts channel={channel} />
          <ReplyLanguage channel={channel} mayChange={mayChange} />
          <SilenceAlarm channel={channel} mayChange={mayChange} />
        </>
      )}
    </li>
  );
}

function Explanation({ channel, networkLabel }: Omit<Props, 'mayChange'>) {
  const { status, statusReason, handle, problem } = channel;
  if (status === 'disconnected') {
    return (
      <p className="text-ink-2">
        Nothing is received or sent. Its conversations stay, and go on when it is connected again.
      </p>
    );
  }
  const reason =
    statusReason === null
      ? undefined
      : sentenceFor(statusReason, { contact: 'They', channel: handle, network: networkLabel });
  if (reason && status !== 'connected') return <p className="text-ink-2">{reason.why}</p>;
  return (
    <>
      {problem === null ? null : <p className="text-amber-ink">{problemSentence(problem)}</p>}
      <Silence channel={channel} />
    </>
  );
}

function Silence({ channel }: { channel: ChannelHealthView }) {
  const { now } = useClock();
  const { since } = channel.silence;
  if (since === null) return null;
  return (
    <p className="text-amber-ink">
      No customer has written for {spanOf((now - Date.parse(since)) / 60_000)}.{' '}
      {silenceSentence(channel, now)}
    </p>
  );
}

function Changes({ channel }: { channel: ChannelHealthView }) {
  const { id, network, handle, status, isBeingHealed } = channel;
  const { change, isPending, problem } = useChange(checkChannelAction);
  const [isLeaving, setLeaving] = useState(false);
  if (status === 'disconnected') return <ConnectButton network={network} label="Connect again" />;
  return (
    <>
      {status === 'reconnect' ? (
        <ConnectButton network={network} label="Connect again" tone="go" />
      ) : (
        <Button disabled={isPending || isBeingHealed} onClick={() => change({ channelId: id })}>
          {isBeingHealed ? 'Checking' : 'Check now'}
          <span className="sr-only"> @{handle}</span>
        </Button>
      )}
      <Button tone="quiet" aria-expanded={isLeaving} onClick={() => setLeaving(!isLeaving)}>
        Disconnect<span className="sr-only"> @{handle}</span>
      </Button>
      <Notice message={problem} />
      {isLeaving ? <Leaving channel={channel} onStay={() => setLeaving(false)} /> : null}
    </>
  );
}

function Leaving({ channel, onStay }: { channel: ChannelHealthView; onStay: () => void }) {
  const { change, isPending, problem } = useChange(disconnectChannelAction, onStay);
  return (
    <div className="flex w-full flex-wrap items-center gap-2 rounded-sm bg-sunken p-2.5">
      <p className="min-w-60 flex-1">
        Nothing more is received from @{channel.handle}, and replies that have not left will fail.
        The grant is given back to the network.
      </p>
      <Button tone="grave" disabled={isPending} onClick={() => change({ channelId: channel.id })}>
        Disconnect @{channel.handle}
      </Button>
      <Button onClick={onStay}>Keep</Button>
      <Notice message={problem} />
    </div>
  );
}
