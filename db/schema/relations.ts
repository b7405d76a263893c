import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Source } from '@/lib/domain/permissions/known';
import type { RelationFactName } from '@/lib/domain/permissions/relation';
import { channels } from './channels';
import { instant, ownedByWorkspace } from './columns';
import { identities } from './people';

/** Something known of a person in relation to one channel: a row each, the newest word wins. */
export const relationFacts = pgTable(
  'relation_facts',
  {
    ...ownedByWorkspace(),
    channelId: uuid('channel_id').notNull(),
    identityId: uuid('identity_id').notNull(),
    name: text().$type<RelationFactName>().notNull(),
    value: boolean().notNull(),
    source: text().$type<Source>().notNull(),
    /** When it was true, which for a look-up is when it was answered. */
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'relation_facts_pk',
      columns: [table.workspaceId, table.channelId, table.identityId, table.name],
    }),
    ...ofBoth('relation_facts', table),
  ],
);

/** A question to the network that waits to be asked. Gone once it is answered. */
export const relationChecks = pgTable(
  'relation_checks',
  {
    ...ownedByWorkspace(),
    channelId: uuid('channel_id').notNull(),
    identityId: uuid('identity_id').notNull(),
    dueAt: instant('due_at').notNull().defaultNow(),
    tries: integer().notNull().default(0),
    /** Names the hold of a worker: who comes back late changes nothing. */
    leaseId: uuid('lease_id'),
    /** Why the last try did not work: a code. */
    problem: text(),
  },
  (table) => [
    primaryKey({
      name: 'relation_checks_pk',
      columns: [table.workspaceId, table.channelId, table.identityId],
    }),
    index('relation_checks_due').on(table.dueAt).where(sql`tries < 8`),
    ...ofBoth('relation_checks', table),
  ],
);

type Both = Record<
  'workspaceId' | 'channelId' | 'identityId',
  Parameters<typeof foreignKey>[0]['columns'][0]
>;

function ofBoth(name: string, table: Both) {
  return [
    foreignKey({
      name: `${name}_channel_fk`,
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
    foreignKey({
      name: `${name}_identity_fk`,
      columns: [table.workspaceId, table.identityId],
      foreignColumns: [identities.workspaceId, identities.id],
    }),
  ];
}
