'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { useQuery } from '@tanstack/react-query';
import { lazy, useRef, useState } from 'react';
import { Late } from '../shell/late';
import { RailTip, railClass } from '../shell/rail-tip';
import { useShortcut } from '../shell/shortcuts';
import { Icon } from '../ui/icon';
import { notificationsQuery } from './queries';

const BellPanel = lazy(() =>
  import('./bell-panel').then((loaded) => ({ default: loaded.BellPanel })),
);

/** How much there is to hear of, and behind it the list. */
export function Bell() {
  const { data } = useQuery(notificationsQuery);
  const [wanted, setWanted] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const unread = data?.unread ?? 0;
  const count = data && unread >= data.cap ? `${data.cap}+` : `${unread}`;
  useShortcut('notifications', () => panel.current?.showPopover());
  return (
    <>
      <button
        type="button"
        popoverTarget="notifications"
        aria-label={unread > 0 ? `Notifications, ${count} unread` : 'Notifications'}
        className={railClass()}
      >
        <Icon name="bell" />
        {unread > 0 ? (
          <span
            aria-hidden
            className="absolute top-0.5 left-[55%] min-w-4 rounded-full bg-amber px-1 text-center font-title text-[11px] text-on-amber leading-4 tabular-nums"
          >
            {count}
          </span>
        ) : null}
        <RailTip label="Notifications" of="notifications" />
      </button>
      <div
        ref={panel}
        id="notifications"
        popover="auto"
        onBeforeToggle={() => setWanted(true)}
        className="fixed top-auto right-2 bottom-15 left-2 m-0 h-fit max-h-[calc(100dvh-72px)] w-auto flex-col overflow-hidden rounded-lg border border-line-strong bg-panel p-0 text-ink shadow-float open:flex pane:top-2.5 pane:right-auto pane:bottom-auto pane:left-15 pane:max-h-[min(600px,calc(100dvh-20px))] pane:w-96"
      >
        <Late>{wanted ? <BellPanel onLeave={() => panel.current?.hidePopover()} /> : null}</Late>
      </div>
    </>
  );
}
