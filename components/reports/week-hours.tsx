import { clsx } from 'clsx';
import type { PromisesAsked } from '@/lib/domain/reports/promises';
import type { HourFigures } from '@/lib/queries/reports/promises';
import { SoftLink } from '../ui/soft-link';
import { promiseFilePath, targetsPath } from './paths';
import {
  dayNames,
  exactShare,
  hourWords,
  metricWords,
  onTheHour,
  zoneWords,
} from './promise-words';
import { Counting, Keep, Part, Wide } from './table';

/** The darker, the more of an hour was broken. The share stands in each field. */
const shades = [
  { upTo: 0, className: '', words: 'all kept' },
  { upTo: 10, className: 'bg-breach/10', words: 'up to 10 % broken' },
  { upTo: 25, className: 'bg-breach/20', words: 'up to 25 %' },
  { upTo: 50, className: 'bg-breach/35', words: 'up to 50 %' },
  { upTo: 100, className: 'bg-breach/50', words: 'more' },
] as const;

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** When in the week promises were kept: days beside each other, hours below each other, as in a diary. */
export function WeekHours({
  asked,
  figures,
}: {
  asked: PromisesAsked;
  figures: readonly HourFigures[];
}) {
  const title = `${metricWords[asked.metric].name} by hour of the week`;
  const known = new Map(figures.map((one) => [`${one.day}-${one.hour}`, one]));
  return (
    <Part
      id="hours"
      title={title}
      tools={<Keep href={promiseFilePath(asked, 'hours')} of={title} />}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 wide:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <Wide label={`${title}, table`}>
          <table className="w-full table-fixed border-collapse text-fact tabular-nums">
            <caption className="sr-only">
              {title}: the share that was kept in time, on clocks of {zoneWords(asked.zone)}
            </caption>
            <thead>
              <tr className="text-ink-3">
                <th scope="col" className="w-12 py-1 text-left font-normal">
                  <span className="sr-only">Hour</span>
                </th>
                {dayNames.map((name) => (
                  <th key={name} scope="col" className="py-1 text-center font-strong">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {hours.map((hour) => (
                <tr key={hour}>
                  <th scope="row" className="h-6 pr-2 text-left font-normal text-ink-3">
                    {onTheHour(hour)}
                  </th>
                  {dayNames.map((name, index) => (
                    <td key={name} className="h-6 border border-line p-0 text-center">
                      <Hour asked={asked} one={known.get(`${index + 1}-${hour}`)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
        <div>
          <Shades />
          <Counting>
            <p>
              In each field, the share in % kept in time of those whose clock started in that hour,
              as clocks in {zoneWords(asked.zone)} showed it. The hour that comes twice in autumn
              holds both; the one that is left out in spring holds none.
            </p>
          </Counting>
        </div>
      </div>
    </Part>
  );
}

function Hour({ asked, one }: { asked: PromisesAsked; one: HourFigures | undefined }) {
  if (!one) return <span className="sr-only">none</span>;
  const { met, broken, day, hour } = one;
  const share = exactShare(met, met + broken) ?? '';
  const words = `${hourWords(one)}: ${share} of ${met + broken}, ${broken} broken`;
  return (
    <SoftLink
      href={targetsPath({ ...asked, filter: { ...asked.filter, hour: { day, hour } } }, 'counted')}
      aria-label={words}
      title={words}
      className={clsx(
        'block min-h-6 content-center hover:underline',
        shadeOf(one),
        broken === 0 ? 'text-ink-3' : 'text-ink',
      )}
    >
      {share.replace(' %', '')}
    </SoftLink>
  );
}

function shadeOf({ met, broken }: HourFigures): string {
  const percent = (broken / (met + broken)) * 100;
  return shades.find(({ upTo }) => percent <= upTo)?.className ?? '';
}

function Shades() {
  return (
    <ul
      aria-label="Shades"
      className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-fact text-ink-2 wide:mt-7 wide:grid"
    >
      {shades.map(({ words, className }) => (
        <li key={words} className="flex items-center gap-1.5">
          <span aria-hidden className={clsx('size-3.5 border border-line', className)} />
          {words}
        </li>
      ))}
    </ul>
  );
}
