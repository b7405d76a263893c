'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { clsx } from 'clsx';
import type { ShortcutName } from './shortcuts';
import { useKeyNames } from './use-key-names';

/** The look of a way out of the rail. */
export function railClass(here = false): string {
  return clsx(
    'group relative grid size-9 place-items-center rounded-md',
    here
      ? 'bg-panel text-ink ring-1 ring-line'
      : 'text-ink-3 transition-colors hover:bg-hover hover:text-ink',
  );
}

/** What a sign in the rail means and its keys, beside it while the pointer or the focus is there. */
export function RailTip({ label, of }: { label: string; of?: ShortcutName | undefined }) {
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute top-1/2 left-full z-30 ml-2.5 hidden -translate-y-1/2 items-center gap-2 whitespace-nowrap rounded-sm border border-line-strong bg-panel px-2 py-1 text-ink shadow-float pane:group-hover:flex pane:group-hover:animate-tip pane:group-focus-visible:flex"
    >
      {label}
      {of ? <Keys of={of} /> : null}
    </span>
  );
}

function Keys({ of }: { of: ShortcutName }) {
  return <kbd className="font-sans text-fact text-ink-3">{useKeyNames(of)[0]}</kbd>;
}
