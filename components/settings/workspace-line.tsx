'use client';

import type { WorkspaceChoice } from '@/lib/queries/members/workspaces-of';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { switchWorkspaceAction } from './actions';
import { useChange } from './use-change';

/** A workspace of one's own, and the way into it. */
export function WorkspaceLine({ choice, isHere }: { choice: WorkspaceChoice; isHere: boolean }) {
  const { change, isPending, problem } = useChange(switchWorkspaceAction, () =>
    // A whole new page: nothing that was read in the other workspace may stay in the cache.
    window.location.assign('/'),
  );
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <p className="min-w-40 flex-1 font-strong">
        {choice.name}
        {isHere ? <span className="font-quiet text-met"> (here)</span> : null}
      </p>
      {isHere ? null : (
        <Button disabled={isPending} onClick={() => change({ workspaceId: choice.id })}>
          Go to {choice.name}
        </Button>
      )}
      <Notice message={problem} />
    </li>
  );
}
