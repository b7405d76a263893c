'use client';

import { lazy, Suspense, useState } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import { useCan } from '../shell/me';
import { ShortcutHint } from '../shell/shortcut-hint';
import { useShortcut } from '../shell/shortcuts';
import type { Conversation } from '../thread/conversation';
import { Icon } from '../ui/icon';

const TakePrivate = lazy(() =>
  import('./take-private').then(({ TakePrivate: drawn }) => ({ default: drawn })),
);

/** Above what is written in public, in a colour and in words of its own; and the way into private. */
export function PublicBand({
  conversation,
  seenSeq,
}: {
  conversation: Conversation;
  seenSeq: number;
}) {
  const may = useCan('conversation.reply');
  const [open, setOpen] = useState(false);
  useShortcut('takePrivate', may ? () => setOpen(!open) : null);
  return (
    <>
      <div className="flex min-h-9 items-center gap-2 rounded-t-lg bg-(--public-wash) px-3 py-1 font-strong text-(--public-ink) text-fact">
        <Icon name="globe" size={14} className="shrink-0" />
        <p className="min-w-0 flex-1">
          Public reply: everyone on {networkName(conversation.channel.network)} can read this.
        </p>
        {may ? (
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="flex h-7 shrink-0 items-center gap-1.5 rounded-sm px-2 hover:bg-hover"
          >
            <Icon name="lock" size={13} />
            Take private
            <ShortcutHint of="takePrivate" />
          </button>
        ) : null}
      </div>
      {open ? (
        <Suspense>
          <TakePrivate
            conversation={conversation}
            seenSeq={seenSeq}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
