import { sql } from 'drizzle-orm';
import {
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { OutsideData, OutsideKind } from '@/lib/domain/contact/outside-event';
import { eventBudget } from '@/lib/domain/contact/outside-event';
import { instant, ownedByWorkspace } from './columns';
import { contacts } from './people';
import { members } from './workspaces';

/** By what another system shows that it may tell us something. Its name is the source of what it tells. */
export const apiKeys = pgTable(
  'api_keys',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** How the secret begins, to tell keys apart. */
    prefix: text().notNull(),
    /** SHA-256 of the secret, hex. The secret itself was shown once and is kept nowhere. */
    secretHash: text('secret_hash').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    lastUsedAt: instant('last_used_at'),
    /** For ever. Whoever needs it again makes a new one, of the same name if it is the same source. */
    revokedAt: instant('revoked_at'),
    /** How many events it may tell at `budgetAt`; it fills up again as time passes. */
    budget: doublePrecision().notNull().default(eventBudget.most),
    budgetAt: instant('budget_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'api_keys_pk', columns: [table.workspaceId, table.id] }),
    unique('api_keys_secret').on(table.secretHash),
    uniqueIndex('api_keys_name')
      .on(table.workspaceId, sql`lower(name)`)
      .where(sql`revoked_at is null`),
    foreignKey({
      name: 'api_keys_member_fk',
      columns: [table.workspaceId, table.createdBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** What a contact did elsewhere, as another system told it. Only ever added to. */
export const contactEvents = pgTable(
  'contact_events',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    contactId: uuid('contact_id').notNull(),
    keyId: uuid('key_id').notNull(),
    /** The name of the key: it outlives the key, so that a new key of the name is the same source. */
    source: text().notNull(),
    /** The source's own id of it. The same one twice is the same event. */
    sourceId: text('source_id').notNull(),
    kind: text().$type<OutsideKind>().notNull(),
    title: text().notNull(),
    body: text(),
    url: text(),
    data: jsonb().$type<OutsideData>().notNull().default({}),
    /** When it happened, and when it was told. */
    at: instant().notNull(),
    toldAt: instant('told_at').notNull().defaultNow(),
    /** SHA-256 over contact and content, hex: whether what comes again is the same. */
    digest: text().notNull(),
  },
  (table) => [
    primaryKey({ name: 'contact_events_pk', columns: [table.workspaceId, table.id] }),
    unique('contact_events_source').on(table.workspaceId, table.source, table.sourceId),
    index('contact_events_of_contact').on(
      table.workspaceId,
      table.contactId,
      table.at.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    foreignKey({
      name: 'contact_events_contact_fk',
      columns: [table.workspaceId, table.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
    }),
    foreignKey({
      name: 'contact_events_key_fk',
      columns: [table.workspaceId, table.keyId],
      foreignColumns: [apiKeys.workspaceId, apiKeys.id],
    }),
  ],
);
