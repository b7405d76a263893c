'use client';

import { Ban, Check, Search, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import { ago } from '@/lib/domain/conversation/ago';
import type { Decision } from '@/lib/domain/permissions/decide';
import { sentenceOf } from '@/lib/domain/permissions/sentences';
import { askNetworkAction } from '../permission/actions';
import { namesOf } from '../permission/names';
import { RefusalPanel } from '../permission/refusal-panel';
import { useCan } from '../shell/me';
import { ask } from '../thread/ask';
import type { Conversation } from '../thread/conversation';
import { useClock } from '../ui/clock';
import { SoftLink } from '../ui/soft-link';
import type { Mode } from './attempt';

/** `refusal` when the rules forbid it, and not this person's role or the channel. */
export type Hindrance = { sentence: string; connect: boolean; refusal?: Decision };

/** Why this person cannot reply here now; null when they can. */
export function useHindrance(conversation: Conversation): Hindrance | null {
  const { channel, permission } = conversation;
  const mayReply = useCan('conversation.reply');
  const mayNote = useCan('conversation.note');
  const mayConnect = useCan('channel.connect');
  if (!mayReply) {
    const still = mayNote ? 'You can leave notes for them.' : 'You can read along.';
    return { sentence: `Agents and leads reply. ${still}`, connect: false };
  }
  if (channel.status === 'connected' || channel.status === 'paused') {
    if (permission.verdict !== 'refuse') return null;
    const sentence = sentenceOf(permission.reason, namesOf(conversation));
    return { sentence, connect: false, refusal: permission };
  }
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
  const { contactName } = conversation;
  if (hindrance?.refusal && mode === 'reply') {
    return <RefusalPanel decision={hindrance.refusal} conversation={conversation} />;
  }
  if (hindrance && !hindrance.refusal) {
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
  return <MayReply conversation={conversation} />;
}

/** Why a reply may go: quietly, for this is how it should be. */
function MayReply({ conversation }: { conversation: Conversation }) {
  const { permission, channel, contactName } = conversation;
  const { now } = useClock();
  const asks = permission.verdict === 'check_first';
  useAskOnce(conversation, asks);
  if (asks) {
    return (
      <Line icon={<Search aria-hidden size={14} className="text-amber-ink" />}>
        Asking {networkName(channel.network)} whether @{channel.handle} may write to{' '}
        <bdi>{contactName}</bdi>. A reply waits for the answer.
      </Line>
    );
  }
  const wroteAt = permission.facts.find(({ name }) => name === 'last_inbound')?.at;
  return (
    <Line icon={<Check aria-hidden size={14} className="text-met" />}>
      {permission.reason === 'RECIPIENT_HAS_WRITTEN' && wroteAt ? (
        <>
          <bdi>{contactName}</bdi> wrote {ago((now - wroteAt) / 1_000)}, so you can answer.
        </>
      ) : (
        sentenceOf(permission.reason, namesOf(conversation))
      )}
    </Line>
  );
}

/** Nobody should have to ask for what they need to know in order to begin. */
function useAskOnce({ id }: Conversation, asks: boolean) {
  const mayReply = useCan('conversation.reply');
  useEffect(() => {
    if (asks && mayReply) void ask(() => askNetworkAction({ conversationId: id }));
  }, [id, asks, mayReply]);
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
