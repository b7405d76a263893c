'use client';

import { showKeys } from './keyboard';
import { useMe } from './me';
import { useTheme } from './theme';
import type { Theme } from './themes';
import { themes } from './themes';

/** Who is signed in, how Porchlight looks to them, its keys, and the way out. */
export function AccountPanel() {
  const me = useMe();
  return (
    <>
      <div className="px-2 pt-1 pb-2">
        <p className="truncate font-strong">{me.name}</p>
        <p className="truncate text-fact text-ink-3">{me.email}</p>
        <p className="text-fact text-ink-3">{me.roles.join(', ')}</p>
      </div>
      <ThemeChoice />
      <button
        type="button"
        popoverTarget="account"
        popoverTargetAction="hide"
        onClick={showKeys}
        className="flex h-8 w-full items-center rounded-sm px-2 text-left hover:bg-hover"
      >
        <span className="flex-1">Keys</span>
        <kbd className="font-sans text-fact text-ink-3">?</kbd>
      </button>
      <form method="post" action="/sign-out">
        <button
          type="submit"
          className="flex h-8 w-full items-center rounded-sm px-2 text-left hover:bg-hover"
        >
          Sign out
        </button>
      </form>
    </>
  );
}

const themeNames: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

function ThemeChoice() {
  const [chosen, choose] = useTheme();
  return (
    <fieldset className="mb-1 border-line border-y px-2 py-2">
      <legend className="sr-only">Look</legend>
      <div className="grid grid-cols-3 rounded-sm bg-sunken p-0.5">
        {themes.map((theme) => (
          <label
            key={theme}
            className="cursor-pointer rounded-sm py-1 text-center text-fact text-ink-2 has-checked:bg-panel has-checked:text-ink has-checked:ring-1 has-checked:ring-line has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={chosen === theme}
              onChange={() => choose(theme)}
              className="sr-only"
            />
            {themeNames[theme]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
