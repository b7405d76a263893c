'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { Impact } from '@/lib/domain/sla/impact';
import type { ChangeInMind } from '@/lib/queries/sla/impact';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { impactInWords, openInWords } from './impact-words';
import { impactQuery } from './queries';

export type ApplyTo = 'new' | 'open';

/** Before a change is made: for which conversations, and what it would do to them at once. */
export function ApplyQuestion({
  title,
  send,
  change,
  isPending,
  problem,
  onSend,
  onClose,
}: {
  title: string;
  send: string;
  change: ChangeInMind;
  isPending: boolean;
  problem: string | undefined;
  onSend: (applyTo: ApplyTo) => void;
  onClose: () => void;
}) {
  const { data, isError } = useQuery(impactQuery(change));
  const [chosen, setChosen] = useState<ApplyTo>('new');
  const open = data?.open ?? null;
  return (
    <Sheet title={title} onClose={onClose}>
      <form
        className="grid gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSend(chosen);
        }}
      >
        <fieldset className="grid gap-2">
          <legend className="mb-2 text-ink-2">Which conversations is this for?</legend>
          <Way
            value="new"
            chosen={chosen}
            onChoose={setChosen}
            label="New conversations only"
            about="Clocks that run now end by what was promised when they began."
          />
          <Way
            value="open"
            chosen={chosen}
            onChoose={setChosen}
            disabled={open === 0}
            label={openInWords(open)}
            about={aboutOpen(data, isError, change)}
          />
        </fieldset>
        <Notice message={problem} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="go" disabled={isPending}>
            {isPending ? 'Saving' : send}
          </Button>
          <Button onClick={onClose}>Back</Button>
        </div>
      </form>
    </Sheet>
  );
}

function aboutOpen(impact: Impact | undefined, isError: boolean, change: ChangeInMind): ReactNode {
  if (impact) return impactInWords(impact, change.kind);
  return isError
    ? 'How many would be broken at once could not be counted just now.'
    : 'Counting how many would be broken at once.';
}

function Way({
  value,
  chosen,
  disabled = false,
  label,
  about,
  onChoose,
}: {
  value: ApplyTo;
  chosen: ApplyTo;
  disabled?: boolean;
  label: string;
  about: ReactNode;
  onChoose: (value: ApplyTo) => void;
}) {
  const id = useId();
  return (
    <div className="flex gap-2.5 rounded-sm border border-line px-3 py-2.5 has-checked:border-line-strong has-checked:bg-chosen">
      <input
        type="radio"
        id={id}
        name={`${id}-apply`}
        aria-describedby={`${id}-about`}
        checked={chosen === value}
        disabled={disabled}
        onChange={() => onChoose(value)}
        className="mt-0.5 size-4 shrink-0 accent-ink"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="font-strong">
          {label}
        </label>
        <p
          id={`${id}-about`}
          className={clsx('text-fact text-ink-2', value === 'open' && 'min-h-12')}
          aria-live="polite"
        >
          {about}
        </p>
      </div>
    </div>
  );
}
