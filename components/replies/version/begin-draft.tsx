'use client';

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
}: {
  reply: ReplyDetail;
  version: VersionView;
  open: VersionView | undefined;
}) {
  const { change, isPending, problem } = useReplyChange(startVersionAction, ({ versionId }) =>
    goToVersion(reply.id, versionId),
  );
  if (open) {
    return (
      <p className="flex flex-wrap items-center gap-2 text-ink-2">
        Version {open.number} is {open.state === 'draft' ? 'being written' : 'in review'} by{' '}
        <bdi>{open.author.name}</bdi>.
        <VersionLink version={open} className={buttonClass()}>
          Go to version {open.number}
        </VersionLink>
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      <Notice message={problem} />
      <div>
        <Button
          tone={state === 'changes_requested' ? 'go' : 'plain'}
          disabled={isPending}
          onClick={() => change({ replyId: reply.id, language, fromVersionId: id })}
        >
          Begin a new draft from it
        </Button>
      </div>
    </div>
  );
}
