import 'server-only';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { channels } from '@/db/schema/channels';
import { conversations } from '@/db/schema/conversations';
import { files } from '@/db/schema/files';
import type { Attachment } from '@/lib/domain/conversation/conversation';
import { fileRules, whyTooMany } from '@/lib/domain/files/rules';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { Conversation } from '../conversation/conversation-for';
import type { StoredFile } from './store';

type File = typeof files.$inferSelect;

/** Files that go along with a message: named once each, in their order. */
export const fileIdsInput = z
  .array(z.uuid())
  .max(20)
  .transform((ids) => [...new Set(ids)])
  .default([]);

/**
 * The files that this person uploaded here and has not sent yet, as what goes along with a message.
 * Refuses what is gone, somebody else's or sent before, and what these rules do not let through.
 */
export async function takeAlong(
  context: CommandContext,
  conversation: Conversation,
  { fileIds, mode }: { fileIds: readonly string[]; mode: 'reply' | 'note' },
): Promise<Attachment[]> {
  if (fileIds.length === 0) return [];
  const rules = fileRules(mode, await networkOf(context, conversation));
  const tooMany = whyTooMany(fileIds.length, rules);
  if (tooMany !== null) throw new Refusal('invalid', tooMany);
  const found = await ownUnsent(context, conversation, fileIds);
  const known = new Map(found.map((file) => [file.id, file]));
  const missing = fileIds.filter((id) => !known.has(id));
  if (missing.length > 0) {
    throw new Refusal('invalid', 'An attached file is not here any more. Attach it again.', {
      missing,
    });
  }
  for (const { kind, mimeType, name, size } of found) {
    const rule = rules.kinds[kind];
    const formats: readonly string[] = rule?.formats ?? [];
    if (!(rule && formats.includes(mimeType) && size <= rule.mostBytes)) {
      throw new Refusal('invalid', `“${name}” cannot go along with a ${mode} here. Remove it.`);
    }
  }
  return fileIds.flatMap((id) => {
    const file = known.get(id);
    return file ? [attachmentOf(file)] : [];
  });
}

/** From now on they belong to that message, and to no other. */
export async function bindFiles(
  { tx, workspaceId }: CommandContext,
  messageId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await tx
    .update(files)
    .set({ messageId })
    .where(and(eq(files.workspaceId, workspaceId), inArray(files.id, [...fileIds])));
}

/** The message is called back: its files are with its writer again, to go along with another. */
export async function releaseFiles(
  { tx, workspaceId, actor }: CommandContext,
  messageId: string,
): Promise<StoredFile[]> {
  return await tx
    .update(files)
    .set({ messageId: null, createdAt: sql`now()` })
    .where(
      and(
        eq(files.workspaceId, workspaceId),
        eq(files.messageId, messageId),
        eq(files.uploadedBy, actor.memberId),
      ),
    )
    .returning(stored);
}

/** What a colleague has not sent here is the actor's from now on, to go along with their message. */
export async function handOverFiles(
  { tx, workspaceId, actor }: CommandContext,
  given: { conversationId: string; from: string; fileIds: readonly string[] },
): Promise<StoredFile[]> {
  const { conversationId, from, fileIds } = given;
  if (fileIds.length === 0) return [];
  const found = await tx
    .update(files)
    .set({ uploadedBy: actor.memberId, createdAt: sql`now()` })
    .where(
      and(
        eq(files.workspaceId, workspaceId),
        eq(files.conversationId, conversationId),
        eq(files.uploadedBy, from),
        inArray(files.id, [...fileIds]),
        isNull(files.messageId),
      ),
    )
    .returning(stored);
  return found.toSorted((a, b) => fileIds.indexOf(a.id) - fileIds.indexOf(b.id));
}

const stored = {
  id: files.id,
  name: files.name,
  kind: files.kind,
  mimeType: files.mimeType,
  size: files.size,
  width: files.width,
  height: files.height,
};

/** The list says that this conversation holds files. */
export async function noteAttachment(
  { tx, workspaceId }: CommandContext,
  conversationId: string,
): Promise<void> {
  await tx
    .update(conversations)
    .set({ hasAttachment: true })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)));
}

function attachmentOf({ id, kind, name, mimeType, size, width, height }: File): Attachment {
  return {
    kind,
    externalId: id,
    fileId: id,
    name,
    mimeType,
    size,
    ...(width !== null && { width }),
    ...(height !== null && { height }),
  };
}

/** Locked: two messages that take the same file along come one after the other. */
function ownUnsent(
  { tx, workspaceId, actor }: CommandContext,
  { id: conversationId }: Conversation,
  fileIds: readonly string[],
): Promise<File[]> {
  return tx
    .select()
    .from(files)
    .where(
      and(
        eq(files.workspaceId, workspaceId),
        eq(files.conversationId, conversationId),
        eq(files.uploadedBy, actor.memberId),
        inArray(files.id, [...fileIds]),
        isNull(files.messageId),
      ),
    )
    .orderBy(asc(files.id))
    .for('update');
}

async function networkOf(
  { tx, workspaceId }: CommandContext,
  { channelId }: Conversation,
): Promise<string> {
  const [channel] = await tx
    .select({ network: channels.network })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)));
  return channel?.network ?? '';
}
