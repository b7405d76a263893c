'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { MeView } from '@/lib/queries/inbox/views';
import { whole } from '../shell/drawn';
import { useMe } from '../shell/me';
import { ConnectionLine } from './connection-line';
import type { LiveState } from './stream';

/** Keeps what is on the screen true: an event arrives, what it made stale is read again. */
export function LiveUpdates() {
  const client = useQueryClient();
  const router = useRouter();
  const [state, setState] = useState<LiveState>('connecting');
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

  return <ConnectionLine state={state} />;
}

/** The same person as at the start, so that a refreshed page does not start the stream anew. */
function useFirst(me: MeView): MeView {
  const [first, setFirst] = useState(me);
  const other = me.memberId !== first.memberId || me.workspace.id !== first.workspace.id;
  if (other) setFirst(me);
  return other ? me : first;
}
