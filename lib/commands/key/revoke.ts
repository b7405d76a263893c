import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { apiKeys } from '@/db/schema/api';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';

/** Ends a key for ever. What it told stays. */
export const revokeKey = command({
  permission: 'key.manage',
  input: z.strictObject({ keyId: z.uuid() }),
  async run({ tx, workspaceId }, { keyId }) {
    const isKey = and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, keyId));
    const [key] = await tx.select().from(apiKeys).where(isKey).for('update');
    if (!key) throw new Refusal('not_found', 'There is no such key here.');
    if (key.revokedAt !== null) return { value: null, events: [] };
    await tx.update(apiKeys).set({ revokedAt: sql`now()` }).where(isKey);
    return { value: null, events: [{ type: 'key.changed', data: { keyId } }] };
  },
});
