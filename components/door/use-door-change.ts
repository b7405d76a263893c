'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { ActionResult } from '@/lib/action';
import { useChange } from '../settings/use-change';
import { doorsQuery } from './queries';

/** Does something about a door and reads the doors again. */
export function useDoorChange<T>(
  action: (input: unknown) => Promise<ActionResult<T>>,
  onDone?: () => void,
) {
  const client = useQueryClient();
  return useChange(action, () => {
    void client.invalidateQueries({ queryKey: doorsQuery.queryKey });
    onDone?.();
  });
}
