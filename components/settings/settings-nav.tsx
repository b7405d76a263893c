'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { Permission } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { useMe } from '../shell/me';

const pages: { href: string; label: string; permission: Permission }[] = [
  { href: '/settings/channels', label: 'Channels', permission: 'channel.read' },
  { href: '/settings/members', label: 'Members', permission: 'member.manage' },
  { href: '/settings/sessions', label: 'Your sessions', permission: 'session.own' },
];

/** The pages of the settings that this person may open. */
export function SettingsNav() {
  const me = useMe();
  const here = usePathname();
  return (
    <nav
      aria-label="Settings"
      className="flex shrink-0 gap-1 border-line border-b bg-paper px-3 py-2 pane:w-52 pane:flex-col pane:border-r pane:border-b-0 pane:px-2 pane:py-3"
    >
      <p className="hidden px-2 pb-2 font-title pane:block">Settings</p>
      {pages
        .filter(({ permission }) => can(me, permission))
        .map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            prefetch={false}
            {...(here.startsWith(href) ? { 'aria-current': 'page' } : {})}
            className={clsx(
              'flex h-7 items-center rounded-sm px-2',
              here.startsWith(href) ? 'bg-chosen text-ink' : 'text-ink-2 hover:bg-hover',
            )}
          >
            {label}
          </Link>
        ))}
    </nav>
  );
}
