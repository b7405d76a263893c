'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { toast } from '../ui/toast';
import { chooseNotificationsAction } from './actions';
import { notificationsQuery } from './queries';

const unreachable = 'Porchlight did not answer. Nothing was changed; try again.';

/** Changes how one is told: shown at once, taken back if the server refuses. */
export function useChoices() {
  const client = useQueryClient();
  const [pending, setPending] = useState(0);

  async function choose(choices: NotificationChoices) {
    const { queryKey } = notificationsQuery;
    await client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, (list) => list && { ...list, choices });
    setPending((count) => count + 1);
    const result = await chooseNotificationsAction(choices).catch(() => null);
    setPending((count) => count - 1);
    if (!result?.ok) toast(result?.refusal.message ?? unreachable, { grave: true });
    await client.invalidateQueries({ queryKey });
  }

  return { choose, isPending: pending > 0 };
}
