'use client';

import type { ChannelView } from '@/lib/queries/inbox/views';
import { useClock } from '../ui/clock';
import { SoftLink } from '../ui/soft-link';
import { spanOf } from './words';

/** One quiet line about the channels that bring nothing, and the way to what can be done. */
export function TroubleLine({ channels }: { channels: readonly ChannelView[] }) {
  const { now } = useClock();
  const [first, ...others] = channels;
  if (!first) return null;
  return (
    <p
      role="status"
      className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-2 border-line border-b bg-amber-wash px-4 py-1.5 text-amber-ink text-fact"
    >
      <span>
        <bdi className="font-strong">@{first.handle}</bdi>: {troubleOf(first, now)}
        {others.length > 0
          ? ` ${others.length === 1 ? 'Another channel needs' : `${others.length} other channels need`} a look too.`
          : null}
      </span>
      <SoftLink href="/settings/channels" className="underline underline-offset-2">
        Look at the channels
      </SoftLink>
    </p>
  );
}

function troubleOf({ status, silentSince }: ChannelView, now: number): string {
  if (status === 'reconnect' || silentSince === null) {
    return 'nothing is received or sent until an admin connects it again.';
  }
  return `no customer has written for ${spanOf((now - Date.parse(silentSince)) / 60_000)}, longer than it should be.`;
}
