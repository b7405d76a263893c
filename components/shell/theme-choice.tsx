'use client';

import { useId } from 'react';
import { useTheme } from './theme';
import type { Theme } from './themes';
import { themes } from './themes';

const themeNames: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

/** How Porchlight looks in this browser. */
export function ThemeChoice() {
  const [chosen, choose] = useTheme();
  // The panel and the page may stand on the screen together: each is a group of its own.
  const group = useId();
  return (
    <fieldset>
      <legend className="sr-only">Look</legend>
      <div className="grid grid-cols-3 rounded-sm bg-sunken p-0.5">
        {themes.map((theme) => (
          <label
            key={theme}
            className="cursor-pointer rounded-sm py-1 text-center text-fact text-ink-2 has-checked:bg-panel has-checked:text-ink has-checked:ring-1 has-checked:ring-line has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={group}
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
