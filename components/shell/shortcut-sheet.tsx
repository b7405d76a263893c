'use client';

import { useEffect } from 'react';
import { Sheet } from '../ui/sheet';
import { shortcutGroups } from './shortcut-groups';
import { shortcutLabels } from './shortcut-labels';
import type { ShortcutName } from './shortcuts';
import { takeTyped } from './typed-ahead';
import { useKeyNames } from './use-key-names';

/** All keys there are, by what they are for. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  useEffect(() => takeTyped(), []);
  return (
    <Sheet title="Keys" onClose={onClose}>
      <div className="gap-x-8 p-4 pb-1 sm:columns-2">
        {Object.entries(shortcutGroups).map(([group, names]) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 font-strong text-fact text-ink-3">{group}</h3>
            <dl>
              {names.map((name) => (
                <Line key={name} name={name} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  );
}

function Line({ name }: { name: ShortcutName }) {
  const keys = useKeyNames(name);
  return (
    <div className="flex min-h-7 items-center gap-3">
      <dt className="flex-1">{shortcutLabels[name]}</dt>
      <dd className="flex gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            className="min-w-6 rounded-sm border border-line bg-sunken px-1.5 py-0.5 text-center font-sans text-fact text-ink-2"
          >
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
