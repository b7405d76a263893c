'use client';

import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { mostDates } from '@/lib/domain/sla/limits';
import { Button, IconButton } from '../ui/button';
import { box } from './clock-field';
import type { DateDraft } from './draft';
import { IcsImport } from './ics-import';
import { dateInWords } from './moment';
import { Spans } from './spans';

type Part = {
  dates: readonly DateDraft[];
  problems: Readonly<Record<string, string>>;
  today: string;
  mayChange: boolean;
  onChange: (dates: readonly DateDraft[]) => void;
};

/** Dates with hours of their own, such as holidays. Those that are over are folded away. */
export function Dates({ dates, problems, today, mayChange, onChange }: Part) {
  const numbered = dates.map((date, index) => ({ date, index }));
  const over = numbered.filter(({ date }) => date.date !== '' && date.date < today);
  const ahead = numbered.filter((each) => !over.includes(each));
  const line = ({ date, index }: (typeof numbered)[number]) => (
    <DateLine
      key={date.key}
      of={`Date ${index + 1}`}
      date={date}
      problem={problems[`exceptions.${index}.date`]}
      spanProblem={(no) => problems[`exceptions.${index}.${no}`]}
      mayChange={mayChange}
      onChange={(part) =>
        onChange(dates.map((each, at) => (at === index ? { ...each, ...part } : each)))
      }
      onRemove={() => onChange(dates.toSpliced(index, 1))}
    />
  );
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-strong">Holidays and other dates</legend>
      {ahead.length === 0 ? (
        <p className="text-ink-2">
          None to come. A date that is added here counts instead of its weekday.
        </p>
      ) : (
        <ul className="border-line border-y">{ahead.map(line)}</ul>
      )}
      {over.length > 0 ? (
        <details>
          <summary className="w-fit cursor-pointer text-ink-2">Over ({over.length})</summary>
          <ul className="mt-1 border-line border-y">{over.map(line)}</ul>
        </details>
      ) : null}
      {mayChange ? (
        <div className="flex flex-wrap items-start gap-2">
          <Button
            disabled={dates.length >= mostDates}
            onClick={() =>
              onChange([...dates, { key: crypto.randomUUID(), date: '', name: '', spans: [] }])
            }
          >
            <Plus aria-hidden size={14} />
            Add a date
          </Button>
          <IcsImport dates={dates} today={today} onAdd={(more) => onChange(merged(dates, more))} />
        </div>
      ) : null}
    </fieldset>
  );
}

/** In the order of time; what is not filled in yet stays last. */
function merged(dates: readonly DateDraft[], more: readonly DateDraft[]): DateDraft[] {
  const place = ({ date }: DateDraft) => (date === '' ? '9999' : date);
  return [...dates, ...more].toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}

function DateLine({
  of,
  date: { date, name, spans },
  problem,
  spanProblem,
  mayChange,
  onChange,
  onRemove,
}: {
  /** Its name among the others, which stays while it is typed. */
  of: string;
  date: DateDraft;
  problem: string | undefined;
  spanProblem: (no: number) => string | undefined;
  mayChange: boolean;
  onChange: (part: Partial<DateDraft>) => void;
  onRemove: () => void;
}) {
  const id = useId();
  const called = name.trim() || (date === '' ? '' : dateInWords(date));
  return (
    <li className="grid gap-2 border-line border-b py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="date"
          aria-label={`${of}: day`}
          value={date}
          onChange={({ target }) => onChange({ date: target.value })}
          className={box}
          {...(problem ? { 'aria-invalid': true, 'aria-describedby': id } : {})}
        />
        <input
          aria-label={`${of}: name`}
          placeholder="Name, if it has one"
          autoComplete="off"
          maxLength={60}
          value={name}
          onChange={({ target }) => onChange({ name: target.value })}
          className={`${box} min-w-40 flex-1`}
        />
        <select
          aria-label={`${of}: hours`}
          value={spans.length === 0 ? 'closed' : 'own'}
          onChange={({ target }) =>
            onChange({
              spans: target.value === 'closed' ? [] : [{ start: '09:00', end: '12:00' }],
            })
          }
          className={box}
        >
          <option value="closed">Closed</option>
          <option value="own">Own hours</option>
        </select>
        {mayChange ? (
          <IconButton
            label={`Remove ${of.toLowerCase()} ${called}`.trim()}
            hint="Remove"
            onClick={onRemove}
          >
            <X aria-hidden size={14} />
          </IconButton>
        ) : null}
      </div>
      {problem ? (
        <p id={id} className="text-breach text-fact">
          {problem}
        </p>
      ) : null}
      {spans.length > 0 ? (
        <Spans
          of={of}
          weekday={weekdayOf(date)}
          spans={spans}
          problems={spanProblem}
          mayChange={mayChange}
          onChange={(next) => onChange({ spans: next })}
        />
      ) : null}
    </li>
  );
}

function weekdayOf(date: string): number {
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? 0 : (at.getUTCDay() + 6) % 7;
}
