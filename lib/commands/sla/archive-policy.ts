import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { slaPolicies } from '@/db/schema/sla';
import { Refusal } from '@/lib/domain/refusal';
import { archivedPolicies, calendarsInUse, policiesInUse } from '@/lib/sla-in-use';
import type { CommandContext } from '../command';
import { command } from '../command';
import { isCalled, policyAmong, putBeforeLast } from './among';
import { applyTo, changed, oneAtATime } from './settings';

/**
 * Takes a policy out of use: the next that fits takes its conversations. Never the one that takes all. Or takes
 * it into use again, after the others that have conditions.
 */
export const archivePolicy = command({
  permission: 'sla.manage',
  input: z.strictObject({ policyId: z.uuid(), archived: z.boolean(), applyTo }),
  async run(context, { policyId, archived, applyTo: to }) {
    await oneAtATime(context);
    await (archived ? requireOther : bringBack)(context, policyId);
    const { tx, workspaceId } = context;
    await tx
      .update(slaPolicies)
      .set({ archivedAt: archived ? sql`now()` : null })
      .where(and(eq(slaPolicies.workspaceId, workspaceId), eq(slaPolicies.id, policyId)));
    return await changed(context, null, to);
  },
});

async function requireOther({ tx, workspaceId }: CommandContext, policyId: string) {
  const { name, takesAll } = policyAmong(await policiesInUse(tx, workspaceId), policyId);
  if (!takesAll) return;
  throw new Refusal(
    'conflict',
    `“${name}” takes every conversation that no other policy takes, so it stays.`,
  );
}

async function bringBack(context: CommandContext, policyId: string) {
  const { tx, workspaceId } = context;
  const { name, calendarId } = policyAmong(await archivedPolicies(tx, workspaceId), policyId);
  const policies = await policiesInUse(tx, workspaceId);
  if (policies.some(isCalled(name))) {
    const said = `Another policy is called “${name}” by now. Rename that one first.`;
    throw new Refusal('conflict', said);
  }
  const calendars = await calendarsInUse(tx, workspaceId);
  if (!calendars.some((one) => one.calendarId === calendarId)) {
    const said = `The hours that “${name}” counts by are archived. Restore those first.`;
    throw new Refusal('conflict', said);
  }
  await putBeforeLast(context, policies, policyId);
}
