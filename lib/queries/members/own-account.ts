import 'server-only';
import { eq, isNotNull } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { users } from '@/db/schema/accounts';
import type { Actor } from '@/lib/domain/access/can';

/** How this person signs in. */
export async function ownAccount({ userId }: Actor): Promise<{ hasPassword: boolean }> {
  const [account] = await withSystem(
    (tx) =>
      tx
        .select({ hasPassword: isNotNull(users.passwordHash).mapWith(Boolean) })
        .from(users)
        .where(eq(users.id, userId)),
    'read',
  );
  return { hasPassword: account?.hasPassword ?? false };
}
