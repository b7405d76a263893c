'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { lazy, useEffect, useState } from 'react';
import type { MeView } from '@/lib/queries/inbox/views';
import { whole } from '../shell/drawn';
import { Late } from '../shell/late';
import { useMe } from '../shell/me';
import type { LiveState } from './stream';

const ConnectionLine = lazy(() =>
  import('./connection-line').then((loaded) => ({ default: loaded.ConnectionLine })),
);

/** Keeps what is on the screen true: an event arrives, what it made stale is read again. */
export function LiveUpdates() {
  const client = useQueryClient();
  const router = useRouter();
  // Null until the stream is followed; its line is fetched then, while there is a connection to fetch it by.
  const [state, setState] = useState<LiveState | null>(null);
  const me = useFirst(useMe());

  useEffect(() => {
    let stop: (() => void) | undefined;
    let over = false;
    // When the page is whole: the stream goes on from the page's own position, so nothing is missed.
    void Promise.all([import('./follow'), whole()]).then(([{ follow }]) => {
      if (over) return;
      stop = follow({ client, me, onState: setState, onRedraw: () => router.refresh() });
    });
    return () => {
      over = true;
      stop?.();
    };
  }, [client, router, me]);

  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-0 z-50">
      <Late>{state ? <ConnectionLine state={state} /> : null}</Late>
    </div>
  );
}

/** The same person as at the start, so that a refreshed page does not start the stream anew. */
function useFirst(me: MeView): MeView {
  const [first, setFirst] = useState(me);
  const other = me.memberId !== first.memberId || me.workspace.id !== first.workspace.id;
  if (other) setFirst(me);
  return other ? me : first;
}
