'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { toast } from '../ui/toast';
import { chooseNotificationsAction } from './actions';
import { notificationsQuery } from './queries';

const unreachable = 'Porchlight did not answer. Nothing was changed; try again.';

/**
 * Changes how one is told: shown at once, taken back if the server refuses. While a change is under way
 * `wanted` is what the next one builds on, for what is read meanwhile may not know of it yet.
 */
export function useChoices() {
  const client = useQueryClient();
  const [wanted, setWanted] = useState<NotificationChoices | null>(null);
  const underWay = useRef(0);

  async function choose(choices: NotificationChoices) {
    const { queryKey } = notificationsQuery;
    setWanted(choices);
    underWay.current += 1;
    const result = await chooseNotificationsAction(choices).catch(() => null);
    underWay.current -= 1;
    if (!result?.ok) toast(result?.refusal.message ?? unreachable, { grave: true });
    if (underWay.current > 0) return;
    await client.cancelQueries({ queryKey });
    if (underWay.current > 0) return;
    if (result?.ok) {
      client.setQueryData(queryKey, (list) => list && { ...list, choices: result.value });
    }
    setWanted(null);
    await client.invalidateQueries({ queryKey });
  }

  return { choose, wanted };
}
