'use client';

import { clsx } from 'clsx';
import type { KeyboardEvent } from 'react';
import { ShortcutHint, useShortcutTitle } from '../shell/shortcut-hint';
import { Icon } from '../ui/icon';
import type { Mode } from './attempt';
import { modes } from './attempt';

const names: Record<Mode, string> = { reply: 'Reply', note: 'Note' };

export const tabId = (mode: Mode) => `write-${mode}`;

/** Reply or note: which of the two a text becomes must never be in doubt. */
export function ModeTabs({
  mode,
  isPublic,
  onChoose,
}: {
  mode: Mode;
  isPublic: boolean;
  onChoose: (mode: Mode) => void;
}) {
  const titles = { reply: useShortcutTitle('reply'), note: useShortcutTitle('note') };

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = mode === 'reply' ? 'note' : 'reply';
    onChoose(other);
    document.getElementById(tabId(other))?.focus();
  }

  return (
    <div
      role="tablist"
      aria-label="What to write"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="flex gap-3.5 px-3 pt-1.5 font-[530]"
    >
      {modes.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          aria-selected={name === mode}
          aria-controls="write"
          tabIndex={name === mode ? 0 : -1}
          title={titles[name]}
          onClick={() => onChoose(name)}
          className={clsx(
            'flex h-7 items-center gap-1.5',
            name === mode
              ? 'text-ink shadow-[inset_0_-2px_var(--ink)]'
              : 'text-ink-3 hover:text-ink-2',
          )}
        >
          {name === 'note' ? <Icon name="lock" size={12} /> : null}
          {isPublic && name === 'reply' ? 'Public reply' : names[name]}
          <ShortcutHint of={name} />
        </button>
      ))}
    </div>
  );
}
