import type { ImportFormat, ImportProblem } from '@/lib/domain/replies/import-table';
import { Wide } from '../../reports/table';
import { placeWords } from './words';

/** More would be no list that a person reads; the file has them all. */
const mostShown = 200;

/** What is to be said of rows: where, and what to do. */
export function ProblemTable({
  label,
  problems,
  format,
}: {
  label: string;
  problems: readonly ImportProblem[];
  format: ImportFormat;
}) {
  const more = problems.length - mostShown;
  return (
    <>
      <Wide label={label}>
        <table className="w-full border-collapse">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr className="border-line-strong border-b text-left text-ink-2">
              <th scope="col" className="py-1.5 pr-5 max-sm:pr-3 font-strong">
                {format === 'csv' ? 'Line' : 'Entry'}
              </th>
              <th scope="col" className="py-1.5 pr-5 max-sm:pr-3 font-strong">
                Column
              </th>
              <th scope="col" className="py-1.5 font-strong">
                What to do
              </th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, mostShown).map(({ line, column, key, message }, at) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and their order does not change
                key={at}
                className="border-line border-b align-top last:border-b-0"
              >
                <th
                  scope="row"
                  className="whitespace-nowrap py-1.5 pr-5 max-sm:pr-3 text-left font-normal tabular-nums"
                >
                  {placeWords(line, format)}
                </th>
                <td className="whitespace-nowrap py-1.5 pr-5 max-sm:pr-3 text-ink-2">
                  {column ?? '–'}
                </td>
                <td className="py-1.5 [overflow-wrap:anywhere] sm:min-w-64">
                  <bdi>{message}</bdi>
                  {key === null ? null : <span className="block text-fact text-ink-3">/{key}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {more > 0 ? (
        <p className="mt-2 text-fact text-ink-3">
          And {more.toLocaleString('en-GB')} more, all of them in the file of problems.
        </p>
      ) : null}
    </>
  );
}
