import type { ImportColumn } from '@/lib/domain/replies/import-table';
import { importColumns } from '@/lib/domain/replies/import-table';

const meanings: Record<ImportColumn, string> = {
  key: 'What is typed after the slash: lower-case letters, figures and hyphens. Rows of the same key are one reply in several languages.',
  title: 'What the reply is called. Needed where it is new.',
  folder: 'Where it stands in the library; empty for none.',
  purpose: 'acknowledge, answer, handoff, offer or legal. Needed where the reply is new.',
  risk: 'low, or high for what two people have to approve. Needed where the reply is new.',
  channels: 'Handles with spaces between them; empty for all channels.',
  source_language:
    'The language that the others are translations of. Needed where a new reply comes in several.',
  language: 'The language of this row: en, de, pt-BR.',
  allowance:
    'What agents may change: exact for nothing, locked for all but [[ ]], free for everything. Empty: locked where there is a [[ ]], else free.',
  valid_from:
    'When it may be used first, with its zone: 2026-12-24T09:00+01:00. Empty for at once.',
  valid_until: 'When it may be used last. Empty for ever.',
  review_by: 'When somebody should read it again.',
  body: 'The words. {{contact.first_name|there}} is filled in, or says “there”; [[words]] stay as they are.',
  state: 'Told by the export. An import does not read it: what comes in is a draft.',
  number: 'Told by the export: the number of the version. An import does not read it.',
};

/** What stands in each column of a file. */
export function ColumnMeanings() {
  return (
    <dl className="grid gap-x-5 gap-y-1.5 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      {importColumns.map((column) => (
        <div key={column} className="contents">
          <dt className="font-strong max-sm:mt-1.5">{column}</dt>
          <dd className="text-ink-2 [overflow-wrap:anywhere]">{meanings[column]}</dd>
        </div>
      ))}
    </dl>
  );
}
