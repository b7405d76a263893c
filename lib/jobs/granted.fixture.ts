import { withWorkspace } from '@/db/client';
import { channelCredentials } from '@/db/schema/channels';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aWorkspace } from '@/db/testing';
import type { Entry } from '@/sandbox/core/facts';
import type { TestSandbox } from '@/sandbox/testing/start';
import { sealedColumns } from '../commands/channel/credentials';

type Tokens = { access_token: string; refresh_token: string };

/** A brand account in the sandbox, and a channel of ours to which it granted everything. */
export async function aGrantedChannel(
  sandbox: TestSandbox,
  { expiresInMs = 3_600_000 }: { expiresInMs?: number } = {},
) {
  const account = await sandbox.control<{ id: string }>('POST', '/sandbox/people', {
    username: `b${String(Math.random()).slice(2, 12)}`,
    brand: true,
    door: 'everyone',
  });
  const workspaceId = await aWorkspace();
  const channel = await aChannel(workspaceId, { externalId: account.id });
  const place = { workspaceId, channelId: channel.id };
  const tokens = await sandbox.control<Tokens>('POST', '/sandbox/tokens', {
    accountId: account.id,
  });
  const sealed = await sealedColumns(place, {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    scope: 'dm.read dm.write',
    expiresAt: new Date(Date.now() + expiresInMs),
  });
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(channelCredentials).values({ ...place, ...sealed }),
  );
  return { ...place, accountId: account.id, tokens };
}

export type Granted = Awaited<ReturnType<typeof aGrantedChannel>>;

/** Somebody in the sandbox; answers with the network's id of them. */
export async function aPersonThere(sandbox: TestSandbox, door = 'everyone'): Promise<string> {
  const username = `c${String(Math.random()).slice(2, 12)}`;
  const person = { username, door };
  return (await sandbox.control<{ id: string }>('POST', '/sandbox/people', person)).id;
}

/** Somebody in the sandbox who has written to a channel, as far as we know. */
export async function aWriterThere(
  { sandbox, database }: { sandbox: TestSandbox; database: TestDatabase },
  { workspaceId, channelId }: Granted,
  door?: string,
) {
  const person = await aPersonThere(sandbox, door);
  const thread = await aConversation(workspaceId, { channelId });
  await database.admin.query('update identities set external_id = $2 where id = $1', [
    thread.identityId,
    person,
  ]);
  return { ...thread, person };
}

/** What the network's ledger says of one kind of thing. */
export async function ledgerOf(sandbox: TestSandbox, kind: string): Promise<Entry[]> {
  const { entries } = await sandbox.control<{ entries: Entry[] }>(
    'GET',
    `/sandbox/ledger?kind=${kind}`,
  );
  return entries;
}

type ChannelRow = {
  status: string;
  status_reason: string | null;
  heal_problem: string | null;
  healed_up_to: Date | null;
  last_proof_at: Date | null;
  subscribed_at: Date | null;
};

export async function channelRow(
  { admin }: TestDatabase,
  { channelId }: { channelId: string },
): Promise<ChannelRow | undefined> {
  const { rows } = await admin.query<ChannelRow>('select * from channels where id = $1', [
    channelId,
  ]);
  return rows[0];
}
