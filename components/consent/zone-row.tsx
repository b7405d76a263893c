'use client';

import { lazy, useState } from 'react';
import { Late } from '../shell/late';
import { useCan } from '../shell/me';
import { useClock } from '../ui/clock';
import { clockTime } from '../ui/time';

const ZoneSheet = lazy(() =>
  import('./zone-sheet').then((loaded) => ({ default: loaded.ZoneSheet })),
);

/** What time it is where they live, as far as somebody here knows, and the way to say it. */
export function ZoneRow({ conversationId, zone }: { conversationId: string; zone: string | null }) {
  const [isOpen, setOpen] = useState(false);
  const mayEdit = useCan('contact.edit');
  const { now } = useClock();
  const there = zone ? clockTime(new Date(now).toISOString(), zone) : null;
  return (
    <>
      <dt className="text-ink-3">Their time</dt>
      <dd className="flex min-w-0 items-baseline gap-2">
        <span className="min-w-0 truncate" title={zone ?? undefined}>
          {there ? `${there}, ${placeOf(zone ?? '')}` : 'Not known'}
        </span>
        {mayEdit ? (
          <button
            type="button"
            aria-label="Change their time zone"
            onClick={() => setOpen(true)}
            className="shrink-0 text-fact text-ink-2 underline-offset-2 hover:text-ink hover:underline"
          >
            Change
          </button>
        ) : null}
        {isOpen ? (
          <Late>
            <ZoneSheet conversationId={conversationId} zone={zone} onClose={() => setOpen(false)} />
          </Late>
        ) : null}
      </dd>
    </>
  );
}

function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
