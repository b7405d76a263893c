'use client';

import { useQuery } from '@tanstack/react-query';
import { lazy, useRef, useState } from 'react';
import type { Sort } from '@/lib/domain/conversation/view';
import { ownSort, sortsOf } from '@/lib/domain/conversation/view';
import { hasText, parseQuery } from '@/lib/domain/search/query';
import { Late } from '../shell/late';
import { Icon } from '../ui/icon';
import type { Place } from './location';
import { ask } from './location';
import { savedViewsQuery } from './queries';

const Menu = lazy(() => import('../ui/menu').then((loaded) => ({ default: loaded.Menu })));

const sortNames: Record<Sort, string> = {
  due: 'Next due first',
  newest: 'Newest first',
  oldest: 'Oldest first',
  waiting: 'Longest wait first',
  priority: 'Most urgent first',
};

/** The order of the list. A saved view has its own, until another is chosen. */
export function SortButton({ place: { view, q, sort: asked } }: { place: Place }) {
  const { data: saved = [] } = useQuery(savedViewsQuery);
  const kept = saved.find(({ id }) => view === `saved-${id}`);
  const own = kept?.sort ?? ownSort(view);
  const sorts = sortsOf(view);
  const sort = asked ?? own;
  const ranked = hasText(parseQuery(`${kept?.query ?? ''} ${q}`).terms);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (ranked) return <span className="shrink-0 px-1.5 text-fact text-ink-3">Best match first</span>;
  return (
    <div className="relative shrink-0">
      <button
        ref={button}
        type="button"
        title="Order of the list"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex h-7 items-center gap-1 rounded-sm px-1.5 text-fact text-ink-2 hover:bg-hover hover:text-ink"
      >
        {sortNames[sort]}
        <Icon name="down" size={12} />
      </button>
      {open ? (
        <Late>
          <Menu
            label="Order of the list"
            anchor={button}
            choices={sorts.map((id) => ({ id, label: sortNames[id], chosen: id === sort }))}
            onChoose={(id) => {
              const chosen = sorts.find((name) => name === id);
              ask({ sort: chosen === own ? null : (chosen ?? null) });
            }}
            onClose={() => setOpen(false)}
          />
        </Late>
      ) : null}
    </div>
  );
}
