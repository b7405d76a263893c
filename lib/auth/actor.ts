import 'server-only';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { currentPerson } from './person';

/**
 * Who asks, from a live session row and its membership. Refuses as `unauthenticated` without a session
 * and as `forbidden` when the person is no member of the workspace they look at.
 */
export async function currentActor(): Promise<Actor> {
  const { actor } = await currentPerson();
  if (actor === null) {
    throw new Refusal('forbidden', 'You are not a member of this workspace any more.');
  }
  return actor;
}
