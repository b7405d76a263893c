'use client';

import { useEffect, useState } from 'react';
import type { Decision } from '@/lib/domain/permissions/decide';
import { ask } from '../thread/ask';
import { toast } from '../ui/toast';
import { askNetworkAction } from './actions';

/** A network that has not answered after so long answers later, or not at all. */
const patienceMs = 15_000;

export type Asking = { underway: boolean; start: () => void };

/** Has the network asked about a person; underway until a newer answer than the one on screen is here. */
export function useAsking(conversationId: string, permission: Decision): Asking {
  const [asked, setAsked] = useState<Decision | null>(null);
  const underway = asked === permission;

  useEffect(() => {
    if (!underway) return;
    const timer = setTimeout(() => {
      setAsked(null);
      toast('The network has not answered yet. It is asked again by itself.');
    }, patienceMs);
    return () => clearTimeout(timer);
  }, [underway]);

  async function start() {
    setAsked(permission);
    const result = await ask(() => askNetworkAction({ conversationId }));
    if (result.ok) return;
    setAsked(null);
    toast(result.refusal.message, { grave: true });
  }

  return { underway, start: () => void start() };
}
