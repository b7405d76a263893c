'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { formatQuery, parseQuery } from '@/lib/domain/search/query';
import { announce } from '../live/announcer';
import { FilterChip } from './filter-chip';
import { totalIn } from './found-words';
import type { Place } from './location';
import { ask, goTo } from './location';
import { conversationsQuery, foundQuery } from './queries';

const SaveView = lazy(() => import('./save-view').then((loaded) => ({ default: loaded.SaveView })));

const way =
  'h-6 shrink-0 text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink';

/** What is asked of the view, piece by piece; how much was found; and where else to look. */
export function Asking({ place, name }: { place: Place; name: string }) {
  const { view, q } = place;
  const { terms } = parseQuery(q);
  const filters = terms.filter(({ operator }) => operator !== 'text');
  const [saving, setSaving] = useState(false);

  return (
    <div className="grid shrink-0 gap-1.5 border-line border-b px-3 py-1.5 text-fact">
      {filters.length > 0 ? (
        <ul aria-label="Filters" className="flex flex-wrap gap-1">
          {filters.map((term) => (
            <FilterChip
              key={formatQuery([term])}
              term={term}
              onRemove={() => ask({ q: formatQuery(terms.filter((other) => other !== term)) })}
            />
          ))}
        </ul>
      ) : null}
      <Problems place={place} />
      <div className="flex min-h-6 flex-wrap items-center gap-x-3 text-ink-3">
        <Found place={place} name={name} />
        {view === 'all' ? null : (
          <button type="button" className={way} onClick={() => goTo('all', null, place)}>
            Search everywhere
          </button>
        )}
        <button type="button" className={way} onClick={() => setSaving(true)}>
          Save as view
        </button>
      </div>
      {saving ? (
        <Suspense>
          <SaveView place={place} onClose={() => setSaving(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** What of the search has no meaning, in words. */
function Problems({ place }: { place: Place }) {
  const { data } = useInfiniteQuery({
    ...conversationsQuery(place.view, place),
    placeholderData: keepPreviousData,
  });
  const problems = data?.pages[0]?.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <ul className="text-amber-ink">
      {problems.map(({ from, message }) => (
        <li key={`${from} ${message}`} className="break-words">
          <bdi>{message}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** "37 in Unassigned": how much there is, once it is known. */
function Found({ place, name }: { place: Place; name: string }) {
  const { data } = useQuery({
    ...foundQuery(place.view, place),
    placeholderData: keepPreviousData,
  });
  const told = data ? `${totalIn(data)} in ${name}` : '';
  useEffect(() => {
    if (told) announce(told);
  }, [told]);
  return <span className="min-w-0 flex-1 truncate tabular-nums">{told}</span>;
}
