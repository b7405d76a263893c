import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ConsentScope, ConsentSource } from '@/lib/domain/consent/ledger';
import type { WordEffect } from '@/lib/domain/consent/words';
import { instant, ownedByWorkspace } from './columns';
import { conversations, messages } from './conversations';
import { contacts, identities } from './people';
import { members, workspaces } from './workspaces';

/**
 * What people allowed and forbade. Only ever added to: the newest word of each scope holds. A yes counts
 * on the network it was given on, a no everywhere.
 */
export const consents = pgTable(
  'consents',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    contactId: uuid('contact_id').notNull(),
    /** As whom they said it. */
    identityId: uuid('identity_id').notNull(),
    /** Where it was said, or from where it was recorded. */
    conversationId: uuid('conversation_id').notNull(),
    scope: text().$type<ConsentScope>().notNull(),
    granted: boolean().notNull(),
    source: text().$type<ConsentSource>().notNull(),
    /** The message that says so; null for what was told elsewhere. */
    messageId: uuid('message_id'),
    /** The word, or how it was told: in the words of whoever recorded it. */
    evidence: text(),
    /** Null for what a word did by itself. */
    memberId: uuid('member_id'),
    /** The one message that told them that their no was heard. */
    confirmationId: uuid('confirmation_id'),
    /** When they said it, and when that was written down. */
    at: instant().notNull(),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'consents_pk', columns: [table.workspaceId, table.id] }),
    index('consents_of_contact').on(table.workspaceId, table.contactId, table.at),
    index('consents_to_offers')
      .on(table.workspaceId, table.identityId)
      .where(sql`scope = 'offers' and granted`),
    foreignKey({
      name: 'consents_contact_fk',
      columns: [table.workspaceId, table.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
    }),
    foreignKey({
      name: 'consents_identity_fk',
      columns: [table.workspaceId, table.identityId],
      foreignColumns: [identities.workspaceId, identities.id],
    }),
    foreignKey({
      name: 'consents_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'consents_message_fk',
      columns: [table.workspaceId, table.messageId],
      foreignColumns: [messages.workspaceId, messages.id],
    }),
    foreignKey({
      name: 'consents_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** Words that change a person's ledger when a message says nothing else. */
export const consentWords = pgTable(
  'consent_words',
  {
    ...ownedByWorkspace(),
    /** As it is compared: see `plainWord`. */
    plain: text().notNull(),
    /** As it was written into the settings. */
    word: text().notNull(),
    effect: text().$type<WordEffect>().notNull(),
  },
  (table) => [
    primaryKey({ name: 'consent_words_pk', columns: [table.workspaceId, table.plain] }),
    foreignKey({
      name: 'consent_words_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);
