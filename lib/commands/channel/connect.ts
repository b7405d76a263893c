import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { channelCredentials, channels } from '@/db/schema/channels';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { sqlStateOf } from '../retry';
import { sealedColumns } from './credentials';
import { listenedFor } from './silence';

const account = z.strictObject({
  externalId: z.string().min(1).max(100),
  handle: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
});

const grant = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1).optional(),
  scope: z.string(),
  expiresAt: z.date(),
});

const UNIQUE_VIOLATION = '23505';

const connect = command({
  permission: 'channel.connect',
  input: z.strictObject({ network: z.string().min(1).max(40), account, grant }),
  async run(context, input) {
    const { tx, workspaceId } = context;
    const channelId = await placeFor(context, input);
    const { refreshToken, ...rest } = input.grant;
    const sealed = await sealedColumns(
      { workspaceId, channelId },
      { ...rest, ...(refreshToken !== undefined && { refreshToken }) },
    );
    await tx
      .insert(channelCredentials)
      .values({ workspaceId, channelId, refreshToken: null, ...sealed })
      .onConflictDoUpdate({
        target: [channelCredentials.workspaceId, channelCredentials.channelId],
        set: { refreshToken: null, ...sealed, version: sql`${channelCredentials.version} + 1` },
      });
    return {
      value: { channelId },
      events: [{ type: 'channel.connected', channelId }],
      nudges: ['healing', 'delivery'],
    };
  },
});

type Connecting = {
  network: string;
  account: z.infer<typeof account>;
  grant: z.infer<typeof grant>;
};

/**
 * Connects a brand account with what it granted, or connects it again: its conversations stay with it.
 * Refuses an account that is live in another workspace. The worker then asks the network to push.
 */
export const connectChannel = Object.assign(
  (actor: Actor, input: Connecting): Promise<{ channelId: string }> =>
    connect(actor, input).catch((error: unknown) =>
      Promise.reject(sqlStateOf(error) === UNIQUE_VIOLATION ? isElsewhere(input) : error),
    ),
  { permission: connect.permission },
);

function isElsewhere({ account: { handle } }: Connecting): Refusal {
  return new Refusal(
    'conflict',
    `@${handle} is connected in another workspace. It has to be disconnected there first.`,
  );
}

async function placeFor(context: CommandContext, input: Connecting): Promise<string> {
  return (await connectAgain(context, input)) ?? (await connectFirst(context, input));
}

/** What every connection begins with: no complaint, and a look after whatever was missed. */
const fresh = {
  status: 'connected' as const,
  statusReason: null,
  healDueAt: sql`now()`,
  healLeaseUntil: null,
  healWalk: null,
  healProblem: null,
  subscribedAt: null,
  ...listenedFor,
};

async function connectAgain(
  { tx, workspaceId }: CommandContext,
  { network, account: { externalId, handle, name } }: Connecting,
): Promise<string | undefined> {
  const [known] = await tx
    .select({ id: channels.id })
    .from(channels)
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        eq(channels.network, network),
        eq(channels.externalId, externalId),
      ),
    )
    .orderBy(desc(sql`${channels.status} <> 'disconnected'`), desc(channels.createdAt))
    .limit(1)
    .for('update');
  if (!known) return undefined;
  await tx
    .update(channels)
    .set({ handle, name, ...fresh })
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, known.id)));
  return known.id;
}

async function connectFirst(
  { tx, workspaceId }: CommandContext,
  { network, account: { externalId, handle, name } }: Connecting,
): Promise<string> {
  const id = uuid();
  await tx
    .insert(channels)
    .values({ workspaceId, id, network, externalId, handle, name, ...fresh });
  return id;
}
