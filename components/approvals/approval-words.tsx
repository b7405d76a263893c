'use client';

import { Paperclip } from 'lucide-react';
import { strayWords } from '@/lib/domain/replies/words';
import type { ApprovalView } from '@/lib/queries/replies/views';
import { WordDiff } from '../replies/word-diff';

/** What somebody wants to send, against the approved words that it came from, and why it may not leave by itself. */
export function ApprovalWords({ approval }: { approval: ApprovalView }) {
  const { strays, uses, body, files } = approval;
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
      {files.length > 0 ? (
        <p className="mt-1.5 flex items-center gap-1.5 text-fact text-ink-2">
          <Paperclip aria-hidden size={13} />
          {files.map(({ name }) => name).join(', ')}
        </p>
      ) : null}
    </>
  );
}
