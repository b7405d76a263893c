import type { ReactNode } from 'react';
import type { PromisesAsked, TargetKind } from '@/lib/domain/reports/promises';
import { formatOpenTime } from '@/lib/domain/sla/duration';
import type { Compared } from '@/lib/queries/reports/promises';
import { KeptMark, NoFigure } from './mark';
import { targetsPath } from './paths';
import { counted, exactShare, shareBefore, timeBefore } from './promise-words';
import { Column, Opens } from './table';

/** A row of figures: `name` in words, and the address that holds what it counts. */
export type FiguresRow = Compared & {
  key: string;
  name: string;
  head: ReactNode;
  asked: PromisesAsked;
};

/** How well promises were kept, a row for each of something, beside the period before. */
export function PromiseTable({
  caption,
  of,
  rows,
}: {
  caption: string;
  of: string;
  rows: readonly FiguresRow[];
}) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-line-strong border-b">
          <Column first name={of} />
          <Column name="Kept in time" means="of those counted" />
          <Column name="Median" means="half took no longer" />
          <Column name="90th percentile" means="nine of ten took no longer" />
          <Column name="Counted" means="kept or broken" />
          <Column name="Broken" means="not kept when due" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: FiguresRow }) {
  const { now, before, head } = row;
  const all = now.met + now.broken;
  const allBefore = before.met + before.broken;
  return (
    <tr className="border-line border-b align-top last:border-b-0">
      <th scope="row" className="min-w-32 max-w-80 py-2 text-left font-normal">
        {head}
      </th>
      <Cell
        figure={
          <Figure row={row} kind="met" column="Kept in time" text={exactShare(now.met, all)} />
        }
        mark={<KeptMark met={now.met} broken={now.broken} />}
        before={shareBefore(before.met, allBefore)}
      />
      <Cell
        figure={<Figure row={row} kind="measured" column="Median" text={timeOf(now.median)} />}
        before={timeBefore(before.median)}
      />
      <Cell
        figure={
          <Figure row={row} kind="measured" column="90th percentile" text={timeOf(now.ninth)} />
        }
        before={timeBefore(before.ninth)}
      />
      <Cell
        figure={<Figure row={row} kind="counted" column="Counted" text={counted(all)} />}
        before={`before ${counted(allBefore)}`}
      />
      <Cell
        figure={<Figure row={row} kind="broken" column="Broken" text={counted(now.broken)} />}
        before={`before ${counted(before.broken)}`}
      />
    </tr>
  );
}

function Cell({ figure, before, mark }: { figure: ReactNode; before: string; mark?: ReactNode }) {
  return (
    <td className="whitespace-nowrap py-2 pl-5 text-right tabular-nums max-sm:pl-3">
      <span className="flex items-center justify-end gap-2">
        {mark}
        <span className={mark ? 'min-w-12' : ''}>{figure}</span>
      </span>
      <span className="block text-fact text-ink-3">{before}</span>
    </td>
  );
}

type FigureProps = { row: FiguresRow; kind: TargetKind; column: string; text: string | null };

function Figure({ row: { name, asked }, kind, column, text }: FigureProps) {
  if (text === null) return <NoFigure />;
  if (text === '0') return <span>0</span>;
  return (
    <Opens href={targetsPath(asked, kind)} of={`${column}, ${name}`}>
      {text}
    </Opens>
  );
}

function timeOf(seconds: number | null): string | null {
  return seconds === null ? null : formatOpenTime(seconds);
}
