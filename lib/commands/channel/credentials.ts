import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { channelCredentials, channels } from '@/db/schema/channels';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import { seal } from '@/lib/vault';
import type { CommandContext } from '../command';
import { asSystem } from '../command';
import { setStanding } from './standing';

export type ChannelPlace = { workspaceId: string; channelId: string };

/** What a brand account granted. */
export type Grant = {
  accessToken: string;
  refreshToken?: string;
  scope: string;
  expiresAt: Date;
};

/** What stands in the database of a grant, still sealed. */
export type SealedGrant = {
  status: (typeof channels.$inferSelect)['status'];
  network: string;
  externalId: string;
  accessToken: string;
  refreshToken: string | null;
  version: number;
  /** Negative when it has expired. */
  expiresInMs: number;
  /** `lapsed`: somebody began to use the single-use refresh token and never said how it went. */
  refresh: 'free' | 'under_way' | 'lapsed';
};

/** The grant of a channel; undefined when there is none. */
export async function findGrant({
  workspaceId,
  channelId,
}: ChannelPlace): Promise<SealedGrant | undefined> {
  const [grant] = await withWorkspace(
    workspaceId,
    (tx) =>
      tx
        .select({
          status: channels.status,
          network: channels.network,
          externalId: channels.externalId,
          accessToken: channelCredentials.accessToken,
          refreshToken: channelCredentials.refreshToken,
          version: channelCredentials.version,
          expiresInMs: sql<number>`extract(epoch from ${channelCredentials.expiresAt} - now())::float8 * 1000`,
          refresh: sql<SealedGrant['refresh']>`case
            when ${channelCredentials.refreshLeaseUntil} is null then 'free'
            when ${channelCredentials.refreshLeaseUntil} > now() then 'under_way'
            else 'lapsed' end`,
        })
        .from(channelCredentials)
        .innerJoin(
          channels,
          and(
            eq(channels.workspaceId, channelCredentials.workspaceId),
            eq(channels.id, channelCredentials.channelId),
          ),
        )
        .where(hasGrant({ workspaceId, channelId })),
    'read',
  );
  return grant;
}

/** Of all who want to use the refresh token of this version, one gets it. */
export async function claimRefresh(
  place: ChannelPlace,
  { version, leaseMs }: { version: number; leaseMs: number },
): Promise<boolean> {
  const claimed = await withWorkspace(place.workspaceId, (tx) =>
    tx
      .update(channelCredentials)
      .set({ refreshLeaseUntil: sql`now() + ${leaseMs} * interval '1 millisecond'` })
      .where(and(hasVersion(place, version), isNull(channelCredentials.refreshLeaseUntil)))
      .returning({ version: channelCredentials.version }),
  );
  return claimed.length === 1;
}

/** Gives the claim back: the token was provably not used, or nobody can say and trying again tells. */
export async function releaseRefresh(place: ChannelPlace, version: number): Promise<void> {
  await withWorkspace(place.workspaceId, (tx) =>
    tx
      .update(channelCredentials)
      .set({ refreshLeaseUntil: null })
      .where(hasVersion(place, version)),
  );
}

/** Keeps a refreshed grant. False when there is another one by now, which then is the better one. */
export async function keepRefreshed(
  place: ChannelPlace,
  version: number,
  grant: Grant,
): Promise<boolean> {
  const sealed = await sealedColumns(place, grant);
  const kept = await withWorkspace(place.workspaceId, (tx) =>
    tx
      .update(channelCredentials)
      .set({ ...sealed, version: version + 1 })
      .where(hasVersion(place, version))
      .returning({ version: channelCredentials.version }),
  );
  return kept.length === 1;
}

/** The columns of a grant, each sealed for its own cell. Ends whatever refresh was under way. */
export async function sealedColumns({ workspaceId, channelId }: ChannelPlace, grant: Grant) {
  const { accessToken, refreshToken, scope, expiresAt } = grant;
  return {
    accessToken: await seal(accessToken, cellOf({ workspaceId, channelId }, 'access_token')),
    // A network that answers without a new one lets the old one live on.
    ...(refreshToken !== undefined && {
      refreshToken: await seal(refreshToken, cellOf({ workspaceId, channelId }, 'refresh_token')),
    }),
    scope,
    expiresAt: expiresAt.toISOString(),
    refreshLeaseUntil: null,
  };
}

export function cellOf(
  { workspaceId, channelId }: ChannelPlace,
  column: 'access_token' | 'refresh_token',
) {
  return { table: 'channel_credentials', column, workspaceId, rowId: channelId };
}

/**
 * The grant of this version is spent: only an admin can get another. Nothing happens when somebody
 * has brought one meanwhile.
 */
export function giveUpGrant(
  { workspaceId, channelId }: ChannelPlace,
  { version, reason }: { version: number; reason: DeliveryReason },
): Promise<void> {
  return asSystem(workspaceId, async (context) => {
    const spent = await endRefresh(context, channelId, version);
    const events = spent
      ? await setStanding(context, channelId, { status: 'reconnect', reason })
      : [];
    return { value: undefined, events };
  });
}

async function endRefresh(
  { tx, workspaceId }: CommandContext<null>,
  channelId: string,
  version: number,
): Promise<boolean> {
  const ended = await tx
    .update(channelCredentials)
    .set({ refreshLeaseUntil: null })
    .where(hasVersion({ workspaceId, channelId }, version))
    .returning({ version: channelCredentials.version });
  return ended.length === 1;
}

function hasGrant({ workspaceId, channelId }: ChannelPlace) {
  return and(
    eq(channelCredentials.workspaceId, workspaceId),
    eq(channelCredentials.channelId, channelId),
  );
}

function hasVersion(place: ChannelPlace, version: number) {
  return and(hasGrant(place), eq(channelCredentials.version, version));
}
