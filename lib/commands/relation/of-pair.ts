import { and, eq } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Pair } from './learn';

type Columns = Record<'workspaceId' | 'channelId' | 'identityId', PgColumn>;

/** In SQL, that a row is about this pair. */
export function ofPair(table: Columns, workspaceId: string, { channelId, identityId }: Pair) {
  return and(
    eq(table.workspaceId, workspaceId),
    eq(table.channelId, channelId),
    eq(table.identityId, identityId),
  );
}
