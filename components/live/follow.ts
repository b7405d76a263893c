import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { LiveEvent } from '@/lib/domain/conversation/events';
import type { Hint } from '@/lib/domain/presence/presence';
import type { MeView } from '@/lib/queries/inbox/views';
import { firstRows, freshenLists } from '../inbox/fresh-lists';
import { touchEverything, touchMessages } from '../thread/touched';
import { announceArrivals } from './arrivals';
import { tellNothingMore } from './being-here';
import { inBursts } from './burst';
import { compareBuilds } from './compare-builds';
import { sayFarewell } from './farewell';
import { noticeOldBuild } from './new-build';
import { awaitPresent, setPresent } from './presence';
import { readAgain } from './read-again';
import { isRedrawn } from './redrawn';
import { staleBy } from './stale';
import type { LiveState } from './stream';
import { connectLive } from './stream';
import { tellTaken } from './taken';

const quietMs = 150;
/** The board shows everybody at once, so that whatever happens concerns it. */
const boardQuietMs = 1_000;

type Following = {
  client: QueryClient;
  me: MeView;
  onState: (state: LiveState) => void;
  /** What the server drew holds no more. */
  onRedraw: () => void;
};

/** Reads again what each event makes stale, from the position of the page's first data on. */
export function follow({ client, me, onState, onRedraw }: Following): () => void {
  const board = inBursts<QueryKey>(([queryKey]) => {
    if (queryKey) void readAgain(client, queryKey);
  }, boardQuietMs);
  const burst = inBursts<LiveEvent>((events) => {
    void refetch(client, events, board.add);
    tellTaken(client, events, me.memberId);
    if (isRedrawn(window.location.pathname, events, me.memberId)) onRedraw();
    if (events.some(({ told }) => told?.includes(me.memberId))) {
      void readAgain(client, ['notifications']);
    }
  }, quietMs);
  let lost = false;
  const stop = connectLive({
    workspaceId: me.workspace.id,
    after: me.seq,
    onEvents: burst.add,
    onResync: () => {
      touchEverything();
      void client.invalidateQueries();
    },
    onHint: (hint) => heed(client, hint, me.memberId),
    onState: (state) => {
      if (state === 'live' && lost) void compareBuilds(me.build);
      lost = state === 'reconnecting';
      if (state === 'live') {
        awaitPresent();
        void readMarksAnew(client);
      }
      if (state === 'ended') {
        sayFarewell();
        tellNothingMore();
      }
      onState(state);
    },
  });
  window.addEventListener('unhandledrejection', noticeRejection);
  return () => {
    window.removeEventListener('unhandledrejection', noticeRejection);
    stop();
    burst.stop();
    board.stop();
  };
}

/** What was read elsewhere is told once and to whoever listens just then: before that, nobody did. */
async function readMarksAnew(client: QueryClient): Promise<void> {
  await Promise.all([
    freshenLists(client, firstRows(client)),
    client.invalidateQueries({ queryKey: ['views'] }),
  ]);
}

function noticeRejection(event: PromiseRejectionEvent) {
  if (noticeOldBuild(event.reason)) event.preventDefault();
}

function heed(client: QueryClient, hint: Hint, me: string) {
  if (hint.kind === 'present') {
    setPresent(hint.present, me);
    return;
  }
  for (const id of hint.conversationIds) {
    void client.invalidateQueries({ queryKey: [hint.kind === 'draft' ? 'drafts' : 'thread', id] });
  }
  if (hint.kind === 'read') {
    void freshenLists(client, new Set(hint.conversationIds));
    void client.invalidateQueries({ queryKey: ['views'] });
  }
}

async function refetch(
  client: QueryClient,
  events: readonly LiveEvent[],
  onBoard: (keys: readonly QueryKey[]) => void,
) {
  touchMessages(events.flatMap(({ messageId }) => messageId ?? []));
  const happened = new Set(events.flatMap(({ conversationId }) => conversationId ?? []));
  await Promise.all(
    staleBy(events).map((queryKey) => {
      if (queryKey[0] === 'board') return onBoard([queryKey]);
      return queryKey[0] === 'conversations'
        ? freshenLists(client, happened, readAgain)
        : readAgain(client, queryKey);
    }),
  );
  announceArrivals(client, events);
}
