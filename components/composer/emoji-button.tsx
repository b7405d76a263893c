'use client';

import type { RefObject } from 'react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useShortcut } from '../shell/shortcuts';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { insertText } from './insert-text';

const EmojiPanel = lazy(() =>
  import('./emoji-panel').then((loaded) => ({ default: loaded.EmojiPanel })),
);

/** Puts an emoji where the cursor stands. What it offers is fetched when it is asked for. */
export function EmojiButton({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useShortcut('emoji', () => setOpen(true));

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function choose(emoji: string) {
    setOpen(false);
    if (field.current) insertText(field.current, emoji);
  }

  return (
    <>
      <IconButton
        ref={button}
        data-emoji-button
        label="Insert an emoji"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="smile" size={16} />
      </IconButton>
      {open ? (
        <Suspense>
          <EmojiPanel onChoose={choose} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}
