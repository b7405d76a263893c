'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { usePathname, useRouter } from 'next/navigation';
import type { Permission } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { Bell } from '../notifications/bell';
import type { IconName } from '../ui/icon';
import { Icon } from '../ui/icon';
import { Lamp } from '../ui/lamp';
import { SoftLink } from '../ui/soft-link';
import { AccountButton } from './account';
import { showPalette } from './keyboard';
import { useMe } from './me';
import { RailTip, railClass } from './rail-tip';
import { useShortcut } from './shortcuts';

/** The way between the parts of Porchlight: a column at the side, a bar at the foot of a phone. */
export function Rail() {
  return (
    <nav
      aria-label="Porchlight"
      className="z-20 order-last flex h-13 shrink-0 items-center justify-around border-line border-t bg-sunken pane:order-first pane:h-auto pane:w-14 pane:flex-col pane:justify-start pane:gap-1 pane:border-t-0 pane:border-r pane:py-2.5 in-[body:has([data-pane=thread])]:max-pane:hidden max-pane:[&>[href='/offers']]:hidden"
    >
      <span className="mb-2.5 hidden pane:block">
        <Lamp />
      </span>
      <Place href="/inbox/mine" area="/inbox" label="Inbox" shortcut="goInbox" icon="inbox" />
      <Place href="/inbox/mentions" label="Mentions" shortcut="goMentions" icon="at" />
      <Place href="/replies" label="Approved replies" shortcut="goReplies" icon="replies" />
      <Place href="/offers" label="Offers" may="offer.read" icon="offer" />
      <button
        type="button"
        aria-label="Find and do anything"
        onClick={showPalette}
        className={railClass()}
      >
        <Icon name="search" />
        <RailTip label="Find and do anything" of="palette" />
      </button>
      <Bell />
      <Place href="/door" label="Door" shortcut="goDoor" icon="door" />
      <Place href="/reports/sla" area="/reports" label="Reports" may="report.read" icon="report" />
      <Place href="/board" label="Board" may="board.read" icon="board" />
      <span className="hidden flex-1 pane:block" />
      <Place href="/settings" label="Settings" shortcut="goSettings" icon="settings" />
      <AccountButton />
    </nav>
  );
}

function Place({
  href,
  area = href,
  label,
  icon,
  may,
  shortcut,
}: {
  href: string;
  area?: string;
  label: string;
  icon: IconName;
  /** Only for those who have this permission. */
  may?: Permission;
  shortcut?: 'goInbox' | 'goMentions' | 'goReplies' | 'goDoor' | 'goSettings';
}) {
  const path = usePathname();
  const router = useRouter();
  const me = useMe();
  useShortcut(shortcut ?? 'goInbox', shortcut ? () => router.push(href) : null);
  if (may && !can(me, may)) return null;
  // The mentions are a part of the inbox with a place of their own.
  const inMentions = path.startsWith('/inbox/mentions');
  const here = path.startsWith(area) && !(inMentions && area === '/inbox');
  return (
    <SoftLink
      href={href}
      aria-label={label}
      aria-current={here ? 'page' : undefined}
      className={railClass(here)}
    >
      <Icon name={icon} />
      <RailTip label={label} of={shortcut} />
    </SoftLink>
  );
}
