import 'server-only';
import { sql } from 'drizzle-orm';
import { Refusal } from '@/lib/domain/refusal';
import type { CalendarInUse, PolicyInUse } from '@/lib/sla-in-use';
import type { CommandContext } from '../command';

/** One of the policies in use. Refuses as `not_found`, also for another workspace's. */
export function policyAmong(policies: readonly PolicyInUse[], policyId: string): PolicyInUse {
  const policy = policies.find((one) => one.policyId === policyId);
  if (!policy) throw new Refusal('not_found', 'There is no such policy here.');
  return policy;
}

/** One of the calendars in use. Refuses as `not_found`, also for another workspace's. */
export function calendarAmong(
  calendars: readonly CalendarInUse[],
  calendarId: string,
): CalendarInUse {
  const calendar = calendars.find((one) => one.calendarId === calendarId);
  if (!calendar) throw new Refusal('not_found', 'There are no such hours here.');
  return calendar;
}

/** Gives the policies their places, the first of the list first. */
export async function putInOrder(
  { tx, workspaceId }: CommandContext,
  policyIds: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    update sla_policies set position = place.no
    from unnest(${sql.param(policyIds)}::uuid[]) with ordinality as place(id, no)
    where sla_policies.workspace_id = ${workspaceId} and sla_policies.id = place.id
      and sla_policies.position is distinct from place.no`);
}

/** The same, with one more after all but the policy that takes all. */
export async function putBeforeLast(
  context: CommandContext,
  policies: readonly PolicyInUse[],
  policyId: string,
): Promise<void> {
  const others = policies.filter(({ takesAll }) => !takesAll).map((one) => one.policyId);
  const last = policies.filter(({ takesAll }) => takesAll).map((one) => one.policyId);
  await putInOrder(context, [...others, policyId, ...last]);
}

export function isCalled(name: string) {
  return (one: { name: string }) => one.name.toLowerCase() === name.toLowerCase();
}
