import 'server-only';
import { headers } from 'next/headers';
import type { ActionResult } from '@/lib/action';
import { refusalOf } from '@/lib/action';
import { requireSameOrigin } from './same-origin';

/** The frame of the few actions that people use before they are signed in: ours alone may call them. */
export async function publicly<T>(run: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    requireSameOrigin(await headers());
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}
