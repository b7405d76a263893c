'use client';
'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import { lazy, useState } from 'react';
import { Drawn } from '../shell/drawn';
import { useShortcut } from '../shell/shortcuts';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import type { Place } from './location';

// Drawn by the server; their scripts come after the first paint.
const ListTools = lazy(() =>
  import('./list-tools').then((loaded) => ({ default: loaded.ListTools })),
);
const SearchField = lazy(() =>
  import('./search-field').then((loaded) => ({ default: loaded.SearchField })),
);
const ViewsDrawer = lazy(() =>
  import('./views-drawer').then((loaded) => ({ default: loaded.ViewsDrawer })),
);

/** What is listed, in which order, and where to look for more. */
export function ListHead({
  place,
  name,
  viewsShown,
  onViews,
}: {
  place: Place;
  name: string;
  viewsShown: boolean;
  onViews: (shown: boolean) => void;
}) {
  const [drawer, setDrawer] = useState(false);
  const Heading = place.conversationId === null ? 'h1' : 'h2';

  useShortcut('views', toggleViews);

  function toggleViews() {
    // Where there is no room for the column, the views come over the list.
    if (window.matchMedia('(min-width: 1280px)').matches) onViews(!viewsShown);
    else setDrawer(true);
  }

  return (
    <div className="shrink-0 border-line border-b px-2 pb-2">
      <div className="flex h-11 items-center gap-1.5">
        <IconButton label="Views" onClick={toggleViews}>
          <Icon name="sidebar" size={16} />
        </IconButton>
        <Heading className="min-w-0 truncate font-title text-title">
          <bdi>{name}</bdi>
        </Heading>
        <span className="flex-1" />
        <Drawn fallback={<span className="h-7" />}>
          <ListTools place={place} />
        </Drawn>
      </div>
      <Drawn fallback={<div className="h-8" />}>
        <SearchField place={place} />
      </Drawn>
      {drawer ? (
        <Drawn>
          <ViewsDrawer current={place.view} onClose={() => setDrawer(false)} />
        </Drawn>
      ) : null}
    </div>
  );
}
