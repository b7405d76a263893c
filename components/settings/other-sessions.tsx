'use client';

import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { revokeOtherSessionsAction } from './actions';
import { useChange } from './use-change';

/** Ends every session but this one, in one go. */
export function OtherSessions({ count }: { count: number }) {
  const { change, isPending, problem } = useChange(revokeOtherSessionsAction);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3">
      <Button disabled={isPending} onClick={() => change({})}>
        Sign out the {count === 1 ? 'other browser' : `${count} other browsers`}
      </Button>
      <Notice message={problem} />
    </div>
  );
}
