'use client';

import { useRef, useState } from 'react';
import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { Section } from '../../settings/page-frame';
import { useCan } from '../../shell/me';
import { Button } from '../../ui/button';
import { CommentSection } from '../review/comment-section';
import { MediaThumb } from '../writing/media-thumb';
import { DifferenceView } from './difference-view';
import { factsOf } from './facts';
import { publishedIn, versionsIn } from './place';
import { RecalledNotice } from './recalled-notice';
import { StaleNotice } from './stale-notice';
import { useNames } from './use-names';
import { VersionSteps } from './version-steps';
import { WordsShown } from './words-shown';

/** A version as it stands: its words, what is otherwise than before, what can be done with it, and what was said. */
export function VersionReading({ reply, version }: { reply: ReplyDetail; version: VersionView }) {
  const words = useRef<HTMLDivElement>(null);
  const mayComment = useCan('reply.review');
  const isUnderway = version.state === 'in_review' || version.state === 'draft';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <RecalledNotice version={version} />
      <StaleNotice reply={reply} version={version} />
      <section aria-label={`Words of version ${version.number}`} className="grid gap-2">
        <div ref={words} className="rounded-md border border-line bg-panel">
          <WordsShown body={version.body} language={version.language} />
          {version.media.length > 0 ? (
            <div className="flex flex-wrap gap-2 border-line border-t p-3">
              {version.media.map((file) => (
                <MediaThumb key={file.fileId} file={file} size="large" />
              ))}
            </div>
          ) : null}
        </div>
        <Facts version={version} />
      </section>
      <VersionSteps reply={reply} version={version} />
      <Compared reply={reply} version={version} />
      {(mayComment && isUnderway) || version.comments.length > 0 ? (
        <CommentSection version={version} words={words} mayComment={mayComment && isUnderway} />
      ) : null}
    </div>
  );
}

function Facts({ version }: { version: VersionView }) {
  const names = useNames();
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-fact">
      {factsOf(version, names).map(({ what, said }) => (
        <div key={what} className="contents">
          <dt className="text-ink-3">{what}</dt>
          <dd className="text-ink-2 [overflow-wrap:anywhere]">{said}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is otherwise than in the version in use, or, of the one in use, than in the one before. */
function Compared({ reply, version }: { reply: ReplyDetail; version: VersionView }) {
  const [isShown, setShown] = useState(version.state === 'in_review');
  const published = publishedIn(reply, version.language);
  const older = versionsIn(reply, version.language).find(({ number }) => number < version.number);
  const other = published && published.id !== version.id ? published : older;
  if (!other) return null;
  const name = `Version ${other.number}${other === published ? ', in use' : ''}`;
  const [before, after] = other.number < version.number ? [other, version] : [version, other];
  const nameOf = (each: VersionView) => (each === other ? name : `Version ${each.number}`);
  return (
    <Section id="difference" title="What is different">
      {isShown ? (
        <DifferenceView
          before={before}
          after={after}
          beforeName={nameOf(before)}
          afterName={nameOf(after)}
        />
      ) : (
        <Button onClick={() => setShown(true)}>Compare with {name.toLowerCase()}</Button>
      )}
    </Section>
  );
}
