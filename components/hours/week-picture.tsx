import type { Calendar } from '@/lib/domain/sla/calendar';
import { openOn, weekdays, weekInWords } from '@/lib/domain/sla/hours';

const A_DAY = 1440;
const marks = [0, 360, 720, 1080, 1440];

/** The open hours of a week, a bar a day from midnight to midnight. */
export function WeekPicture({ weekly }: { weekly: Calendar['weekly'] }) {
  return (
    <figure className="grid gap-1">
      <figcaption className="sr-only">Open: {weekInWords(weekly).join('; ') || 'never'}</figcaption>
      <div aria-hidden className="grid gap-1">
        {weekdays.map((name, day) => (
          <div key={name} className="grid grid-cols-[32px_minmax(0,1fr)] items-center gap-2">
            <span className="text-fact text-ink-3">{name.slice(0, 3)}</span>
            <Bar parts={openOn(weekly, day)} />
          </div>
        ))}
        <div className="ml-10 flex justify-between text-fact text-ink-3 tabular-nums">
          {marks.map((minute) => (
            <span key={minute}>{minute / 60}</span>
          ))}
        </div>
      </div>
    </figure>
  );
}

function Bar({ parts }: { parts: readonly { from: number; to: number }[] }) {
  return (
    <svg
      viewBox={`0 0 ${A_DAY} 10`}
      preserveAspectRatio="none"
      className="h-2.5 w-full rounded-[3px] bg-sunken"
      aria-hidden="true"
    >
      {parts.map(({ from, to }) => (
        <rect
          key={`${from}-${to}`}
          x={from}
          y="0"
          width={to - from}
          height="10"
          className="fill-ink-3"
        />
      ))}
    </svg>
  );
}
