'use client';

import { useState } from 'react';
import { reviewersNeeded } from '@/lib/domain/replies/reply';
import type { TemplateProblem } from '@/lib/domain/replies/template';
import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { Button } from '../../ui/button';
import { submitVersionAction } from '../actions';
import { useHolders } from '../use-holders';
import { useReplyChange } from '../use-reply-change';
import { either } from '../words';
import { DiscardButton } from './discard-button';
import type { DraftKeeper, Keeping } from './draft-keeper';

type Props = {
  reply: ReplyDetail;
  version: VersionView;
  keeper: DraftKeeper;
  keeping: Keeping;
  problems: readonly TemplateProblem[];
};

/** Whether all is kept, and the ways on; in sight for as long as one writes. */
export function DraftFoot({ reply, version, keeper, keeping, problems }: Props) {
  const { submit, isPending, problem } = useSubmit(version.id, keeper);
  const reviewers = useHolders('reply.review');
  const isEmpty = keeping.fields.body.trim() === '';
  const isReady = problems.length === 0 && !isEmpty;
  const needed = reviewersNeeded(reply.risk);
  return (
    <div className="sticky bottom-0 z-10 -mx-5 grid gap-2 border-line border-t bg-paper px-5 py-3 pane:mx-0 pane:px-0">
      <Notice message={keeping.problem ?? problem} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {isReady ? (
          <Button tone="go" disabled={isPending} onClick={submit}>
            Submit for review
          </Button>
        ) : (
          <p className="flex min-h-7 items-center text-ink-2">
            {isEmpty ? 'Write the words, then submit them.' : notReady(problems.length)}
          </p>
        )}
        <DiscardButton version={version} onDiscarded={() => keeper.stop()} />
        <p role="status" className="text-fact text-ink-3">
          {savedWords[keeping.state]}
        </p>
      </div>
      <p className="text-fact text-ink-3">
        {needed === 2 ? 'High risk: two have to approve it. ' : 'Somebody else has to approve it. '}
        Reviewers are{' '}
        <bdi>
          {reviewers.length > 0 ? either(reviewers).replace(' or ', ' and ') : 'nobody yet'}
        </bdi>
        .
      </p>
    </div>
  );
}

const savedWords: Record<Keeping['state'], string> = {
  kept: 'Saved',
  waiting: 'Not saved yet',
  saving: 'Saving',
  unheard: 'Kept on this device; Porchlight does not answer and is tried again',
  refused: 'Not saved',
  newer: 'Not saved: it was saved elsewhere meanwhile',
};

function notReady(count: number): string {
  return count === 1
    ? 'One thing is to be put right before it can be submitted.'
    : `${count} things are to be put right before it can be submitted.`;
}

/** Hands over exactly what is on the screen: what is not kept yet is kept first. */
function useSubmit(versionId: string, keeper: DraftKeeper) {
  const [isFlushing, setFlushing] = useState(false);
  const { change, isPending, problem } = useReplyChange(submitVersionAction);

  async function submit() {
    setFlushing(true);
    const isKept = await keeper.flush();
    setFlushing(false);
    if (isKept) change({ versionId, revision: keeper.now().known.revision });
  }

  return { submit: () => void submit(), isPending: isPending || isFlushing, problem };
}
