import type { ReactNode } from 'react';
import type { HandoffCount } from '@/lib/domain/reports/handoff';
import type { HandoffFigures } from '@/lib/queries/reports/handoffs';
import { SoftLink } from '../ui/soft-link';
import type { ReportAsked } from './address';
import { reportPath } from './address';
import { share, timeTaken } from './words';

type Measure = {
  name: string;
  means: string;
  /** What the number leads to, where that is listed. */
  count?: HandoffCount;
  of: (figures: HandoffFigures) => string | null;
};

const timeOf = (seconds: number | null) => (seconds === null ? null : timeTaken(seconds));

const measures: readonly Measure[] = [
  {
    name: 'Invited',
    means: 'Complaints that we answered in public with an invitation to write in private.',
    count: 'invited',
    of: ({ invited }) => String(invited),
  },
  {
    name: 'Wrote in private',
    means: 'Of the invited, those from whom a private message came.',
    count: 'arrived',
    of: ({ arrived }) => String(arrived),
  },
  {
    name: 'Handoff rate',
    means: 'Wrote in private, of the invited.',
    of: ({ arrived, invited }) => share(arrived, invited),
  },
  {
    name: 'Matched by the link',
    means: 'The button of our post led to their message.',
    count: 'byLink',
    of: ({ byLink }) => String(byLink),
  },
  {
    name: 'Matched by the author',
    means: 'The same person wrote within seven days, without the button.',
    count: 'byAuthor',
    of: ({ byAuthor }) => String(byAuthor),
  },
  {
    name: 'Gone on without an invitation',
    means: 'A private conversation was there already, and we went on in it.',
    count: 'written',
    of: ({ written }) => String(written),
  },
  {
    name: 'Time in public, taken private: median',
    means:
      'From their first post to their first private message, or to when we went on in private.',
    of: ({ untilPrivate }) => timeOf(untilPrivate.median),
  },
  {
    name: 'Time in public, taken private: 90th percentile',
    means: 'Nine of ten took no longer.',
    of: ({ untilPrivate }) => timeOf(untilPrivate.ninth),
  },
  {
    name: 'Never taken private',
    means: 'Conversations that began in public in this time and did not go on in private.',
    of: ({ stayed }) => String(stayed),
  },
  {
    name: 'Answered in public',
    means: 'Of those, how many have a public reply of ours.',
    of: ({ answered }) => String(answered),
  },
  {
    name: 'Time to our first public reply: median',
    means: 'From their first post to that reply, of those answered.',
    of: ({ untilAnswer }) => timeOf(untilAnswer.median),
  },
  {
    name: 'Time to our first public reply: 90th percentile',
    means: 'Nine of ten took no longer.',
    of: ({ untilAnswer }) => timeOf(untilAnswer.ninth),
  },
];

/** What became of the complaints, each number with what it means, by channel. */
export function HandoffTable({
  figures,
  asked,
}: {
  figures: readonly HandoffFigures[];
  asked: ReportAsked;
}) {
  // Of one channel alone, all together would say the same twice.
  const shown = figures.length === 2 ? figures.slice(1) : figures;
  return (
    <section
      aria-label="Figures by channel"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">Complaints in public over {asked.days} days</caption>
        <thead>
          <tr className="border-line-strong border-b text-fact text-ink-3">
            <th scope="col" className="py-1.5 text-left font-strong">
              What is counted
            </th>
            {shown.map(({ channelId, handle }) => (
              <th
                key={channelId}
                scope="col"
                className="whitespace-nowrap py-1.5 pl-5 text-right font-strong"
              >
                {handle === null ? 'All channels' : <bdi>@{handle}</bdi>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure.name} className="border-line border-b align-top last:border-b-0">
              <th scope="row" className="min-w-48 py-2 text-left font-normal">
                <span className="block font-strong">{measure.name}</span>
                <span className="block text-fact text-ink-3">{measure.means}</span>
              </th>
              {shown.map((one) => (
                <td
                  key={one.channelId}
                  className="whitespace-nowrap py-2 pl-5 text-right tabular-nums"
                >
                  {figureOf(measure, one, asked)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function figureOf(
  { of, count, name }: Measure,
  one: HandoffFigures,
  { days }: ReportAsked,
): ReactNode {
  const figure = of(one);
  if (figure === null) {
    return (
      <span className="text-ink-3">
        <span aria-hidden>–</span>
        <span className="sr-only">none</span>
      </span>
    );
  }
  if (!count || figure === '0') return figure;
  const where = one.handle === null ? 'all channels' : `@${one.handle}`;
  return (
    <SoftLink
      href={`${reportPath({ days, count, channelId: one.channelId })}#handoffs`}
      aria-label={`${figure}: ${name}, ${where}`}
      className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
    >
      {figure}
    </SoftLink>
  );
}
