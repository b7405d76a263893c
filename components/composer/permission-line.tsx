'use client';

import { Ban, Check } from 'lucide-react';
import { useCan } from '../shell/me';
import type { Conversation } from '../thread/conversation';
import { networkName } from '../thread/network-name';
import { SoftLink } from '../ui/soft-link';

export type Hindrance = { sentence: string; connect: boolean };

/** Why this person cannot reply here now; null when they can. */
export function useHindrance({ channel }: Conversation): Hindrance | null {
  const mayReply = useCan('conversation.reply');
  const mayConnect = useCan('channel.connect');
  if (!mayReply) {
    return { sentence: 'Agents and leads reply. You can read along.', connect: false };
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

/** As whom and to whom a reply goes, or why none can go. */
export function PermissionLine({
  conversation,
  hindrance,
}: {
  conversation: Conversation;
  hindrance: Hindrance | null;
}) {
  const { channel, contactName } = conversation;
  const network = networkName(channel.network);
  return (
    <p
      id="may-reply"
      className="flex min-h-8 items-center gap-2 border-line border-b px-3 py-2 text-fact text-ink-2"
    >
      {hindrance ? (
        <Ban aria-hidden size={14} className="shrink-0 text-breach" />
      ) : (
        <Check aria-hidden size={14} className="shrink-0 text-met" />
      )}
      <span className="min-w-0 flex-1">
        {hindrance?.sentence ?? (
          <>
            Replies go to <bdi>{contactName}</bdi> on {network} as @{channel.handle}.
          </>
        )}
      </span>
      {hindrance?.connect ? (
        <SoftLink
          href="/settings/channels"
          className="shrink-0 text-ink underline underline-offset-2"
        >
          Channels
        </SoftLink>
      ) : null}
    </p>
  );
}
