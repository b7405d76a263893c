'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action';

type Action<T> = (input: unknown) => Promise<ActionResult<T>>;

/**
 * Runs an action and reads the page again, or says why not. `isPending` until the new page is there;
 * `guess` may show by then what will probably be.
 */
export function useChange<T>(action: Action<T>, onDone?: (value: T) => void) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [problem, setProblem] = useState<string>();

  function change(input: unknown, guess?: () => void) {
    start(async () => {
      guess?.();
      const result = await action(input).catch(() => null);
      if (result?.ok) {
        setProblem(undefined);
        onDone?.(result.value);
      } else {
        setProblem(result?.refusal.message ?? 'Porchlight did not answer. Try again.');
      }
      router.refresh();
    });
  }

  return { change, isPending, problem };
}
