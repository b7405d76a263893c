'use client';

import { clsx } from 'clsx';
import { useEffect, useId, useRef, useState } from 'react';
import type { Stated } from '@/lib/domain/routing/availability';
import { presetsFor } from '@/lib/domain/routing/presets';
import type { OpenHours } from '@/lib/domain/routing/shift';
import type { Availability } from '@/lib/domain/routing/work';
import { availabilities } from '@/lib/domain/routing/work';
import { fieldTime, instantOfField } from '../thread/snooze-times';
import { useClock } from '../ui/clock';
import { untilTime } from '../ui/time';
import { OtherStated } from './other-stated';
import { StandingDot } from './standing-dot';
import { availabilityMeanings, availabilityNames } from './stated';

const dayMs = 86_400_000;

/** Which of the states that need an end is being chosen, and whether the keyboard asked for it. */
export type Choosing = { kind: Availability; focus: boolean } | null;

/** The four states; all but the first ask until when, with the usual answers first. */
export function AvailabilityChoice({
  now: current,
  hours,
  choosing,
  problem,
  onChoosing,
  onSet,
}: {
  /** What holds now. */
  now: Availability;
  hours: OpenHours;
  choosing: Choosing;
  problem: string | undefined;
  onChoosing: (next: Choosing) => void;
  onSet: (stated: Stated) => void;
}) {
  const panelId = useId();

  function press(kind: Availability) {
    if (kind === 'available') onSet({ availability: kind, reason: null, until: null });
    else onChoosing(choosing?.kind === kind ? null : { kind, focus: false });
  }

  return (
    <div className="grid gap-1.5">
      <div className="grid grid-cols-2 gap-1">
        {availabilities.map((kind) => (
          <button
            key={kind}
            type="button"
            title={availabilityMeanings[kind]}
            {...(kind === 'available'
              ? {}
              : { 'aria-expanded': choosing?.kind === kind, 'aria-controls': panelId })}
            aria-current={current === kind}
            onClick={() => press(kind)}
            className={clsx(
              'flex h-8 items-center gap-2 rounded-sm border px-2 text-left hover:bg-hover',
              current === kind ? 'border-ink font-strong' : 'border-line',
            )}
          >
            <StandingDot kind={kind} />
            <span className="flex-1">{availabilityNames[kind]}</span>
          </button>
        ))}
      </div>
      <div id={panelId}>
        {choosing ? (
          <Ends
            key={choosing.kind}
            choosing={choosing}
            hours={hours}
            problem={problem}
            onSet={onSet}
          />
        ) : null}
      </div>
    </div>
  );
}

function Ends({
  choosing: { kind, focus },
  hours,
  problem,
  onSet,
}: {
  choosing: NonNullable<Choosing>;
  hours: OpenHours;
  problem: string | undefined;
  onSet: (stated: Stated) => void;
}) {
  const { now, zone } = useClock();
  // As it was when the choices were shown: none must change under the finger.
  const [from] = useState(now);
  const [isOther, setOther] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (focus) list.current?.querySelector('button')?.focus();
  }, [focus]);
  const morning = fieldTime(from + dayMs, zone).slice(0, 10);
  const presets = presetsFor(kind, {
    now: from,
    hours,
    tomorrow: Date.parse(instantOfField(`${morning}T00:00`, zone) ?? ''),
    nineTomorrow: instantOfField(`${morning}T09:00`, zone) ?? '',
  });
  return (
    <>
      <ul ref={list} aria-label={`${availabilityNames[kind]} until when`}>
        {presets.map(({ id, label, reason, until }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onSet({ availability: kind, reason, until })}
              className="flex min-h-8 w-full items-center gap-2 rounded-sm px-2 py-0.5 text-left hover:bg-hover"
            >
              <span className="min-w-0 flex-1">{label}</span>
              {until ? (
                <span className="shrink-0 text-fact text-ink-3 tabular-nums">
                  {untilTime(until, from, zone)}
                </span>
              ) : null}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            aria-expanded={isOther}
            onClick={() => setOther(!isOther)}
            className="flex min-h-8 w-full items-center rounded-sm px-2 text-left hover:bg-hover"
          >
            Another reason or time…
          </button>
        </li>
      </ul>
      {isOther ? (
        <OtherStated
          from={from}
          problem={problem}
          onSet={(more) => onSet({ availability: kind, ...more })}
        />
      ) : (
        <p role="alert" className="px-2 text-breach text-fact empty:hidden">
          {problem}
        </p>
      )}
    </>
  );
}
