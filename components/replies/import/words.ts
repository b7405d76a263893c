import type { ImportReport } from '@/lib/commands/approved-reply/import';
import { csvOf } from '@/lib/domain/csv';
import type { ImportFormat, ImportProblem } from '@/lib/domain/replies/import-table';
import { importColumns } from '@/lib/domain/replies/import-table';

/** "2 new replies, 9 drafts, 1 unchanged, 3 wrong." */
export function reportWords({ replies, drafts, unchanged, refused }: ImportReport): string {
  const parts = [
    ...(replies > 0 ? [many(replies, 'new reply', 'new replies')] : []),
    many(drafts, 'draft', 'drafts'),
    ...(unchanged > 0 ? [`${counted(unchanged)} unchanged`] : []),
    ...(refused > 0 ? [many(refused, 'wrong row', 'wrong rows')] : []),
  ];
  return `${parts.join(', ')}.`;
}

export function importedWords({ replies, drafts, refused }: ImportReport): string {
  const begun = replies > 0 ? ` and ${many(replies, 'new reply', 'new replies')}` : '';
  const left = refused > 0 ? ` ${many(refused, 'row was', 'rows were')} left out.` : '';
  return `Imported ${many(drafts, 'draft', 'drafts')}${begun}.${left} Each of them is yours to submit for review.`;
}

export function many(count: number, one: string, more: string): string {
  return `${counted(count)} ${count === 1 ? one : more}`;
}

function counted(count: number): string {
  return count.toLocaleString('en-GB');
}

/** Where a problem is: a line of a table, an entry of a list, or the whole file. */
export function placeWords(line: number, format: ImportFormat): string {
  if (line === 0) return 'The file';
  return `${format === 'csv' ? 'Line' : 'Entry'} ${counted(line)}`;
}

/** What is wrong, as a table to mend the file by. */
export function problemFile(problems: readonly ImportProblem[], format: ImportFormat): string {
  const rows = problems.map(({ line, column, key, message }) => [
    ...[String(line), column, key, message],
  ]);
  return `\uFEFF${csvOf([[format === 'csv' ? 'line' : 'entry', 'column', 'key', 'problem'], ...rows])}`;
}

/** Two replies, one of them in two languages. */
export function exampleFile(): string {
  const columns = importColumns.slice(0, 13);
  const opening = ['opening-hours', 'When we are open', 'Shops', 'answer', 'low', '', 'en'];
  return `\uFEFF${csvOf([
    columns,
    [
      ...opening,
      ...['en', 'locked', '', '', '2027-06-01T09:00+01:00'],
      'Hi {{contact.first_name|there}}, [[we are open from 10 to 22 every day.]] See you soon.',
    ],
    [
      ...opening,
      ...['de', 'locked', '', '', ''],
      'Hallo {{contact.first_name|du}}, [[wir haben täglich von 10 bis 22 Uhr offen.]] Bis bald.',
    ],
    [
      ...['melted-tub', 'A tub that arrived melted', 'Orders', 'acknowledge', 'high', '', 'en'],
      ...['en', 'free', '', '', ''],
      'I am sorry that it arrived melted. I look into it now.',
    ],
  ])}`;
}
