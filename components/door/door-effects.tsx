'use client';

import { useQuery } from '@tanstack/react-query';
import { networkName } from '@/lib/domain/channel/network-name';
import type { DoorEffect } from '@/lib/domain/permissions/door-effect';
import type { Door } from '@/lib/domain/permissions/x-rules';
import type { DoorView } from '@/lib/door';
import { doorEffectsQuery } from './queries';
import { effectLines } from './words';

/** What the chosen door changes for the people one knows, before it is turned. */
export function DoorEffects({ door, chosen }: { door: DoorView; chosen: Door }) {
  const { data, isError } = useQuery(doorEffectsQuery(door.id));
  const effect = data?.effects.find((each) => each.door === chosen)?.effect;
  return (
    <section aria-label="What this changes" aria-live="polite" className="grid gap-1.5">
      <h3 className="font-strong">What this changes</h3>
      {effect ? <Counts door={door} effect={effect} /> : null}
      {isError ? <p className="text-ink-2">It could not be counted just now.</p> : null}
      {effect || isError ? null : <p className="animate-late text-ink-3">Counting</p>}
    </section>
  );
}

function Counts({ door: { handle, network }, effect }: { door: DoorView; effect: DoorEffect }) {
  const known = effect.known.toLocaleString('en');
  const name = networkName(network);
  if (effect.known === 0) {
    return (
      <p className="text-ink-2">You know nobody on {name} yet; it changes it for strangers.</p>
    );
  }
  return (
    <>
      <p className="text-ink-2">
        Of the {known} people you know on {name}, as far as is known of them:
      </p>
      <ul className="grid gap-0.5">
        {effectLines(effect, handle).map(({ count, says }) => (
          <li key={says} className="flex gap-2">
            <span className="min-w-12 text-right font-strong tabular-nums">
              {count.toLocaleString('en')}
            </span>
            <span className="text-ink-2">{says}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
