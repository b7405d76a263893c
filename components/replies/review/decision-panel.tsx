'use client';

import { useId, useState } from 'react';
import { reviewersNeeded, shortest } from '@/lib/domain/replies/reply';
import type { VersionView } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { Section } from '../../settings/page-frame';
import { useMe } from '../../shell/me';
import { Button } from '../../ui/button';
import { decideOnVersionAction, withdrawVersionAction } from '../actions';
import { useHolders } from '../use-holders';
import { useReplyChange } from '../use-reply-change';
import { either } from '../words';

/** A second pair of eyes: the way to decide, or why one cannot. */
export function DecisionPanel({ version }: { version: VersionView }) {
  const me = useMe();
  const own = version.reviews.find(({ member, holds }) => holds && member.id === me.memberId);
  return (
    <Section id="review" title="Review">
      <div className="grid gap-3 rounded-md border border-line bg-panel p-3">
        <Count version={version} />
        {version.author.id === me.memberId ? (
          <OwnInReview version={version} />
        ) : (
          <Decision version={version} isDecided={own !== undefined} />
        )}
      </div>
    </Section>
  );
}

function Count({ version }: { version: VersionView }) {
  const needed = reviewersNeeded(version.risk);
  const approved = version.reviews.filter(
    ({ decision, holds }) => holds && decision === 'approved',
  );
  const names = approved.map(({ member }) => member.name);
  return (
    <p role="status">
      {needed === 2 ? 'High risk: two people have to approve it. ' : null}
      {approved.length} of {needed} approved
      {names.length > 0 ? (
        <>
          : <bdi>{names.join(' and ')}</bdi>
        </>
      ) : null}
      .
    </p>
  );
}

function OwnInReview({ version }: { version: VersionView }) {
  const { change, isPending, problem } = useReplyChange(withdrawVersionAction);
  const decided = version.reviews.filter(({ holds }) => holds).map(({ member }) => member.name);
  const reviewers = useHolders('reply.review').filter((name) => !decided.includes(name));
  const names = either(reviewers);
  return (
    <>
      <p className="text-ink-2">
        You wrote it, so somebody else has to approve it:{' '}
        {names === '' ? 'there is nobody yet who may.' : <bdi>{names}.</bdi>}
      </p>
      <Notice message={problem} />
      <div>
        <Button disabled={isPending} onClick={() => change({ versionId: version.id })}>
          Take it back to change it
        </Button>
      </div>
    </>
  );
}

function Decision({ version, isDecided }: { version: VersionView; isDecided: boolean }) {
  const id = useId();
  const [comment, setComment] = useState('');
  const { change, isPending, problem, fields } = useReplyChange(decideOnVersionAction);
  const others = useHolders('reply.review', version.author.id);
  if (isDecided) {
    return (
      <p className="text-ink-2">
        You approved it. One more has to: <bdi>{either(others)}.</bdi>
      </p>
    );
  }
  const decide = (decision: 'approved' | 'changes_requested') =>
    change({ versionId: version.id, bodyHash: version.bodyHash ?? '', decision, comment });
  return (
    <>
      <p className="text-ink-2">
        <bdi>{version.author.name}</bdi> wrote it. You decide about exactly what stands here; nobody
        can change it afterwards.
      </p>
      <div>
        <label htmlFor={id} className="mb-1 block font-strong text-ink-2">
          To <bdi>{version.author.name}</bdi>
        </label>
        <textarea
          id={id}
          rows={2}
          dir="auto"
          value={comment}
          maxLength={shortest.comment}
          onChange={({ target }) => setComment(target.value)}
          aria-describedby={`${id}-hint`}
          className="field-sizing-content min-h-14 w-full resize-none rounded-sm border border-line-strong bg-paper px-2.5 py-1.5"
        />
        <p id={`${id}-hint`} className="mt-1 text-fact text-ink-3">
          Needed where something is to be changed.
        </p>
      </div>
      <Notice message={fields['comment'] ?? problem} />
      <div className="flex flex-wrap gap-2">
        <Button tone="go" disabled={isPending} onClick={() => decide('approved')}>
          Approve
        </Button>
        <Button disabled={isPending} onClick={() => decide('changes_requested')}>
          Ask for changes
        </Button>
      </div>
    </>
  );
}
