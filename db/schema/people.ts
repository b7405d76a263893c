import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AttributeValues, ContactKind } from '@/lib/domain/contact/contact';
import { instant, ownedByWorkspace } from './columns';
import { workspaces } from './workspaces';

/** A person who talks to the brand. */
export const contacts = pgTable(
  'contacts',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** Where they live, as an IANA time zone, if somebody here knows. */
    zone: text(),
    kind: text().$type<ContactKind>().notNull().default('customer'),
    vip: boolean().notNull().default(false),
    /** Labels of this workspace, as conversations have them. */
    labelIds: uuid('label_ids').array().notNull().default(sql`'{}'::uuid[]`),
    /** What the workspace's own attributes say of them, by the attribute's key. */
    attributes: jsonb().$type<AttributeValues>().notNull().default({}),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'contacts_pk', columns: [table.workspaceId, table.id] }),
    check(
      'contacts_kind',
      sql`${table.kind} in ('customer', 'journalist', 'partner', 'creator', 'other')`,
    ),
    // Few are something else than customers, and few are VIP: a search begins with them.
    index('contacts_of_kind').on(table.workspaceId, table.kind).where(sql`kind <> 'customer'`),
    index('contacts_vip').on(table.workspaceId, table.id).where(sql`vip`),
    index('contacts_called')
      .using('gin', sql`porchlight_lexemes(porchlight_scope(workspace_id), name)`)
      .with({ fastupdate: false }),
    index('contacts_labels').using('gin', table.labelIds).with({ fastupdate: false }),
    foreignKey({
      name: 'contacts_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);

/** The same person on one network. */
export const identities = pgTable(
  'identities',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    contactId: uuid('contact_id').notNull(),
    network: text().notNull(),
    externalId: text('external_id').notNull(),
    handle: text(),
    name: text(),
    avatarUrl: text('avatar_url'),
    verified: boolean(),
    followerCount: integer('follower_count'),
    seenAt: instant('seen_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'identities_pk', columns: [table.workspaceId, table.id] }),
    index('identities_of_contact').on(table.workspaceId, table.contactId),
    index('identities_handle').on(table.workspaceId, table.network, sql`lower(handle)`),
    index('identities_called')
      .using(
        'gin',
        sql`porchlight_lexemes(porchlight_scope(workspace_id), coalesce(name, '') || ' ' || coalesce(handle, ''))`,
      )
      .with({ fastupdate: false }),
    unique('identities_external').on(table.workspaceId, table.network, table.externalId),
    foreignKey({
      name: 'identities_contact_fk',
      columns: [table.workspaceId, table.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
    }),
  ],
);
