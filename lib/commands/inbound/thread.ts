import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { conversations, messages } from '@/db/schema/conversations';
import { tieOf } from '@/lib/domain/conversation/arrival';
import type { MessageKind, Status } from '@/lib/domain/conversation/conversation';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { CommandContext } from '../command';
import type { ToldMessage } from './told';

/** A conversation, locked, and how the message that is about to join it stands to it. */
export type Thread = {
  id: string;
  isNew: boolean;
  status: Status;
  newest: boolean;
  secondsAfterResolution: number | null;
};

/** The one conversation of this channel and person, made if need be. Locked until the end of the transaction. */
export async function threadFor(
  context: CommandContext<null>,
  identityId: string,
  told: { message: ToldMessage; kind: MessageKind },
): Promise<Thread> {
  return (
    (await lockThread(context, identityId, told.message)) ??
    (await begin(context, identityId, told)) ??
    (await lockThread(context, identityId, told.message)) ??
    Promise.reject(new Error('a conversation was neither found nor made'))
  );
}

/** Adds the message; undefined when the network told us of it before. */
export async function writeMessage(
  { tx, workspaceId }: CommandContext<null>,
  conversationId: string,
  { message, kind }: { message: ToldMessage; kind: MessageKind },
): Promise<string | undefined> {
  const [written] = await tx
    .insert(messages)
    .values({
      workspaceId,
      id: uuid(),
      conversationId,
      channelId: message.channelId,
      kind,
      body: bodyOf(message),
      unreadable: unreadableOf(message),
      attachments: message.attachments,
      externalId: message.externalId,
      at: message.at.toISOString(),
      tie: tieOf(message.externalId),
    })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  return written?.id;
}

/** The columns that the newest message, and only the newest, moves. */
export function asNewest({ message, kind }: { message: ToldMessage; kind: MessageKind }) {
  return {
    lastMessageAt: message.at.toISOString(),
    lastMessageTie: tieOf(message.externalId),
    lastMessageKind: kind,
    preview: previewOf({
      body: bodyOf(message),
      unreadable: unreadableOf(message),
      attachments: message.attachments,
    }),
  };
}

async function lockThread(
  { tx, workspaceId }: CommandContext<null>,
  identityId: string,
  { channelId, externalId, at }: ToldMessage,
): Promise<Thread | undefined> {
  const instant = at.toISOString();
  const [thread] = await tx
    .select({
      id: conversations.id,
      isNew: sql<boolean>`false`,
      status: conversations.status,
      newest: sql<boolean>`(${instant}::timestamptz, ${tieOf(externalId)}::numeric)
        > (${conversations.lastMessageAt}, ${conversations.lastMessageTie})`,
      secondsAfterResolution: sql<number | null>`extract(epoch from
        ${instant}::timestamptz - ${conversations.resolvedAt})::float8`,
    })
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        eq(conversations.channelId, channelId),
        eq(conversations.identityId, identityId),
      ),
    )
    .for('update');
  return thread;
}

async function begin(
  { tx, workspaceId }: CommandContext<null>,
  identityId: string,
  told: { message: ToldMessage; kind: MessageKind },
): Promise<Thread | undefined> {
  const instant = told.message.at.toISOString();
  const asked = told.kind === 'inbound' ? instant : null;
  const [made] = await tx
    .insert(conversations)
    .values({
      workspaceId,
      id: uuid(),
      channelId: told.message.channelId,
      identityId,
      ...asNewest(told),
      lastInboundAt: asked,
      waitingSince: asked,
    })
    .onConflictDoNothing()
    .returning({ id: conversations.id });
  return (
    made && {
      id: made.id,
      isNew: true,
      status: 'open',
      newest: false,
      secondsAfterResolution: null,
    }
  );
}

/** What cannot be read here has no text here. */
function bodyOf({ kind, text }: ToldMessage): string {
  return kind === 'unreadable' ? '' : text;
}

function unreadableOf({ kind }: ToldMessage): 'encrypted' | null {
  return kind === 'unreadable' ? 'encrypted' : null;
}
