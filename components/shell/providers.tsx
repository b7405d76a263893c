'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import type { QueryClient } from '@tanstack/react-query';
import { isServer, QueryCache, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MeView } from '@/lib/queries/inbox/views';
import { isFarewellSaid } from '../live/farewell';
import { ClockProvider } from '../ui/clock';
import { FreshClient } from './fresh-client';
import { MeProvider } from './me';
import { ReadFailed } from './read-json';

let browserClient: QueryClient | undefined;

/** What every signed-in screen stands on: the cache of reads, the clock and who is here. */
export function Providers({
  me,
  now,
  zone,
  children,
}: {
  me: MeView;
  now: number;
  zone: string;
  children: ReactNode;
}) {
  return (
    <QueryClientProvider client={clientHere()}>
      <MeProvider me={me}>
        <ClockProvider now={now} zone={zone}>
          {children}
        </ClockProvider>
      </MeProvider>
    </QueryClientProvider>
  );
}

function clientHere(): QueryClient {
  if (isServer) return newClient();
  browserClient ??= newClient();
  return browserClient;
}

function newClient(): QueryClient {
  return new FreshClient({
    queryCache: new QueryCache({ onError: signInAgain }),
    defaultOptions: {
      queries: {
        // The live stream says what is stale; this is for what it may have missed.
        staleTime: 60_000,
        gcTime: 15 * 60_000,
        retry: (count, error) => isWorthRetrying(error) && count < 3,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

function isWorthRetrying(error: Error): boolean {
  return (
    !(error instanceof ReadFailed) || error.code === 'unavailable' || error.code === 'too_many'
  );
}

/** So long the live stream has to say farewell, which leaves what is on screen where it is. */
const farewellMs = 2_000;

function signInAgain(error: Error) {
  if (!(error instanceof ReadFailed) || error.code !== 'unauthenticated') return;
  setTimeout(() => {
    if (isFarewellSaid()) return;
    const { pathname, search } = window.location;
    window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  }, farewellMs);
}
