'use client';

import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { View } from '@/lib/domain/conversation/view';
import { viewCountsQuery } from './queries';
import { ViewEntry } from './view-entry';
import { useViewGroups } from './view-groups';

/** All views in their groups, each with how much stands in it; one Tab reaches them, arrow keys move. */
export function ViewsList({ current, onChosen }: { current: View; onChosen?: () => void }) {
  const groups = useViewGroups();
  const { data } = useQuery(viewCountsQuery);
  const [touched, setTouched] = useState<View | null>(null);
  const known = groups.flatMap(({ entries }) => entries).map(({ view }) => view);
  const reachable = [touched, current].find((view) => view && known.includes(view)) ?? known[0];

  return (
    <>
      {groups.map(({ title, entries, changeable = false }) => (
        <section key={title} aria-label={title ?? 'Inbox'}>
          {title ? (
            <h2 className="px-2 pt-3.5 pb-1.5 font-strong text-fact text-ink-3">{title}</h2>
          ) : null}
          <ul className="grid gap-px" onKeyDown={moveAmongLinks}>
            {entries.map((entry) => (
              <ViewEntry
                key={entry.view}
                {...entry}
                changeable={changeable}
                current={entry.view === current}
                reachable={entry.view === reachable}
                count={data?.counts[entry.view]}
                cap={data?.cap ?? 0}
                onFocus={setTouched}
                onChosen={onChosen}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function moveAmongLinks(event: KeyboardEvent<HTMLElement>) {
  const nav = event.currentTarget.closest('nav');
  const links = [...(nav?.querySelectorAll<HTMLElement>('a') ?? [])];
  const at = links.findIndex((link) => link.matches(':focus'));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  links[Math.max(0, Math.min(to, links.length - 1))]?.focus();
}
