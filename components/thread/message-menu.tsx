'use client';

import { lazy, Suspense, useState } from 'react';
import type { MessageItem } from '@/lib/queries/inbox/thread-views';
import { Icon } from '../ui/icon';
import { copyText } from './copy-text';

const Picker = lazy(() => import('../ui/picker').then((loaded) => ({ default: loaded.Picker })));

/** What can be done with one message; shown by pointer, focus or, where there is neither, always. */
export function MessageMenu({
  message,
  onUnread,
}: {
  message: MessageItem;
  onUnread: ((at: string) => void) | null;
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choices = [
    ...(onUnread ? [{ id: 'unread', label: 'Mark unread from here' }] : []),
    ...(message.body ? [{ id: 'copy', label: 'Copy text' }] : []),
  ];
  if (choices.length === 0) return null;

  function choose(id: string) {
    if (id === 'copy') void copyText(message.body);
    else onUnread?.(message.at);
  }

  return (
    <>
      <button
        type="button"
        aria-label="More about this message"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        className="grid size-6 shrink-0 place-items-center self-center rounded-sm text-ink-3 opacity-0 hover:bg-hover hover:text-ink focus-visible:opacity-100 group-hover/said:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-70"
      >
        <Icon name="more" size={16} />
      </button>
      {anchor ? (
        <Suspense>
          <Picker
            label="This message"
            anchor={anchor}
            choices={choices}
            onChoose={choose}
            onClose={() => setAnchor(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
