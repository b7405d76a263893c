import 'server-only';
import { eq } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { apiKeys } from '@/db/schema/api';
import { hashOfKey } from './key';

/** Which workspace's key was shown, and what it is called there. */
export type KeyHolder = { workspaceId: string; keyId: string; source: string };

/** Whose key this is; undefined for one that nobody has, or that was revoked. */
export async function keyHolder(secret: string): Promise<KeyHolder | undefined> {
  const [key] = await withSystem(
    (tx) =>
      tx
        .select({
          workspaceId: apiKeys.workspaceId,
          keyId: apiKeys.id,
          source: apiKeys.name,
          revokedAt: apiKeys.revokedAt,
        })
        .from(apiKeys)
        .where(eq(apiKeys.secretHash, hashOfKey(secret))),
    'read',
  );
  if (!key || key.revokedAt !== null) return undefined;
  const { revokedAt: _, ...holder } = key;
  return holder;
}
