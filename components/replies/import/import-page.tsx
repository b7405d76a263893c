'use client';

import { Notice } from '../../entrance/notice';
import { Section } from '../../settings/page-frame';
import { Button } from '../../ui/button';
import { SoftLink } from '../../ui/soft-link';
import { ChooseFile } from './choose-file';
import { KeepText } from './keep-text';
import { ProblemTable } from './problem-table';
import type { Judged } from './use-import';
import { useImport } from './use-import';
import { exampleFile, importedWords, many, problemFile, reportWords } from './words';

/** A file is judged as soon as it is there; nothing is written before somebody says so. */
export function ImportPage() {
  const { judged, imported, judge, take, isJudging, isImporting, problem } = useImport();
  return (
    <Section id="import-file" title="A file">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <ChooseFile disabled={isJudging || isImporting} onFile={judge} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <KeepText name="approved-replies-example.csv" textOf={exampleFile}>
            Example file
          </KeepText>
          <p role="status" className="text-ink-2">
            {isJudging ? 'Reading each row.' : null}
            {imported ? importedWords(imported) : null}
          </p>
          {imported ? (
            <SoftLink
              href="/replies"
              className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
            >
              To the library
            </SoftLink>
          ) : null}
        </div>
        <Notice message={problem} />
        {judged ? <Report judged={judged} isImporting={isImporting} onImport={take} /> : null}
      </div>
    </Section>
  );
}

type ReportProps = { judged: Judged; isImporting: boolean; onImport: (judged: Judged) => void };

function Report({ judged, isImporting, onImport }: ReportProps) {
  const { name, format, report } = judged;
  const { problems, warnings, drafts, refused } = report;
  return (
    <section aria-labelledby="import-report" className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 id="import-report" className="min-w-0 font-strong [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </h3>
        <p role="status" className="text-ink-2 tabular-nums">
          {reportWords(report)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {drafts > 0 ? (
          <Button tone="go" disabled={isImporting} onClick={() => onImport(judged)}>
            Import {many(drafts, 'draft', 'drafts')}
          </Button>
        ) : null}
        {problems.length > 0 ? (
          <KeepText name="import-problems.csv" textOf={() => problemFile(problems, format)}>
            File of problems
          </KeepText>
        ) : null}
        <p className="text-fact text-ink-3">{nextWords(drafts, refused)}</p>
      </div>
      {problems.length > 0 ? (
        <ProblemTable
          label={many(problems.length, 'problem', 'problems')}
          problems={problems}
          format={format}
        />
      ) : null}
      {warnings.length > 0 ? (
        <details>
          <summary className="w-fit text-ink-2 hover:text-ink">
            {many(warnings.length, 'remark', 'remarks')} that keep nothing out
          </summary>
          <div className="mt-2">
            <ProblemTable label="Remarks" problems={warnings} format={format} />
          </div>
        </details>
      ) : null}
    </section>
  );
}

function nextWords(drafts: number, refused: number): string {
  if (drafts === 0 && refused === 0) return 'There is nothing to import.';
  if (drafts === 0) return 'Nothing can be imported as it is. Mend the file and choose it again.';
  if (refused > 0) return 'The wrong rows are left out. Nothing has been written so far.';
  return 'Nothing has been written so far.';
}
