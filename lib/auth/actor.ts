import 'server-only';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';

/** Who asks, from a live session row and its membership. Refuses as `unauthenticated` when there is none. */
export function currentActor(): Promise<Actor> {
  return Promise.reject(new Refusal('unauthenticated', 'Sign in to go on.'));
}
