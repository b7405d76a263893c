'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { Stated } from '@/lib/domain/routing/availability';
import { LONGEST_DAYS, MOST_REASON } from '@/lib/domain/routing/availability';
import { fieldTime, instantOfField } from '../thread/snooze-times';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';

const dayMs = 86_400_000;
const field =
  'h-8 w-full rounded-sm border border-line-strong bg-panel px-2 text-ink aria-invalid:border-breach';

/** A reason of one's own words and any time; without a time it holds until one says so. */
export function OtherStated({
  from,
  problem,
  onSet,
}: {
  from: number;
  problem: string | undefined;
  onSet: (said: Omit<Stated, 'availability'>) => void;
}) {
  const { zone } = useClock();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      aria-label="Another reason or time"
      className="grid gap-2 px-2 pt-1 pb-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSet({
          reason: reason.trim() || null,
          until: until === '' ? null : instantOfField(until, zone),
        });
      }}
    >
      <label className="grid gap-1 text-fact text-ink-2">
        Reason, for colleagues
        <input
          ref={first}
          dir="auto"
          maxLength={MOST_REASON}
          autoComplete="off"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          className={field}
        />
      </label>
      <label className="grid gap-1 text-fact text-ink-2">
        Until; empty is until I say so
        <input
          type="datetime-local"
          value={until}
          min={fieldTime(from, zone)}
          max={fieldTime(from + LONGEST_DAYS * dayMs, zone)}
          onChange={({ target }) => setUntil(target.value)}
          {...(problem ? { 'aria-invalid': true, 'aria-describedby': id } : {})}
          className={field}
        />
      </label>
      {problem ? (
        <p id={id} role="alert" className="text-breach text-fact">
          {problem}
        </p>
      ) : null}
      <Button type="submit" tone="go" className="w-fit">
        Set
      </Button>
    </form>
  );
}
