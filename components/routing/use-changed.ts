'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { ActionResult } from '@/lib/action';
import { useChange } from '../settings/use-change';

/** Runs an action about rules and reads them again at once, before the event of it comes round. */
export function useRulesChange<T>(
  action: (input: unknown) => Promise<ActionResult<T>>,
  onDone?: (value: T) => void,
) {
  const client = useQueryClient();
  return useChange(action, (value) => {
    void client.invalidateQueries({ queryKey: ['routing'] });
    onDone?.(value);
  });
}
