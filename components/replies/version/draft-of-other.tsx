'use client';

import { useQuery } from '@tanstack/react-query';
import { can } from '@/lib/domain/access/can';
import type { VersionView } from '@/lib/queries/replies/views';
import { membersQuery } from '../../inbox/queries';
import { DiscardButton } from './discard-button';

/** A colleague's draft: it is theirs, unless they write no more. */
export function DraftOfOther({ version }: { version: VersionView }) {
  const { data: members } = useQuery(membersQuery);
  const author = members?.find(({ id }) => id === version.author.id);
  const writesOn = !members || (author && !author.removed && can(author, 'reply.write'));
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">
        {writesOn ? (
          <>
            <bdi>{version.author.name}</bdi> is writing this. Only its author changes a draft, so
            that its reviewer is somebody else.
          </>
        ) : (
          <>
            <bdi>{version.author.name}</bdi> wrote this and writes no replies any more. Discard it
            to begin another.
          </>
        )}
      </p>
      {writesOn ? null : <DiscardButton version={version} />}
    </div>
  );
}
