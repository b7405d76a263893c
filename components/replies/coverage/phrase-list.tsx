'use client';

import type { Phrase } from '@/lib/domain/replies/phrases';
import type { CoverageReport } from '@/lib/queries/replies/coverage';
import { inboxPath } from '../../inbox/location';
import { counted } from '../../reports/promise-words';
import { Part } from '../../reports/table';
import { buttonClass } from '../../ui/button';
import { SoftLink } from '../../ui/soft-link';

type Props = { report: CoverageReport; mayWrite: boolean };

/** What people say again and again where the answer was written by hand. */
export function PhraseList({ report: { phrases, searched, isCut }, mayWrite }: Props) {
  return (
    <Part id="phrases" title="Said often, and answered without an approved reply">
      {phrases.length === 0 ? (
        <p className="text-ink-2">
          {searched === 0
            ? 'No message was answered without an approved reply in this time.'
            : 'No wording is common in the messages that were answered without an approved reply.'}
        </p>
      ) : (
        <ul className="rounded-lg border border-line bg-panel">
          {phrases.map((phrase) => (
            <Line key={phrase.words} phrase={phrase} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      <p className="mt-2 max-w-170 text-fact text-ink-3">
        Two to five words that stood in at least three conversations, from{' '}
        {isCut ? `the newest ${counted(searched)} messages` : `${counted(searched)} messages`} whose
        answer held no approved reply.
      </p>
    </Part>
  );
}

function Line({ phrase, mayWrite }: { phrase: Phrase; mayWrite: boolean }) {
  const { words, conversations, example } = phrase;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <bdi className="font-strong [overflow-wrap:anywhere]">“{words}”</bdi>
          <SoftLink
            href={inboxPath('all', null, { q: `"${words.replaceAll('"', '')}"` })}
            aria-label={`${conversations} conversations with “${words}”`}
            className="inline-block min-h-6 text-fact text-ink-2 tabular-nums underline decoration-line-strong underline-offset-2 hover:decoration-ink"
          >
            {counted(conversations)} conversations
          </SoftLink>
        </p>
        <bdi className="block text-ink-3 [overflow-wrap:anywhere]">{example}</bdi>
      </div>
      {mayWrite ? (
        <SoftLink
          href={`/replies?new=${encodeURIComponent(words)}`}
          aria-label={`Write a reply for “${words}”`}
          className={buttonClass()}
        >
          Write a reply for it
        </SoftLink>
      ) : null}
    </li>
  );
}
