'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action';
import type { RefusalView } from '@/lib/domain/refusal';

type Action<T> = (input: unknown) => Promise<ActionResult<T>>;

const didNotAnswer: RefusalView = {
  code: 'unavailable',
  message: 'Porchlight did not answer. Nothing was changed; try again.',
};

/**
 * Runs an action and reads the page again, or says why not: `fields` at the fields it is about, else
 * `problem`. `isPending` until the new page is there; `guess` may show by then what will probably be.
 */
export function useChange<T>(action: Action<T>, onDone?: (value: T) => void) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [refusal, setRefusal] = useState<RefusalView>();

  function change(input: unknown, guess?: () => void) {
    start(async () => {
      guess?.();
      const result = await action(input).catch(() => null);
      if (result?.ok) {
        setRefusal(undefined);
        onDone?.(result.value);
      } else {
        setRefusal(result?.refusal ?? didNotAnswer);
      }
      // What was typed wrongly says nothing new about the page: whoever puts it right need not wait for it.
      if (result?.ok || result?.refusal.code !== 'invalid') router.refresh();
    });
  }

  return { change, isPending, problem: refusal?.message, fields: fieldsOf(refusal) };
}

function fieldsOf(refusal: RefusalView | undefined): Readonly<Record<string, string>> {
  const fields = refusal?.details?.['fields'];
  return typeof fields === 'object' && fields !== null ? (fields as Record<string, string>) : {};
}
