'use client';

import type { ReplyDetail } from '@/lib/queries/replies/views';
import { StateMark } from '../state-mark';
import { languageName } from '../words';
import { sourceOf } from './place';
import { WordsShown } from './words-shown';

/** The words that are translated, beside where it is done. */
export function SourceSide({ reply }: { reply: ReplyDetail }) {
  const source = sourceOf(reply);
  if (!source) return null;
  return (
    <section aria-labelledby="source-words">
      <h3 id="source-words" className="mb-1 flex min-h-7 items-center gap-2 font-strong text-ink-2">
        {languageName(reply.sourceLanguage)}, version {source.number}
        <StateMark state={source.state} scheduled={source.scheduled} />
      </h3>
      <div className="min-h-32 rounded-sm border border-line bg-sunken">
        <WordsShown body={source.body} language={source.language} />
      </div>
    </section>
  );
}
