import type { DayVolume, VolumeAsked, VolumeKind } from '@/lib/domain/reports/volume';
import { formatOpenTime } from '@/lib/domain/sla/duration';
import type { LateMessages } from '@/lib/queries/reports/volume';
import { volumeFilePath, volumeListPath } from './paths';
import { counted, dateWords, periodWords, zoneWords } from './promise-words';
import { Column, Counting, Keep, Opens, Part, Wide } from './table';

/** How much came in on each day: a line of bars for each, and their table. */
export function VolumeDays({
  asked,
  days,
  late,
}: {
  asked: VolumeAsked;
  days: readonly DayVolume[];
  late: LateMessages;
}) {
  const title = periodWords(asked.period);
  return (
    <Part
      id="days"
      title={title}
      tools={<Keep href={volumeFilePath(asked, 'days')} of="each day" />}
    >
      <div className="grid gap-5">
        <Bars name="Conversations started" days={days} of={({ started }) => started} />
        <Bars name="Messages received" days={days} of={({ received }) => received} />
      </div>
      <Counting>
        <p>
          A conversation starts with a customer’s first message, and again when they come back more
          than a week after it was closed. Messages are those of customers, private and public, by
          the network’s time. Days begin at midnight in {zoneWords(asked.zone)}.
        </p>
        <p>{lateWords(late)}</p>
      </Counting>
      <details className="mt-3">
        <summary className="w-fit text-ink-2 hover:text-ink">Each day as a table</summary>
        <Wide label="Each day">
          <DayTable asked={asked} days={days} />
        </Wide>
      </details>
    </Part>
  );
}

/** Clocks go by the network's time, so what it tells late has waited before anybody could know. */
function lateWords({ count, slowestSeconds }: LateMessages): string {
  if (count === 0) return 'Each of them reached Porchlight within two minutes.';
  const slowest = formatOpenTime(slowestSeconds);
  return `${counted(count)} of them reached Porchlight more than two minutes after they were written, the slowest after ${slowest}.`;
}

type Of = (day: DayVolume) => number;

/** A picture of what stands in the table below it. */
function Bars({ name, days, of }: { name: string; days: readonly DayVolume[]; of: Of }) {
  const all = days.reduce((sum, day) => sum + of(day), 0);
  const most = days.reduce((found, day) => (of(day) > of(found) ? day : found));
  const [first, last] = [days[0], days.at(-1)];
  const words =
    all === 0 ? 'none' : `${counted(all)}, most on ${dateWords(most.day)}: ${counted(of(most))}`;
  return (
    <figure>
      <figcaption className="mb-1">
        <span className="font-strong">{name}</span>{' '}
        <span className="text-fact text-ink-3 tabular-nums">{words}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={`${name} by day: ${words}`}
        viewBox={`0 0 ${days.length * 8} 48`}
        preserveAspectRatio="none"
        className="h-16 w-full border-line-strong border-b"
      >
        {days.map((day, index) => {
          const height = all === 0 ? 0 : (of(day) / of(most)) * 48;
          return (
            <rect
              key={day.day}
              x={index * 8 + 1}
              y={48 - height}
              width={6}
              height={height}
              className="fill-ink-3"
            >
              <title>{`${dateWords(day.day)}: ${counted(of(day))}`}</title>
            </rect>
          );
        })}
      </svg>
      <p aria-hidden className="flex justify-between text-fact text-ink-3">
        <span>{first && dateWords(first.day)}</span>
        <span>{last && dateWords(last.day)}</span>
      </p>
    </figure>
  );
}

const kinds = [
  { kind: 'started', name: 'Started', words: 'conversations started' },
  { kind: 'returned', name: 'Came back', words: 'conversations that came back' },
  { kind: 'received', name: 'Received', words: 'messages received' },
] as const satisfies { kind: VolumeKind; name: string; words: string }[];

function DayTable({ asked, days }: { asked: VolumeAsked; days: readonly DayVolume[] }) {
  return (
    <table className="w-full max-w-140 border-collapse">
      <caption className="sr-only">How much came in on each day</caption>
      <thead>
        <tr className="border-line-strong border-b">
          <Column first name="Day" />
          <Column name="Started" means="conversations" />
          <Column name="Came back" means="of the started" />
          <Column name="Received" means="messages" />
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((one) => (
          <tr key={one.day} className="border-line border-b last:border-b-0">
            <th scope="row" className="whitespace-nowrap py-1 text-left font-normal">
              {dateWords(one.day)}
            </th>
            {kinds.map(({ kind, words }) => (
              <td key={kind} className="py-1 pl-5 text-right tabular-nums">
                {one[kind] === 0 ? (
                  '0'
                ) : (
                  <Opens
                    href={volumeListPath(
                      { ...asked, period: { from: one.day, to: one.day } },
                      kind,
                    )}
                    of={`${words}, ${dateWords(one.day)}`}
                  >
                    {counted(one[kind])}
                  </Opens>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
