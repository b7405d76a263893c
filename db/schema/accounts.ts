import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** A person who signs in. What they may do stands in their memberships. */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    /** Lower case. */
    email: text().notNull(),
    name: text().notNull(),
    /** Argon2id in PHC form; null for people who only sign in through their company's provider. */
    passwordHash: text('password_hash'),
    /** `issuer|subject` of the OpenID Connect provider. */
    oidcSubject: text('oidc_subject'),
    createdAt: instant('created_at').notNull().defaultNow(),
    disabledAt: instant('disabled_at'),
  },
  (table) => [
    uniqueIndex('users_email').on(table.email),
    uniqueIndex('users_oidc').on(table.oidcSubject),
  ],
);

/** One signed-in browser. The cookie carries only the secret whose hash is the key here. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    /** SHA-256 of the secret in the cookie, hex. */
    secretHash: text('secret_hash').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** The workspace this browser is looking at; only believed while the membership exists. */
    workspaceId: uuid('workspace_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
    seenAt: instant('seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    ip: text(),
    userAgent: text('user_agent'),
  },
  (table) => [
    uniqueIndex('sessions_secret').on(table.secretHash),
    index('sessions_of_user').on(table.userId),
  ],
);

/** Failed sign-ins, counted per account, per address and per pair. */
export const signInThrottle = pgTable('sign_in_throttle', {
  /** Such as `account:<hash>` or `ip:<address>`. */
  key: text().primaryKey(),
  points: integer().notNull(),
  windowEndsAt: instant('window_ends_at').notNull(),
});
