'use client';

import { OwnAvailability } from '../attendance/own-availability';
import { SoftLink } from '../ui/soft-link';
import { showKeys, showPalette } from './keyboard';
import { useCan, useMe } from './me';
import { shortcutLabels } from './shortcut-labels';
import type { ShortcutName } from './shortcuts';
import { ThemeChoice } from './theme-choice';
import { useKeyNames } from './use-key-names';
import { OtherWorkspaces } from './workspaces';

/** Who is signed in, how Porchlight looks to them, its keys, and the way out. */
export function AccountPanel() {
  const me = useMe();
  const takesWork = useCan('availability.own');
  return (
    <div className="quiet-scroll max-h-[80dvh] w-60 overflow-y-auto p-1.5 text-ink">
      <div className="px-2 pt-1 pb-2">
        <p className="truncate font-strong">{me.name}</p>
        <p className="truncate text-fact text-ink-3">{me.email}</p>
        <p className="text-fact text-ink-3">{me.roles.join(', ')}</p>
      </div>
      {takesWork ? (
        <div className="border-line border-t px-2 py-2">
          <OwnAvailability />
        </div>
      ) : null}
      <div className="mb-1 border-line border-y px-2 py-2">
        <ThemeChoice />
      </div>
      <SoftLink
        href="/settings/profile"
        className="flex h-8 w-full items-center rounded-sm px-2 text-left hover:bg-hover"
      >
        Your profile
      </SoftLink>
      <Command name="palette" onRun={showPalette} />
      <Command name="help" onRun={showKeys} />
      <OtherWorkspaces />
      <form method="post" action="/sign-out" className="mt-1 border-line border-t pt-1">
        <button
          type="submit"
          className="flex h-8 w-full items-center rounded-sm px-2 text-left hover:bg-hover"
        >
          Sign out
        </button>
      </form>
    </div>
  );
}

function Command({ name, onRun }: { name: ShortcutName; onRun: () => void }) {
  return (
    <button
      type="button"
      popoverTarget="account"
      popoverTargetAction="hide"
      onClick={onRun}
      className="flex h-8 w-full items-center rounded-sm px-2 text-left hover:bg-hover"
    >
      <span className="flex-1">{shortcutLabels[name]}</span>
      <kbd className="font-sans text-fact text-ink-3">{useKeyNames(name)[0]}</kbd>
    </button>
  );
}
