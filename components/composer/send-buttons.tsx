'use client';

import { useRef, useState } from 'react';
import { ShortcutHint, useShortcutTitle } from '../shell/shortcut-hint';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import type { After, Mode } from './attempt';

const ways = [
  { id: 'waiting', label: 'Send, then wait for them' },
  { id: 'open', label: 'Send and keep open' },
  { id: 'resolved', label: 'Send and close' },
  { id: 'on_hold', label: 'Send and put on hold' },
] as const satisfies { id: After; label: string }[];

/** Sends, or adds the note; beside a reply's button, what becomes of the conversation afterwards. */
export function SendButtons({
  mode,
  ready,
  onSend,
}: {
  mode: Mode;
  ready: boolean;
  onSend: (after: After) => void;
}) {
  const title = useShortcutTitle('send');
  const [open, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const reply = mode === 'reply';
  return (
    <div className="relative flex shrink-0">
      <Button
        type="submit"
        tone="go"
        disabled={!ready}
        title={title}
        className={reply ? 'rounded-r-none' : ''}
      >
        {reply ? null : <Icon name="lock" size={13} />}
        {reply ? 'Send' : 'Add note'}
        <ShortcutHint of="send" />
      </Button>
      {reply ? (
        <Button
          ref={more}
          tone="go"
          disabled={!ready}
          aria-label="What happens next"
          title="What happens next"
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="ml-px rounded-l-none px-1.5"
        >
          <Icon name="down" size={13} />
        </Button>
      ) : null}
      {open ? (
        <Menu
          label="What happens next"
          side="above"
          anchor={more}
          choices={ways.map(({ id, label }) => ({ id, label, chosen: id === 'waiting' }))}
          onChoose={(id) => {
            const way = ways.find((one) => one.id === id);
            if (way) onSend(way.id);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
