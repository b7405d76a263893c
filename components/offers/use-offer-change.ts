'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { ActionResult } from '@/lib/action';
import { useChange } from '../settings/use-change';

/** Runs an action about an offer, and reads everything about offers anew. */
export function useOfferChange<T>(
  action: (input: unknown) => Promise<ActionResult<T>>,
  onDone?: (value: T) => void,
) {
  const client = useQueryClient();
  return useChange(action, (value: T) => {
    void client.invalidateQueries({ queryKey: ['offers'] });
    onDone?.(value);
  });
}
