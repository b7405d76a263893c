import 'server-only';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { slaSpreads } from '@/db/schema/sla';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext, Outcome } from '../command';

/** Whether a change holds for conversations to come, or is carried to the open ones as well. */
export const applyTo = z.enum(['new', 'open']);
export type ApplyTo = z.output<typeof applyTo>;

/** One change of promises and hours at a time: what each rests on is then what the others left. */
export async function oneAtATime({ tx, workspaceId }: CommandContext): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`promises of ${workspaceId}`}, 0))`,
  );
}

/** What a change comes to: everybody hears of it, and the open conversations get it where that was asked for. */
export async function changed<T>(
  { tx, workspaceId, actor }: CommandContext,
  value: T,
  to: ApplyTo,
): Promise<Outcome<T>> {
  if (to === 'open') {
    await tx.insert(slaSpreads).values({ workspaceId, id: uuid(), createdBy: actor.memberId });
  }
  return { value, events: [{ type: 'sla.changed' }], nudges: to === 'open' ? ['sla'] : [] };
}

/** Refuses what was made from a version that is none any more. */
export function requireCurrent(
  current: { id: string; by: string | null },
  basedOn: string | null,
  what: string,
): void {
  if (current.id === basedOn) return;
  throw new Refusal(
    'conflict',
    `${current.by ?? 'Somebody'} changed ${what} meanwhile. What you entered is still here and not saved.`,
  );
}
