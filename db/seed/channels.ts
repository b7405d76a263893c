import { env } from '@/lib/env';
import { seal } from '@/lib/vault';
import type { CastAccount } from '@/sandbox/cast';
import { demoTokens } from '@/sandbox/oauth/tokens';
import type { Tx } from '../client';
import { channelCredentials, channels } from '../schema/channels';
import { openedAt } from './doors';

const SCOPE = 'dm.read dm.write tweet.read tweet.write users.read media.write offline.access';
const TOKEN_LIFE_MS = 2 * 3_600_000;

/** The brand accounts, connected under the grants that the sandbox knows; account id to channel id. */
export async function seedChannels(
  tx: Tx,
  workspaceId: string,
  demo: { accounts: readonly CastAccount[]; now: Date; begun: Date; idAt: (at: Date) => string },
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const account of demo.accounts) {
    const channelId = demo.idAt(demo.begun);
    ids.set(account.id, channelId);
    const grant = demoTokens(env().X_CLIENT_SECRET, account.id);
    const place = (column: string) => ({
      table: 'channel_credentials',
      column,
      workspaceId,
      rowId: channelId,
    });
    await tx.insert(channels).values({
      workspaceId,
      id: channelId,
      network: 'x',
      externalId: account.id,
      handle: account.username,
      name: account.name,
      status: 'connected',
      door: account.door,
      doorAt: openedAt(account, demo.now).toISOString(),
      doorSeenAt: demo.now.toISOString(),
      verified: account.verified ?? false,
      createdAt: demo.begun.toISOString(),
    });
    await tx.insert(channelCredentials).values({
      workspaceId,
      channelId,
      accessToken: await seal(grant.accessToken, place('access_token')),
      refreshToken: await seal(grant.refreshToken, place('refresh_token')),
      scope: SCOPE,
      expiresAt: new Date(demo.now.getTime() + TOKEN_LIFE_MS).toISOString(),
    });
  }
  return ids;
}
