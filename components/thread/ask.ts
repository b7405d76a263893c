'use client';

import type { ActionResult } from '@/lib/action';
import type { RefusalView } from '@/lib/domain/refusal';

const unreachable: RefusalView = {
  code: 'unavailable',
  message: 'Porchlight did not answer. Nothing was changed; try again.',
};

/** Runs a server action; not reaching the server is a refusal like any other. */
export async function ask<T>(run: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await run();
  } catch {
    return { ok: false, refusal: unreachable };
  }
}
