'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import type { View } from '@/lib/domain/conversation/conversation';
import { views } from '@/lib/domain/conversation/conversation';
import type { ViewCounts } from '@/lib/queries/inbox/views';
import { isPlainClick } from '../ui/soft-link';
import { goTo, inboxPath } from './location';
import { viewCountsQuery } from './queries';
import { viewNames } from './view-names';

/** The views with how much stands in each: a column on a wide screen, tabs above the list on others. */
export function ViewsNav({
  current,
  title,
  className,
}: {
  current: View;
  title?: string;
  className?: string;
}) {
  const { data: counts } = useQuery(viewCountsQuery);
  return (
    <nav aria-label="Views" className={clsx('flex', className)}>
      {title ? <p className="truncate px-2 pt-0.5 pb-2.5 font-title">{title}</p> : null}
      {views.map((view) => (
        <a
          key={view}
          href={inboxPath(view)}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            goTo(view);
          }}
          {...(view === current ? { 'aria-current': 'page' } : {})}
          className="flex h-8 shrink-0 items-center gap-2 rounded-sm px-2 text-ink-2 hover:bg-hover aria-[current]:bg-chosen aria-[current]:font-[530] aria-[current]:text-ink full:h-7"
        >
          {viewNames[view].name}
          <Count of={view} counts={counts} />
        </a>
      ))}
    </nav>
  );
}

function Count({ of: view, counts }: { of: View; counts: ViewCounts | undefined }) {
  if (view === 'resolved' || !counts) return null;
  return (
    <span className="ml-auto font-quiet text-fact text-ink-3 tabular-nums">
      {countShown(counts[view], counts.cap)}
    </span>
  );
}

/** "12", or "99+" once counting stopped. */
function countShown(count: number, cap: number): string {
  return count >= cap ? `${cap}+` : `${count}`;
}
