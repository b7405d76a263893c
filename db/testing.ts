import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { inject } from 'vitest';
import type { Actor, Role } from '@/lib/domain/access/can';
import { closePool, withSystem, withWorkspace } from './client';
import { users } from './schema/accounts';
import { channels } from './schema/channels';
import { conversations, messages } from './schema/conversations';
import { contacts, identities } from './schema/people';
import { members, workspaces } from './schema/workspaces';

export type TestDatabase = {
  url: string;
  /** Sees everything, past every fence: for assertions only. */
  admin: pg.Pool;
  close: () => Promise<void>;
};

/**
 * A migrated database of this test file's own, with the settings of the process pointing at it.
 * Call it in `beforeAll`, and `close()` in `afterAll`.
 */
export async function testDatabase(settings: Record<string, string> = {}): Promise<TestDatabase> {
  const { adminUrl, loginUrl, template } = inject('testCluster');
  const name = `t_${template.split('_')[1]}_${randomUUID().replaceAll('-', '')}`;
  await onServer(adminUrl, `create database ${name} owner porchlight template ${template}`);
  const url = at(loginUrl, name);
  Object.assign(process.env, testSettings, { DATABASE_URL: url }, settings);
  const admin = new pg.Pool({ connectionString: at(adminUrl, name), max: 4 });
  // The pool outlives the database for a moment when it is dropped under it.
  admin.on('error', () => undefined);
  return {
    url,
    admin,
    close: async () => {
      await closePool();
      await admin.end();
      await onServer(adminUrl, `drop database ${name} with (force)`);
    },
  };
}

/** A workspace with nobody in it, whose replies leave at once; its id. */
export async function aWorkspace(name = 'Test Creamery'): Promise<string> {
  const id = uuid();
  await withWorkspace(id, (tx) =>
    tx.insert(workspaces).values({ id, name, slug: `ws-${id}`, undoSeconds: 0 }),
  );
  return id;
}

/** A signed-in member with these roles. The session row is not made: commands do not ask for it. */
export async function aMember(
  workspaceId: string,
  roles: readonly Role[] = ['agent'],
  name = `Member ${roles.join(' ')}`,
): Promise<Actor> {
  const userId = uuid();
  const memberId = uuid();
  const email = `${memberId}@example.test`;
  await withSystem((tx) => tx.insert(users).values({ id: userId, email, name }));
  await withWorkspace(workspaceId, (tx) =>
    tx
      .insert(members)
      .values({ workspaceId, id: memberId, userId, name, email, roles: [...roles] }),
  );
  return { userId, memberId, workspaceId, sessionId: uuid(), name, email, roles };
}

/** A connected brand account on X; its ids. */
export async function aChannel(
  workspaceId: string,
  values: Partial<typeof channels.$inferInsert> = {},
): Promise<{ id: string; externalId: string }> {
  const id = uuid();
  const externalId = values.externalId ?? anExternalId();
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(channels).values({
      workspaceId,
      id,
      network: 'x',
      externalId,
      handle: `brand${externalId.slice(-6)}`,
      name: 'Test Creamery',
      status: 'connected',
      ...values,
    }),
  );
  return { id, externalId };
}

type ConversationOptions = Partial<typeof conversations.$inferInsert> & {
  channelId?: string;
  text?: string;
};

/** An open conversation with one message from the customer. */
export async function aConversation(workspaceId: string, options: ConversationOptions = {}) {
  const { text = 'Is the salted caramel back?', ...values } = options;
  const channelId = options.channelId ?? (await aChannel(workspaceId)).id;
  const ids = { id: uuid(), identityId: uuid(), contactId: uuid(), messageId: uuid() };
  const personExternalId = anExternalId();
  const messageExternalId = anExternalId();
  const at = new Date(Date.now() - 60_000).toISOString();
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(contacts).values({ workspaceId, id: ids.contactId, name: 'Ana Lima' });
    await tx.insert(identities).values({
      workspaceId,
      id: ids.identityId,
      contactId: ids.contactId,
      network: 'x',
      externalId: personExternalId,
      handle: `ana${personExternalId.slice(-6)}`,
      name: 'Ana Lima',
    });
    await tx.insert(conversations).values({
      workspaceId,
      id: ids.id,
      channelId,
      identityId: ids.identityId,
      lastMessageAt: at,
      lastMessageTie: messageExternalId,
      lastMessageKind: 'inbound',
      preview: text,
      lastInboundAt: at,
      waitingSince: at,
      ...values,
    });
    await tx.insert(messages).values({
      workspaceId,
      id: ids.messageId,
      conversationId: ids.id,
      channelId,
      kind: 'inbound',
      body: text,
      externalId: messageExternalId,
      at,
      tie: messageExternalId,
    });
  });
  return { ...ids, channelId, personExternalId, messageExternalId };
}

let lastExternalId = 2_080_000_000_000_000_000n + BigInt(Math.floor(Math.random() * 1e15));

/** A fresh network id: digits, growing, beyond what a JavaScript number holds. */
export function anExternalId(): string {
  lastExternalId += 1n;
  return String(lastExternalId);
}

const testSettings: Record<string, string> = {
  APP_URL: 'http://localhost:4999',
  AUTH_SECRET: 'tests-only-0123456789abcdef0123456789abcdef',
  ENCRYPTION_KEYS: `t1:${Buffer.from('thirty-two bytes for tests only!').toString('base64')}`,
  LOG_LEVEL: 'silent',
  TIME_SCALE: '0.02',
  X_API_URL: 'http://127.0.0.1:9',
  X_AUTHORIZE_URL: 'http://127.0.0.1:9/i/oauth2/authorize',
  X_CLIENT_ID: 'test-client',
  X_CLIENT_SECRET: 'test-client-secret',
  X_CONSUMER_KEY: 'test-consumer',
  X_CONSUMER_SECRET: 'test-consumer-secret',
  X_BEARER_TOKEN: 'test-bearer',
};

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
