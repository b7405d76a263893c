import { clsx } from 'clsx';
import { periodBefore } from '@/lib/domain/reports/period';
import type { PromiseFilter, PromisesAsked } from '@/lib/domain/reports/promises';
import { splits } from '@/lib/domain/reports/promises';
import { metrics } from '@/lib/domain/sla/policy';
import type { MetricFigures, PromiseReport, SplitFigures } from '@/lib/queries/reports/promises';
import { priorityNames } from '../thread/priority-names';
import { SoftLink } from '../ui/soft-link';
import { promiseFilePath, promisesPath, targetsPath } from './paths';
import { PromiseTable } from './promise-table';
import { counted, metricWords, periodWords, splitWords } from './promise-words';
import { Counting, Keep, Opens, Part, Wide } from './table';

type Props = { asked: PromisesAsked; report: PromiseReport };

/** The promises beside each other. */
export function AllPromises({ asked, report: { metrics: rows } }: Props) {
  const file = promiseFilePath(asked, 'metrics');
  return (
    <Part
      id="promises"
      title={periodWords(asked.period)}
      tools={<Keep href={file} of="all promises" />}
    >
      <Wide label="All promises">
        <PromiseTable
          caption={`Promises of ${periodWords(asked.period)}`}
          of="Promise"
          rows={rows.map(({ metric, now, before }) => ({
            ...{ key: metric, now, before, asked: { ...asked, metric } },
            name: metricWords[metric].name,
            head: (
              <>
                <span className="block font-strong">{metricWords[metric].name}</span>
                <span className="block text-fact text-ink-3">{metricWords[metric].means}</span>
              </>
            ),
          }))}
        />
      </Wide>
      <Counting>
        <p>
          A promise belongs to the day on which its clock started, whenever it ended. It is counted
          once it was kept or is broken; a broken one stays broken when it is fulfilled late.
          “Before” is {periodWords(periodBefore(asked.period))}.
        </p>
        <p>
          Times are those of its own clock: business hours or round the clock, without pauses, as
          its policy says, so an answer while the calendar is closed took 0 s. Median and 90th
          percentile are each the time of one promise that there was, not a value between two. They
          know those that have ended
          {unended(rows)}.
        </p>
        <Uncounted asked={asked} rows={rows} />
      </Counting>
    </Part>
  );
}

function unended(rows: readonly MetricFigures[]): string {
  const count = rows.reduce((sum, { now }) => sum + now.met + now.broken - now.measured, 0);
  if (count === 0) return '';
  return `; ${counted(count)} broken ${count === 1 ? 'one has' : 'ones have'} not, and would make them longer`;
}

function Uncounted({ asked, rows }: { asked: PromisesAsked; rows: readonly MetricFigures[] }) {
  const some = rows.filter((row) => row.running > 0 || row.void > 0);
  return (
    <p>
      Not counted are those that still run in time, and void ones, of which nobody is owed anything
      any more (spam, a blocked contact, no answer needed)
      {some.length === 0 ? '. There are none.' : ': '}
      {some.map(({ metric, running, void: none }, index) => (
        <span key={metric}>
          {index === 0 ? '' : '; '}
          {metricWords[metric].name.toLowerCase()}{' '}
          <Uncount asked={{ ...asked, metric }} kind="running" count={running} /> running,{' '}
          <Uncount asked={{ ...asked, metric }} kind="void" count={none} /> void
        </span>
      ))}
      {some.length === 0 ? '' : '.'}
    </p>
  );
}

type UncountProps = { asked: PromisesAsked; kind: 'running' | 'void'; count: number };

function Uncount({ asked, kind, count }: UncountProps) {
  if (count === 0) return 0;
  return (
    <Opens inText href={targetsPath(asked, kind)} of={`${kind}, ${metricWords[asked.metric].name}`}>
      {counted(count)}
    </Opens>
  );
}

/** One promise, by what it is split by. */
export function SplitPromises({ asked, report: { split } }: Props) {
  const { metric, by } = asked;
  const title = `${metricWords[metric].name} by ${splitWords[by].name}`;
  return (
    <Part
      id="split"
      title={title}
      tools={<Keep href={promiseFilePath(asked, 'split')} of={title} />}
    >
      <div className="mb-2 flex flex-wrap gap-x-9 gap-y-1">
        <Ways
          label="Promise"
          ways={metrics.map((one) => ({
            name: metricWords[one].name,
            href: `${promisesPath({ ...asked, metric: one })}#split`,
            here: one === metric,
          }))}
        />
        <Ways
          label="Split by"
          ways={splits.map((one) => ({
            name: `By ${splitWords[one].name}`,
            href: `${promisesPath({ ...asked, by: one })}#split`,
            here: one === by,
          }))}
        />
      </div>
      {split.length === 0 ? (
        <p className="text-ink-2">None of these was kept or broken in this time.</p>
      ) : (
        <SplitTable asked={asked} split={split} title={title} />
      )}
    </Part>
  );
}

type SplitProps = { asked: PromisesAsked; split: readonly SplitFigures[]; title: string };

function SplitTable({ asked, split, title }: SplitProps) {
  const { by } = asked;
  return (
    <>
      <Wide label={`${title}, table`}>
        <PromiseTable
          caption={title}
          of={splitWords[by].name.replace(/^./, (letter) => letter.toUpperCase())}
          rows={split.map(({ key, name, now, before }) => {
            const shown = nameOf({ key, name }, by);
            const filter: PromiseFilter = { ...asked.filter, [by]: key ?? 'none' };
            return {
              ...{ key: key ?? 'none', name: shown, now, before },
              asked: { ...asked, filter },
              head: <bdi className="[overflow-wrap:anywhere]">{shown}</bdi>,
            };
          })}
        />
      </Wide>
      <Counting>
        <p>{splitMeans[by]}</p>
      </Counting>
    </>
  );
}

const splitMeans = {
  team: 'The team that had the conversation when the promise ended, or has it.',
  member:
    'Whose the conversation was when the promise ended, or is. Others may have written in it.',
  channel: 'The account that the customer wrote to.',
  priority: 'The priority by which it was promised last.',
  label:
    'The labels of the conversation when the promise ended, or now. With two labels it stands in both rows, so the rows do not add up to all.',
} as const;

function nameOf(
  { key, name }: { key: string | null; name: string | null },
  by: keyof typeof splitMeans,
) {
  if (by === 'priority' && key !== null && key in priorityNames) {
    return priorityNames[key as keyof typeof priorityNames];
  }
  if (by === 'channel' && name !== null) return `@${name}`;
  return name ?? (key === null ? splitWords[by].none : 'No longer known');
}

type Way = { name: string; href: string; here: boolean };

/** Choices of which one is in force, as links. */
function Ways({ label, ways }: { label: string; ways: readonly Way[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-3">
      {ways.map(({ name, href, here }) => (
        <SoftLink
          key={name}
          href={href}
          {...(here ? { 'aria-current': 'true' as const } : {})}
          className={clsx(
            'min-h-6 border-b',
            here ? 'border-ink text-ink' : 'border-transparent text-ink-3 hover:text-ink',
          )}
        >
          {name}
        </SoftLink>
      ))}
    </nav>
  );
}
