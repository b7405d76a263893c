'use client';

import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import type { ChannelView } from '@/lib/queries/inbox/views';
import { channelsQuery } from '../inbox/queries';
import { Drawn } from '../shell/drawn';

const TroubleLine = lazy(() =>
  import('./trouble-line').then((loaded) => ({ default: loaded.TroubleLine })),
);

/** Tells everyone in the inbox when a channel brings nothing any more. Most days it is not there at all. */
export function ChannelTrouble() {
  const { data } = useQuery({ ...channelsQuery, select: inTrouble });
  if (!data || data.length === 0) return null;
  return (
    <Drawn>
      <TroubleLine channels={data} />
    </Drawn>
  );
}

function inTrouble(channels: readonly ChannelView[]): ChannelView[] {
  return channels.filter(
    ({ status, silentSince }) =>
      status === 'reconnect' || (status !== 'disconnected' && silentSince !== null),
  );
}
