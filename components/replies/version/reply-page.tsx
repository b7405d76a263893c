'use client';

import { useQuery } from '@tanstack/react-query';
import { reviewersNeeded } from '@/lib/domain/replies/reply';
import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { useCan, useMe } from '../../shell/me';
import { replyQuery } from '../queries';
import { StateMark } from '../state-mark';
import { UsageSection } from '../usage-section';
import { languageName } from '../words';
import { DraftEditor } from './draft-editor';
import { FirstDraft } from './first-draft';
import { LanguageBar } from './language-bar';
import { useChosenVersion } from './place';
import { ReplyHead } from './reply-head';
import { Timeline } from './timeline';
import { VersionReading } from './version-reading';

/** One approved reply: its languages, the version on the screen, and every one that there was. */
export function ReplyPage({ replyId }: { replyId: string }) {
  const { data: reply } = useQuery(replyQuery(replyId));
  if (!reply) return null;
  return <Shown reply={reply} />;
}

function Shown({ reply }: { reply: ReplyDetail }) {
  const { language, version } = useChosenVersion(reply);
  return (
    <div className="mx-auto grid w-full max-w-280 grid-cols-[minmax(0,1fr)] gap-4 px-5 py-5">
      <ReplyHead reply={reply} />
      <LanguageBar reply={reply} language={language} />
      {version ? (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 wide:grid-cols-[minmax(0,1fr)_280px]">
          <article aria-labelledby="chosen-version" className="min-w-0">
            <VersionTitle reply={reply} version={version} />
            <Body key={version.id} reply={reply} version={version} />
          </article>
          <aside aria-label="History" className="min-w-0">
            <Timeline reply={reply} language={language} chosen={version} />
          </aside>
        </div>
      ) : (
        <FirstDraft reply={reply} language={language} />
      )}
      {reply.versions.some(({ publishedAt }) => publishedAt !== null) ? (
        <UsageSection replyId={reply.id} />
      ) : null}
    </div>
  );
}

function VersionTitle({ reply, version }: { reply: ReplyDetail; version: VersionView }) {
  const { number, state, scheduled, language, reviews, risk } = version;
  const approved = reviews.filter(({ decision, holds }) => holds && decision === 'approved').length;
  return (
    <h2
      id="chosen-version"
      className="mb-3 flex flex-wrap items-center gap-2 font-title text-title"
    >
      {languageName(language)}
      {language === reply.sourceLanguage ? null : ' translation'}, version {number}
      <StateMark state={state} scheduled={scheduled} />
      {state === 'in_review' ? (
        <span className="font-normal text-fact text-ink-2">
          {approved} of {reviewersNeeded(risk)} approved
        </span>
      ) : null}
    </h2>
  );
}

function Body({ reply, version }: { reply: ReplyDetail; version: VersionView }) {
  const mayWrite = useCan('reply.write');
  const { memberId } = useMe();
  const isMine = version.author.id === memberId;
  if (version.state === 'draft' && mayWrite && isMine && !reply.archived) {
    return <DraftEditor reply={reply} version={version} />;
  }
  return <VersionReading reply={reply} version={version} />;
}
