import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { slaPolicies, slaPolicyVersions } from '@/db/schema/sla';
import { refusedField } from '@/lib/domain/refusal';
import type { PolicyInUse } from '@/lib/sla-in-use';
import { calendarsInUse, policiesInUse } from '@/lib/sla-in-use';
import type { CommandContext } from '../command';
import { command } from '../command';
import { isCalled, policyAmong, putBeforeLast } from './among';
import { requireNamedThings } from './named-things';
import type { PolicyInput } from './policy-input';
import { policyInput } from './policy-input';
import { applyTo, changed, oneAtATime, requireCurrent } from './settings';

/**
 * Keeps a policy: a new one, or a new version of one. The first of a workspace takes every conversation that no other
 * one takes; later ones come before it, after those that are there.
 */
export const savePolicy = command({
  permission: 'sla.manage',
  input: z.strictObject({
    policyId: z.uuid().nullable(),
    /** The version that was changed; null for a new policy. */
    basedOn: z.uuid().nullable(),
    policy: policyInput,
    applyTo,
  }),
  async run(context, { policyId, basedOn, policy, applyTo: to }) {
    await oneAtATime(context);
    const policies = await policiesInUse(context.tx, context.workspaceId);
    const current = policyId === null ? null : policyAmong(policies, policyId);
    if (current) requireCurrent(current, basedOn, 'this policy');
    requireSense(policy, policies, current);
    await requireCalendar(context, policy.calendarId);
    await requireNamedThings(context, policy);
    if (current && (await isSame(context, current, policy))) {
      return { value: { policyId: current.policyId }, events: [] };
    }
    const id = current ? await replace(context, current) : await begin(context, policies);
    await context.tx.insert(slaPolicyVersions).values({
      workspaceId: context.workspaceId,
      id: uuid(),
      policyId: id,
      no: (current?.no ?? 0) + 1,
      createdBy: context.actor.memberId,
      ...policy,
    });
    return await changed(context, { policyId: id }, to);
  },
});

function requireSense(
  { name, conditions, promises, steps }: PolicyInput,
  policies: readonly PolicyInUse[],
  current: PolicyInUse | null,
): void {
  const takesAll = current?.takesAll ?? policies.length === 0;
  if (takesAll && Object.keys(conditions).length > 0) {
    const said = 'This policy takes every conversation that no other takes: it has no conditions.';
    throw refusedField('conditions', said);
  }
  if (policies.filter((one) => one !== current).some(isCalled(name))) {
    throw refusedField('name', `There is a policy “${name}” already.`, 'conflict');
  }
  for (const [no, { id, metric }] of steps.entries()) {
    if (!promises[metric]) {
      throw refusedField(`steps.${no}.metric`, 'This policy does not promise that.');
    }
    if (steps.findIndex((step) => step.id === id) < no) {
      throw refusedField(`steps.${no}.effects`, 'Two steps cannot be the same one.');
    }
  }
}

async function requireCalendar(
  { tx, workspaceId }: CommandContext,
  calendarId: string,
): Promise<void> {
  const calendars = await calendarsInUse(tx, workspaceId);
  if (calendars.some((one) => one.calendarId === calendarId)) return;
  throw refusedField('calendarId', 'These hours are not there any more. Choose others.');
}

/** As the database reads both: the order of keys is no difference. */
async function isSame(
  { tx, workspaceId }: CommandContext,
  current: PolicyInUse,
  policy: PolicyInput,
) {
  const { rows } = await tx.execute<{ same: boolean }>(sql`
    select name = ${policy.name} and calendar_id = ${policy.calendarId}
      and conditions = ${JSON.stringify(policy.conditions)}::jsonb
      and promises = ${JSON.stringify(policy.promises)}::jsonb
      and steps = ${JSON.stringify(policy.steps)}::jsonb
      and risk_percent = ${policy.riskPercent}
      and automatic_counts = ${policy.automaticCounts} and public_counts = ${policy.publicCounts}
      as same
    from sla_policy_versions where workspace_id = ${workspaceId} and id = ${current.id}`);
  return rows[0]?.same === true;
}

async function replace({ tx, workspaceId }: CommandContext, { policyId, id }: PolicyInUse) {
  await tx
    .update(slaPolicyVersions)
    .set({ replacedAt: sql`now()` })
    .where(and(eq(slaPolicyVersions.workspaceId, workspaceId), eq(slaPolicyVersions.id, id)));
  return policyId;
}

async function begin(context: CommandContext, policies: readonly PolicyInUse[]): Promise<string> {
  const { tx, workspaceId } = context;
  const id = uuid();
  const takesAll = policies.length === 0;
  await tx.insert(slaPolicies).values({ workspaceId, id, position: policies.length + 1, takesAll });
  await putBeforeLast(context, policies, id);
  return id;
}
