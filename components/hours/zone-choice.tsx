'use client';

import { useState } from 'react';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { Icon } from '../ui/icon';
import { Picker } from '../ui/picker';
import { clockTime } from '../ui/time';

/** By whose clocks the hours are meant: every zone there is, found by typing a city. */
export function ZoneChoice({
  zone,
  problem,
  onChange,
}: {
  zone: string;
  problem: string | undefined;
  onChange: (zone: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [opener, setOpener] = useState<HTMLButtonElement | null>(null);
  return (
    <div>
      <p className="mb-1 font-strong text-ink-2" id="hours-zone">
        Time zone
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          ref={setOpener}
          aria-haspopup="dialog"
          aria-labelledby="hours-zone hours-zone-chosen"
          className="h-9 max-w-full"
          onClick={() => setOpen(true)}
        >
          <span id="hours-zone-chosen" className="truncate">
            {inWords(zone)}
          </span>
          <Icon name="down" size={14} />
        </Button>
        <NowThere zone={zone} />
      </div>
      {problem ? (
        <p role="alert" className="mt-1 text-breach text-fact">
          {problem}
        </p>
      ) : null}
      {isOpen ? (
        <Picker
          label="Time zone"
          anchor={opener}
          choices={zones(zone).map((id) => ({ id, label: inWords(id), chosen: id === zone }))}
          nothing={() => 'There is no such zone. Try the largest city near by.'}
          onChoose={onChange}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

function NowThere({ zone }: { zone: string }) {
  const { now } = useClock();
  const at = timeThere(zone, now);
  return at === null ? null : (
    <span className="text-fact text-ink-3 tabular-nums">It is {at} there now.</span>
  );
}

function timeThere(zone: string, now: number): string | null {
  try {
    return clockTime(new Date(now).toISOString(), zone);
  } catch {
    return null;
  }
}

/** The one that is chosen first. UTC is a zone too, though not among those of places. */
function zones(chosen: string): string[] {
  return [...new Set([chosen, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
}

function inWords(zone: string): string {
  return zone.replaceAll('_', ' ').replaceAll('/', ' / ');
}
