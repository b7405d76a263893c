'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { ChannelHealthView } from '@/lib/queries/channels/channel-health';
import { useClock } from '../ui/clock';

const BUSY_MS = 2_000;
const CALM_MS = 20_000;

/** Reads the page again from time to time, and often while a channel is being looked after. */
export function KeepFresh({ channels }: { channels: readonly ChannelHealthView[] }) {
  const router = useRouter();
  const { now } = useClock();
  const isBusy = channels.some(
    ({ isBeingHealed, nextLookAt }) =>
      isBeingHealed || (nextLookAt !== null && Date.parse(nextLookAt) <= now),
  );
  useEffect(() => {
    const timer = setInterval(
      () => {
        if (!document.hidden) router.refresh();
      },
      isBusy ? BUSY_MS : CALM_MS,
    );
    return () => clearInterval(timer);
  }, [router, isBusy]);
  return null;
}
