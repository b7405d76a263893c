'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useMe } from '../shell/me';
import { settingsPagesOf } from './pages';

/** The way between the pages of the settings; on a phone, the way back to all of them. */
export function SettingsNav() {
  const here = usePathname();
  const me = useMe();
  return (
    <nav
      aria-label="Settings"
      className={clsx(
        'shrink-0 border-line bg-paper px-2 pane:block pane:w-52 pane:overflow-y-auto pane:border-r pane:py-3',
        here === '/settings' ? 'max-pane:hidden' : 'max-pane:border-b max-pane:py-1.5',
      )}
    >
      <Link
        href="/settings"
        prefetch={false}
        className="flex h-8 items-center gap-1.5 rounded-sm px-2 font-title hover:bg-hover"
        {...(here === '/settings' ? { 'aria-current': 'page' } : {})}
      >
        <span aria-hidden className="text-ink-3 pane:hidden">
          ‹
        </span>
        Settings
      </Link>
      <div className="max-pane:hidden">
        {settingsPagesOf(me).map(({ group, pages }) => (
          <div key={group} className="mt-3">
            <h2 id={`nav-${group}`} className="px-2 pb-1 text-fact text-ink-3">
              {group}
            </h2>
            <ul aria-labelledby={`nav-${group}`} className="grid gap-px">
              {pages.map(({ href, label }) => (
                <li key={href}>
                  <Link
                    href={href}
                    prefetch={false}
                    {...(here === href ? { 'aria-current': 'page' } : {})}
                    className={clsx(
                      'flex h-7 items-center rounded-sm px-2',
                      here === href || here.startsWith(`${href}/`)
                        ? 'bg-chosen text-ink'
                        : 'text-ink-2 hover:bg-hover',
                    )}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
