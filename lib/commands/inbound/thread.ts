import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { conversations } from '@/db/schema/conversations';
import { tieOf } from '@/lib/domain/conversation/arrival';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { CommandContext } from '../command';
import { waitingSinceNow } from '../delivery/customer-waits';
import { ofPair } from '../relation/of-pair';
import { identityFor } from './identity';
import type { Told } from './join';
import { contentsOf } from './join';
import type { Place, Thread } from './place';
import type { ToldMessage } from './told';

/**
 * The conversation of this channel and person that a message belongs to, locked: their private one, or that
 * of the public thread. Made, with the person, if need be.
 */
export async function threadFor(
  context: CommandContext<null>,
  place: Place,
  told: Told,
): Promise<Thread> {
  const { identityId, isDescribedAnew, network, thread } = place;
  const id =
    identityId === null || isDescribedAnew
      ? await identityFor(context, network, told.message.participant)
      : identityId;
  return (
    thread ??
    (await begin(context, id, told)) ??
    (await lockThread(context, id, told.message)) ??
    Promise.reject(new Error('a conversation was neither found nor made'))
  );
}

/** After a late message: since when the customer waits, by everything that stands in the thread now. */
export async function countWaitAgain(
  context: CommandContext<null>,
  conversationId: string,
): Promise<void> {
  const { tx, workspaceId } = context;
  await tx
    .update(conversations)
    .set({ waitingSince: await waitingSinceNow(context, conversationId) })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)));
}

/** Whether a message does not settle by itself who waits: it is late, and the thread is not at rest. */
export function isLateIn({ isNew, newest, status }: Thread): boolean {
  return !isNew && !newest && status !== 'resolved' && status !== 'spam';
}

/** Undefined when somebody else began it a moment ago. */
async function begin(
  { tx, workspaceId }: CommandContext<null>,
  identityId: string,
  { message, kind }: Told,
): Promise<Thread | undefined> {
  const at = message.at.toISOString();
  const { channelId, externalId, attachments, post } = message;
  const [made] = await tx
    .insert(conversations)
    .values({
      workspaceId,
      id: uuid(),
      channelId,
      identityId,
      ...(post ? { kind: 'public', publicThread: post.thread } : {}),
      lastMessageAt: at,
      lastMessageTie: tieOf(externalId),
      lastMessageKind: kind,
      preview: previewOf({ ...contentsOf(message), attachments }),
      waitingSince: kind === 'inbound' ? at : null,
    })
    .onConflictDoNothing()
    .returning({ id: conversations.id });
  const standing = { status: 'open', newest: false, newestOfTheirs: false } as const;
  return made && { id: made.id, isNew: true, secondsAfterResolution: null, ...standing };
}

async function lockThread(
  { tx, workspaceId }: CommandContext<null>,
  identityId: string,
  { channelId, externalId, at, post }: ToldMessage,
): Promise<Thread | undefined> {
  const instant = sql`${at.toISOString()}::timestamptz`;
  const [thread] = await tx
    .select({
      id: conversations.id,
      isNew: sql<boolean>`false`,
      status: conversations.status,
      newest: sql<boolean>`(${instant}, ${tieOf(externalId)}::numeric)
        > (${conversations.lastMessageAt}, ${conversations.lastMessageTie})`,
      newestOfTheirs: sql<boolean>`${instant} >= coalesce(${conversations.lastInboundAt}, '-infinity')`,
      secondsAfterResolution: sql<
        number | null
      >`extract(epoch from ${instant} - ${conversations.resolvedAt})::float8`,
    })
    .from(conversations)
    .where(
      and(
        ofPair(conversations, workspaceId, { channelId, identityId }),
        post
          ? and(eq(conversations.kind, 'public'), eq(conversations.publicThread, post.thread))
          : eq(conversations.kind, 'private'),
      ),
    )
    .for('update');
  return thread;
}
