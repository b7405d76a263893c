'use client';

import type { NotificationChoices, QuietHours } from '@/lib/domain/notifications/choices';
import { useClock } from '../ui/clock';
import { Check } from './check';

const days = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
/** A week begins on Monday. */
const order = [1, 2, 3, 4, 5, 6, 0] as const;

/** When one wants to be left alone. */
export function QuietChoice({
  choices,
  onChoose,
}: {
  choices: NotificationChoices;
  onChoose: (choices: NotificationChoices) => Promise<void>;
}) {
  const { zone } = useClock();
  const { quiet } = choices;
  const change = (next: QuietHours | null) => void onChoose({ ...choices, quiet: next });
  return (
    <div className="grid gap-2 rounded-lg border border-line bg-panel p-2">
      <Check
        label="Leave me alone at set times"
        hint="Then nothing comes by the browser, nothing is heard, and the tab shows no number. E-mails wait, and then tell only of what is still unread. The list fills all the same."
        checked={quiet !== null}
        onChange={(on) =>
          change(on ? { from: '19:00', to: '08:00', days: [...order].toSorted(), zone } : null)
        }
      />
      {quiet ? <Times quiet={quiet} onChange={change} /> : null}
    </div>
  );
}

function Times({ quiet, onChange }: { quiet: QuietHours; onChange: (next: QuietHours) => void }) {
  const { zone: here } = useClock();
  return (
    <div className="grid gap-3 px-2 pb-2 pl-8.5">
      <div className="flex flex-wrap items-center gap-2">
        <Time label="From" value={quiet.from} onChange={(from) => onChange({ ...quiet, from })} />
        <Time label="to" value={quiet.to} onChange={(to) => onChange({ ...quiet, to })} />
        <span className="text-ink-2">{endOf(quiet)}</span>
      </div>
      <fieldset className="flex flex-wrap gap-1">
        <legend className="mb-1 text-ink-2">Beginning on</legend>
        {order.map((day) => (
          <Day
            key={day}
            name={days[day]}
            checked={quiet.days.includes(day)}
            // One day at least stays: without any there would be no quiet hours.
            disabled={quiet.days.length === 1 && quiet.days.includes(day)}
            onChange={(on) =>
              onChange({
                ...quiet,
                days: on ? [...quiet.days, day] : quiet.days.filter((one) => one !== day),
              })
            }
          />
        ))}
      </fieldset>
      <p className="text-fact text-ink-3">
        By the clock of {quiet.zone.replaceAll('_', ' ')}.
        {quiet.zone === here ? null : (
          <button
            type="button"
            onClick={() => onChange({ ...quiet, zone: here })}
            className="ml-1 min-h-6 underline underline-offset-2 hover:text-ink"
          >
            Use {here.replaceAll('_', ' ')}, where you are
          </button>
        )}
      </p>
    </div>
  );
}

function Time({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label className="flex items-center gap-2">
      {label}
      <input
        type="time"
        value={value}
        onChange={(event) => {
          if (event.target.value) onChange(event.target.value.slice(0, 5));
        }}
        className="h-8 rounded-sm border border-line-strong bg-panel px-2 tabular-nums"
      />
    </label>
  );
}

function Day({
  name,
  checked,
  disabled,
  onChange,
}: {
  name: (typeof days)[number];
  checked: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="cursor-pointer rounded-sm border border-line px-2 py-1 text-ink-2 has-checked:border-ink-3 has-checked:bg-chosen has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed">
      <input
        type="checkbox"
        aria-label={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="sr-only"
      />
      {name.slice(0, 3)}
    </label>
  );
}

function endOf({ from, to }: QuietHours): string {
  if (from === to) return 'around the clock';
  return from < to ? 'of the same day' : 'of the next day';
}
