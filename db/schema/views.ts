import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Sort } from '@/lib/domain/conversation/view';
import { instant, ownedByWorkspace } from './columns';
import { members } from './workspaces';

/** A search that somebody keeps: their own, or the whole team's. */
export const savedViews = pgTable(
  'saved_views',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    /** Whose it is; null when the team shares it. */
    ownerId: uuid('owner_id'),
    createdBy: uuid('created_by').notNull(),
    name: text().notNull(),
    /** In the grammar of the search field. */
    query: text().notNull(),
    sort: text().$type<Sort>().notNull(),
    position: integer().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'saved_views_pk', columns: [table.workspaceId, table.id] }),
    index('saved_views_of_owner').on(table.workspaceId, table.ownerId),
    foreignKey({
      name: 'saved_views_creator_fk',
      columns: [table.workspaceId, table.createdBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);
