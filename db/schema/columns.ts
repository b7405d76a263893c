import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The column that every tenant table starts with and every key leads with. */
export function ownedByWorkspace() {
  return { workspaceId: uuid('workspace_id').notNull() };
}

/** An instant with the database's microseconds, as text: a JavaScript Date would drop them and skip rows in keyset pages. */
export function instant(name?: string) {
  const options = { withTimezone: true, mode: 'string' } as const;
  return name === undefined ? timestamp(options) : timestamp(name, options);
}

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
});
