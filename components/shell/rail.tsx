'use client';

import { lazy } from 'react';
import { Bell } from '../notifications/bell';
import { Icon } from '../ui/icon';
import { Lamp } from '../ui/lamp';
import { AccountButton } from './account';
import { Drawn } from './drawn';
import { showPalette } from './keyboard';
import { Place } from './rail-place';
import { RailTip, railClass } from './rail-tip';

const LeadPlaces = lazy(() =>
  import('./rail-leads').then((loaded) => ({ default: loaded.LeadPlaces })),
);

/** The way between the parts of Porchlight: a column at the side, a bar at the foot of a phone. */
export function Rail() {
  return (
    <nav
      aria-label="Porchlight"
      className="z-20 order-last flex h-13 shrink-0 items-center justify-around border-line border-t bg-sunken pane:order-first pane:h-auto pane:w-14 pane:flex-col pane:justify-start pane:gap-1 pane:border-t-0 pane:border-r pane:py-2.5 in-[body:has([data-pane=thread])]:max-pane:hidden"
    >
      <span className="mb-2.5 hidden pane:block">
        <Lamp />
      </span>
      <Place href="/inbox/mine" area="/inbox" label="Inbox" shortcut="goInbox" icon="inbox" />
      <Place href="/inbox/mentions" label="Mentions" shortcut="goMentions" icon="at" />
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
      <Drawn>
        <LeadPlaces />
      </Drawn>
      <span className="hidden flex-1 pane:block" />
      <Place href="/settings" label="Settings" shortcut="goSettings" icon="settings" />
      <AccountButton />
    </nav>
  );
}
