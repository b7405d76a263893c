import type { Held } from './key-match';
import { shortcutLabels } from './shortcut-labels';
import type { ShortcutName } from './shortcuts';

/** The first key of two, and what the second may be. On the page before any is held, so that it shows at once. */
export function HeldKey({ held }: { held: Held<ShortcutName> | null }) {
  if (!held) return null;
  return (
    <p className="inline-flex animate-rise flex-wrap items-center gap-4 rounded-md border border-line-strong bg-panel px-3 py-1.5 shadow-float">
      <kbd className="font-sans font-strong">{held.key}</kbd>
      {held.next.map(({ key, name }) => (
        <span key={name} className="flex items-center gap-1.5 text-ink-2">
          <kbd className="min-w-5 rounded-sm border border-line bg-sunken px-1 text-center font-sans text-fact">
            {key}
          </kbd>
          {shortcutLabels[name]}
        </span>
      ))}
    </p>
  );
}
