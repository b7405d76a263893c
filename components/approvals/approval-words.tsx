'use client';

import { strayWords } from '@/lib/domain/replies/words';
import type { ApprovalView } from '@/lib/queries/replies/views';
import { WordDiff } from '../replies/word-diff';
import { ApprovalFiles } from './approval-files';

/** What somebody wants to send, against the approved words that it came from, and why it may not leave by itself. */
export function ApprovalWords({ approval }: { approval: ApprovalView }) {
  const { strays, uses, body } = approval;
  const before = uses.map(({ segments }) => segments.map(({ text }) => text).join('')).join('\n\n');
  return (
    <>
      <ul className="text-amber-ink text-fact">
        {strays.map((stray) => (
          <li key={`${stray.useId} ${stray.why}`}>{strayWords(stray)}</li>
        ))}
      </ul>
      <div className="quiet-scroll mt-1.5 max-h-56 overflow-y-auto rounded-md border border-line bg-panel px-3 py-2">
        <WordDiff before={before} after={body} />
      </div>
      <ApprovalFiles approval={approval} />
    </>
  );
}
