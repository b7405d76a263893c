import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { slaPolicies } from '@/db/schema/sla';
import { Refusal } from '@/lib/domain/refusal';
import { policiesInUse } from '@/lib/sla-in-use';
import { command } from '../command';
import { policyAmong } from './among';
import { applyTo, changed, oneAtATime } from './settings';

/** Takes a policy out of use: the next that fits takes its conversations. Never the one that takes all. */
export const archivePolicy = command({
  permission: 'sla.manage',
  input: z.strictObject({ policyId: z.uuid(), applyTo }),
  async run(context, { policyId, applyTo: to }) {
    await oneAtATime(context);
    const policy = policyAmong(await policiesInUse(context.tx, context.workspaceId), policyId);
    if (policy.takesAll) {
      throw new Refusal(
        'conflict',
        `“${policy.name}” takes every conversation that no other policy takes, so it stays.`,
      );
    }
    const { tx, workspaceId } = context;
    await tx
      .update(slaPolicies)
      .set({ archivedAt: sql`now()` })
      .where(and(eq(slaPolicies.workspaceId, workspaceId), eq(slaPolicies.id, policyId)));
    return await changed(context, null, to);
  },
});
