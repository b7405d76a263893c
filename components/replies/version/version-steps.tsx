'use client';

import type { ReactNode } from 'react';
import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { useCan } from '../../shell/me';
import { DecisionPanel } from '../review/decision-panel';
import { useHolders } from '../use-holders';
import { either } from '../words';
import { BeginDraft } from './begin-draft';
import { DraftOfOther } from './draft-of-other';
import { EndSteps } from './end-steps';
import { openIn } from './place';
import { PublishSteps } from './publish-steps';

/** What can be done with a version from where it stands; why not, for whoever may not. */
export function VersionSteps({ reply, version }: { reply: ReplyDetail; version: VersionView }) {
  const mayWrite = useCan('reply.write');
  const mayReview = useCan('reply.review');
  if (reply.archived) return <p className="text-ink-2">This reply is archived.</p>;
  if (version.state === 'in_review' && mayReview) return <DecisionPanel version={version} />;
  if (!mayWrite) return <ForOthers version={version} />;
  switch (version.state) {
    case 'draft':
      return <DraftOfOther version={version} />;
    case 'approved':
      return <PublishSteps reply={reply} version={version} />;
    case 'published':
      return (
        <Next reply={reply} version={version}>
          <EndSteps version={version} />
        </Next>
      );
    default:
      return <Next reply={reply} version={version} />;
  }
}

/** A new draft begins with these words, unless one is there already. */
function Next({
  reply,
  version,
  children,
}: {
  reply: ReplyDetail;
  version: VersionView;
  children?: ReactNode;
}) {
  return (
    <BeginDraft reply={reply} version={version} open={openIn(reply, version.language)}>
      {children}
    </BeginDraft>
  );
}

function ForOthers({ version: { state } }: { version: VersionView }) {
  const reviewers = useHolders('reply.review');
  const writers = useHolders('reply.write');
  return (
    <p className="text-ink-2">
      {state === 'in_review' ? (
        <>
          It waits for a reviewer: <bdi>{either(reviewers)}</bdi>.
        </>
      ) : (
        <>
          Marketers write and publish approved replies. If something in it is wrong, tell{' '}
          <bdi>{either(writers)}</bdi>.
        </>
      )}
    </p>
  );
}
