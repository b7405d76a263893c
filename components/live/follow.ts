import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '@/lib/domain/conversation/events';
import type { MeView } from '@/lib/queries/inbox/views';
import { announceArrivals } from './arrivals';
import { inBursts } from './burst';
import { staleBy } from './stale';
import type { LiveState } from './stream';
import { connectLive } from './stream';

const quietMs = 150;

type Following = {
  client: QueryClient;
  me: MeView;
  onState: (state: LiveState) => void;
  /** The rights of the person on this screen changed. */
  onMyself: () => void;
};

/** Reads again what each event makes stale, from the position of the page's first data on. */
export function follow({ client, me, onState, onMyself }: Following): () => void {
  const burst = inBursts<LiveEvent>((events) => {
    void refetch(client, events);
    if (events.some((event) => concerns(event, me.memberId))) onMyself();
  }, quietMs);
  const stop = connectLive({
    workspaceId: me.workspace.id,
    after: me.seq,
    onEvents: burst.add,
    onResync: () => void client.invalidateQueries(),
    onState,
  });
  return () => {
    stop();
    burst.stop();
  };
}

async function refetch(client: QueryClient, events: readonly LiveEvent[]) {
  await Promise.all(staleBy(events).map((queryKey) => client.invalidateQueries({ queryKey })));
  announceArrivals(client, events);
}

function concerns({ type, memberId }: LiveEvent, me: string): boolean {
  return memberId === me && (type === 'member.changed' || type === 'member.removed');
}
