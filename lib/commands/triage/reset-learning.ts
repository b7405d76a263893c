import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { triageLessons, triageModels } from '@/db/schema/triage';
import { command } from '../command';

/** Throws away what was learned; what people said of messages stays with these. */
export const resetLearning = command({
  permission: 'triage.manage',
  input: z.strictObject({}),
  async run({ tx, workspaceId }) {
    const known = await tx
      .update(triageModels)
      .set({
        version: sql`${triageModels.version} + 1`,
        weights: Buffer.alloc(0),
        lessons: 0,
        resetAt: sql`now()`,
        changedAt: sql`now()`,
      })
      .where(eq(triageModels.workspaceId, workspaceId))
      .returning({ version: triageModels.version });
    if (known.length === 0) return { value: null, events: [] };
    await tx.delete(triageLessons).where(eq(triageLessons.workspaceId, workspaceId));
    return { value: null, events: [{ type: 'triage.changed' }] };
  },
});
