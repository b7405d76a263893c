import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Cookie } from './session-cookie';
import { cookieName, hashOfSecret, newSecret, SESSION_DAYS, sealSession } from './session-cookie';

type Settings = { databaseUrl: string; authSecret: string; appUrl: string };

/**
 * Signs a person in without a form, for journeys and measurements: inserts a session row and returns
 * the cookie that proves it. Needs the database and its secret, so it gives nobody anything new.
 */
export async function mintSession(
  who: { userId: string; workspaceId: string | null },
  { databaseUrl, authSecret, appUrl }: Settings,
): Promise<Cookie & { sessionId: string }> {
  const secret = newSecret();
  const sessionId = uuidv7();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set role porchlight_system');
    await client.query(
      `insert into sessions (id, secret_hash, user_id, workspace_id, expires_at, user_agent)
       values ($1, $2, $3, $4, now() + make_interval(days => $5), 'minted')`,
      [sessionId, hashOfSecret(secret), who.userId, who.workspaceId, SESSION_DAYS],
    );
  } finally {
    await client.end();
  }
  return { name: cookieName(appUrl), value: await sealSession(secret, authSecret), sessionId };
}
