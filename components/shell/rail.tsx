'use client';

import { clsx } from 'clsx';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';
import { Lamp } from '../ui/lamp';
import { SoftLink } from '../ui/soft-link';
import { AccountButton } from './account';

/** The way between the parts of Porchlight: a column at the side, a bar at the foot of a phone. */
export function Rail() {
  return (
    <nav
      aria-label="Porchlight"
      className="z-20 order-last flex h-13 shrink-0 items-center justify-around border-line border-t bg-sunken pane:order-first pane:h-auto pane:w-13 pane:flex-col pane:justify-start pane:gap-1 pane:border-t-0 pane:border-r pane:py-2.5 in-[body:has([data-pane=thread])]:max-pane:hidden"
    >
      <span className="mb-2.5 hidden pane:block">
        <Lamp />
      </span>
      <Place href="/inbox/mine" area="/inbox" label="Inbox">
        <Icon name="inbox" />
      </Place>
      <Place href="/settings" area="/settings" label="Settings">
        <Icon name="settings" />
      </Place>
      <span className="hidden flex-1 pane:block" />
      <AccountButton />
    </nav>
  );
}

function Place({
  href,
  area,
  label,
  children,
}: {
  href: string;
  area: string;
  label: string;
  children: ReactNode;
}) {
  const here = usePathname().startsWith(area);
  return (
    <SoftLink
      href={href}
      aria-label={label}
      title={label}
      {...(here ? { 'aria-current': 'page' } : {})}
      className={clsx(
        'grid size-9 place-items-center rounded-md',
        here
          ? 'bg-panel text-ink ring-1 ring-line'
          : 'text-ink-3 transition-colors hover:bg-hover hover:text-ink',
      )}
    >
      {children}
    </SoftLink>
  );
}
