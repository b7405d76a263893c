import { sql } from 'drizzle-orm';
import { foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { LabelColour } from '@/lib/domain/conversation/labels';
import { instant, ownedByWorkspace } from './columns';
import { workspaces } from './workspaces';

/** What a conversation is about. Conversations hold the ids of theirs. */
export const labels = pgTable(
  'labels',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    name: text().notNull(),
    colour: text().$type<LabelColour>().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Archived labels stay where they are and are put nowhere new. */
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ name: 'labels_pk', columns: [table.workspaceId, table.id] }),
    uniqueIndex('labels_name')
      .on(table.workspaceId, sql`lower(name)`)
      .where(sql`archived_at is null`),
    foreignKey({
      name: 'labels_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);
