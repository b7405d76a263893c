'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action';

const didNotAnswer = 'Porchlight did not answer. Nothing was changed; try again.';

/** Runs an action about replies and reads what it made stale. The page stays; only what it shows is read anew. */
export function useReplyChange<T>(
  action: (input: unknown) => Promise<ActionResult<T>>,
  onDone?: (value: T) => void,
) {
  const client = useQueryClient();
  const [isPending, start] = useTransition();
  const [refusal, setRefusal] = useState<{ message: string; fields: Record<string, string> }>();

  function change(input: unknown) {
    start(async () => {
      const result = await action(input).catch(() => null);
      if (!result?.ok) {
        const fields = result?.refusal.details?.['fields'];
        setRefusal({
          message: result?.refusal.message ?? didNotAnswer,
          fields: (fields ?? {}) as Record<string, string>,
        });
      } else setRefusal(undefined);
      // What was refused may have been refused because it is otherwise by now.
      await client.invalidateQueries({ queryKey: ['replies'] });
      if (result?.ok) onDone?.(result.value);
    });
  }

  return { change, isPending, problem: refusal?.message, fields: refusal?.fields ?? {} };
}
