'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { LiveEvent } from '@/lib/domain/conversation/events';
import { useMe } from '../shell/me';
import { announceArrivals } from './arrivals';
import { inBursts } from './burst';
import { ConnectionLine } from './connection-line';
import { staleBy } from './stale';
import type { LiveState } from './stream';
import { connectLive } from './stream';

const quietMs = 150;

/** Keeps what is on the screen true: an event arrives, what it made stale is read again. */
export function LiveUpdates() {
  const client = useQueryClient();
  const router = useRouter();
  const { memberId, workspace, seq } = useMe();
  const [state, setState] = useState<LiveState>('connecting');
  const start = useRef(seq);

  useEffect(() => {
    const burst = inBursts<LiveEvent>((events) => {
      void refetch(client, events);
      if (events.some((event) => concerns(event, memberId))) router.refresh();
    }, quietMs);
    const stop = connectLive({
      workspaceId: workspace.id,
      after: start.current,
      onEvents: burst.add,
      onResync: () => void client.invalidateQueries(),
      onState: setState,
    });
    return () => {
      stop();
      burst.stop();
    };
  }, [client, router, memberId, workspace.id]);

  return <ConnectionLine state={state} />;
}

async function refetch(client: QueryClient, events: readonly LiveEvent[]) {
  await Promise.all(staleBy(events).map((queryKey) => client.invalidateQueries({ queryKey })));
  announceArrivals(client, events);
}

/** The roles of this very person changed: the whole screen may have to. */
function concerns({ type, memberId }: LiveEvent, me: string): boolean {
  return memberId === me && (type === 'member.changed' || type === 'member.removed');
}
