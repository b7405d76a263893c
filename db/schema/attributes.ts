import { sql } from 'drizzle-orm';
import {
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AttributeType } from '@/lib/domain/contact/contact';
import { instant, ownedByWorkspace } from './columns';
import { workspaces } from './workspaces';

/** What a workspace wants to know of its contacts beyond what every workspace does. Contacts hold the values by `key`. */
export const attributes = pgTable(
  'attributes',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    /** Never changes: values, rules and other systems name it. */
    key: text().notNull(),
    name: text().notNull(),
    /** Never changes either: values of one type are none of another. */
    type: text().$type<AttributeType>().notNull(),
    /** Of a choice: what can be chosen, in order. */
    choices: text().array().notNull().default(sql`'{}'::text[]`),
    position: integer().notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Archived ones are shown no more; what contacts have of them stays. */
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ name: 'attributes_pk', columns: [table.workspaceId, table.id] }),
    unique('attributes_key').on(table.workspaceId, table.key),
    uniqueIndex('attributes_name')
      .on(table.workspaceId, sql`lower(name)`)
      .where(sql`archived_at is null`),
    foreignKey({
      name: 'attributes_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);
