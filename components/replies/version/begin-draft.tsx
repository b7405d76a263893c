'use client';

import type { ReactNode } from 'react';
import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { Button, buttonClass } from '../../ui/button';
import { startVersionAction } from '../actions';
import { useReplyChange } from '../use-reply-change';
import { goToVersion } from './place';
import { VersionLink } from './version-link';

/** A new draft with the words of a version; where one is there already, the way to it. */
export function BeginDraft({
  reply,
  version: { id, language, state },
  open,
  first,
  children,
}: {
  reply: ReplyDetail;
  version: VersionView;
  open: VersionView | undefined;
  /** What is to be done with it rather than that. */
  first?: ReactNode;
  /** What else can be done with it. */
  children?: ReactNode;
}) {
  const { change, isPending, problem } = useReplyChange(startVersionAction, ({ versionId }) =>
    goToVersion(reply.id, versionId),
  );
  if (open) {
    return (
      <div className="grid gap-2">
        <p className="text-ink-2">
          Version {open.number} is {open.state === 'draft' ? 'being written' : 'in review'} by{' '}
          <bdi>{open.author.name}</bdi>.
        </p>
        <div className="flex flex-wrap gap-2">
          {first}
          <VersionLink version={open} className={buttonClass()}>
            Go to version {open.number}
          </VersionLink>
          {children}
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      <Notice message={problem} />
      <div className="flex flex-wrap gap-2">
        {first}
        <Button
          tone={state === 'changes_requested' ? 'go' : 'plain'}
          disabled={isPending}
          onClick={() => change({ replyId: reply.id, language, fromVersionId: id })}
        >
          Begin a new draft from it
        </Button>
        {children}
      </div>
    </div>
  );
}
