'use client';

import { Ban, Check, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCan } from '../shell/me';
import type { Conversation } from '../thread/conversation';
import { networkName } from '../thread/network-name';
import { SoftLink } from '../ui/soft-link';
import type { Mode } from './attempt';

export type Hindrance = { sentence: string; connect: boolean };

/** Why this person cannot reply here now; null when they can. */
export function useHindrance({ channel }: Conversation): Hindrance | null {
  const mayReply = useCan('conversation.reply');
  const mayNote = useCan('conversation.note');
  const mayConnect = useCan('channel.connect');
  if (!mayReply) {
    const still = mayNote ? 'You can leave notes for them.' : 'You can read along.';
    return { sentence: `Agents and leads reply. ${still}`, connect: false };
  }
  if (channel.status === 'connected' || channel.status === 'paused') return null;
  const network = networkName(channel.network);
  const why =
    channel.status === 'reconnect'
      ? `${network} no longer accepts the sign-in of @${channel.handle}`
      : `@${channel.handle} is disconnected from ${network}`;
  const next = mayConnect ? 'Connect it again to reply.' : 'Ask an admin to connect it again.';
  return { sentence: `${why}. ${next}`, connect: mayConnect };
}

/** Who will read what is written here, or why no reply can go. */
export function PermissionLine({
  conversation,
  mode,
  hindrance,
}: {
  conversation: Conversation;
  mode: Mode;
  hindrance: Hindrance | null;
}) {
  const { channel, contactName } = conversation;
  if (hindrance) {
    return (
      <Line icon={<Ban aria-hidden size={14} className="text-breach" />}>
        {hindrance.sentence}
        {hindrance.connect ? (
          <SoftLink
            href="/settings/channels"
            className="ml-2 text-ink underline underline-offset-2"
          >
            Channels
          </SoftLink>
        ) : null}
      </Line>
    );
  }
  if (mode === 'note') {
    return (
      <Line icon={<StickyNote aria-hidden size={14} className="text-amber-ink" />}>
        Your team reads this. Nothing is sent to <bdi>{contactName}</bdi>.
      </Line>
    );
  }
  return (
    <Line icon={<Check aria-hidden size={14} className="text-met" />}>
      Replies go to <bdi>{contactName}</bdi> on {networkName(channel.network)} as @{channel.handle}.
    </Line>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p
      id="may-reply"
      className="flex min-h-8 items-center gap-2 border-line border-b px-3 py-2 text-fact text-ink-2"
    >
      <span className="shrink-0">{icon}</span>
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{children}</span>
    </p>
  );
}
