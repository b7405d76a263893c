'use client';

import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { useClock } from '../ui/clock';
import { clockTime } from '../ui/time';
import { BulkBar } from './bulk-bar';
import type { Place } from './location';

/** What lies over the foot of the list: what is chosen, or that it cannot be brought up to date. */
export function ListFoot({
  selected,
  place,
  asOf,
  onAll,
  onClear,
}: {
  selected: readonly Row[];
  place: Place;
  asOf: number | null;
  onAll: () => Promise<void>;
  onClear: () => void;
}) {
  const { zone } = useClock();
  return (
    <div className="absolute inset-x-0 bottom-0 z-10 border-line border-t bg-panel text-fact">
      {asOf === null ? null : (
        <p role="status" className="bg-sunken px-4 py-1.5 text-center text-ink-2">
          Not up to date: this is how it stood at {clockTime(new Date(asOf).toISOString(), zone)}.
        </p>
      )}
      {selected.length > 0 ? (
        <BulkBar rows={selected} place={place} onAll={onAll} onClear={onClear} />
      ) : null}
    </div>
  );
}
