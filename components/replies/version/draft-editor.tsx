'use client';

import { textLimits } from '@/lib/domain/conversation/conversation';
import type { TemplateProblem } from '@/lib/domain/replies/template';
import { bodyProblems, parseTemplate } from '@/lib/domain/replies/template';
import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { languageName } from '../words';
import { LengthLines } from '../writing/length-lines';
import { MediaField } from '../writing/media-field';
import { Preview } from '../writing/preview';
import { useVariables } from '../writing/use-variables';
import { WordsField } from '../writing/words-field';
import { AllowanceChoice } from './allowance-choice';
import { AlongField } from './along-field';
import { AskedFor } from './asked-for';
import { DatesField } from './dates-field';
import type { DraftFields } from './draft-fields';
import { DraftFoot } from './draft-foot';
import { NewerNotice } from './newer-notice';
import { SourceSide } from './source-side';
import { TranslationStale } from './translation-stale';
import { useKeptDraft } from './use-kept-draft';

/** Where the words of a reply are written. Everything is kept as one goes. */
export function DraftEditor({ reply, version }: { reply: ReplyDetail; version: VersionView }) {
  const { keeper, keeping } = useKeptDraft(version);
  const variables = useVariables();
  const { fields } = keeping;
  const known = variables.map(({ name }) => name);
  const { parts } = parseTemplate(fields.body, known);
  const problems = shownProblems(fields, known);
  const isTranslation = version.language !== reply.sourceLanguage;
  const set = (patch: Partial<DraftFields>) => keeper.set(patch);
  const name = languageName(version.language);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {isTranslation ? <TranslationStale reply={reply} version={version} keeper={keeper} /> : null}
      <AskedFor reply={reply} version={version} />
      <NewerNotice keeper={keeper} keeping={keeping} language={version.language} />
      <div className={isTranslation ? 'grid gap-4 wide:grid-cols-2' : ''}>
        {isTranslation ? <SourceSide reply={reply} /> : null}
        <div className="grid content-start gap-1">
          <WordsField
            label={isTranslation ? `Words in ${name}` : 'Words'}
            language={version.language}
            body={fields.body}
            variables={variables}
            problems={problems}
            onChange={(body) => set({ body })}
            onLeave={() => void keeper.flush()}
          />
          <LengthLines parts={parts} allowance={fields.allowance} />
        </div>
      </div>
      <Preview
        parts={parts}
        known={known}
        allowance={fields.allowance}
        language={version.language}
        media={fields.media}
      />
      <AllowanceChoice allowance={fields.allowance} onChange={(allowance) => set({ allowance })} />
      <MediaField replyId={reply.id} media={fields.media} onChange={(media) => set({ media })} />
      <AlongField actions={fields.actions} onChange={(actions) => set({ actions })} />
      <DatesField dates={fields} onChange={set} />
      <DraftFoot
        reply={reply}
        version={version}
        keeper={keeper}
        keeping={keeping}
        problems={problems}
      />
    </div>
  );
}

/** Nobody is told that nothing is written while they are about to write. */
function shownProblems(fields: DraftFields, known: readonly string[]): TemplateProblem[] {
  if (fields.body.trim() === '') return [];
  const { allowance } = fields;
  return bodyProblems(fields.body, { known, allowance, limit: textLimits.reply });
}
