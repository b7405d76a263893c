import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { conversations } from '@/db/schema/conversations';
import { approvedReplies, replyVersions } from '@/db/schema/replies';
import { replyUses } from '@/db/schema/reply-uses';
import { Refusal } from '@/lib/domain/refusal';
import type { ReplyMedia } from '@/lib/domain/replies/reply';
import type { VersionState } from '@/lib/domain/replies/state';
import type { Segment } from '@/lib/domain/replies/template';
import { parseTemplate, render } from '@/lib/domain/replies/template';
import { stateNow } from '@/lib/reply-state';
import { replyValuesOf } from '@/lib/reply-values';
import type { CommandContext } from '../command';
import { command } from '../command';
import type { StoredFile } from '../file/store';

/** A reply as it was put into a draft: its words for this conversation, and copies of what goes along. */
type Inserted = { useId: string; segments: Segment[]; text: string; files: StoredFile[] };

/**
 * Notes that an approved reply stands in the asker's unsent reply, and answers its words for this conversation. From now on
 * the server knows of it, whatever the browser says later. Telling it twice is telling it once.
 */
export const insertReply = command({
  permission: 'conversation.reply',
  input: z.strictObject({ useId: z.uuid(), conversationId: z.uuid(), versionId: z.uuid() }),
  async run(context, { useId, conversationId, versionId }) {
    const { tx, workspaceId, actor } = context;
    const values = await replyValuesOf(tx, actor, conversationId);
    if (!values) throw new Refusal('not_found', 'There is no such conversation here.');
    const version = await usable(context, { conversationId, versionId });
    // Submitted words hold no name that is not known: whatever stands in braces is one.
    const { parts } = parseTemplate(version.body, []);
    const { segments, text } = render({ parts }, version.allowance, values);
    const before = await findUse(context, { useId, conversationId, versionId });
    if (before) {
      const files = await filesAgain(context, before.fileIds);
      const words = before.segments.map((segment) => segment.text).join('');
      return { value: { useId, segments: before.segments, text: words, files }, events: [] };
    }
    await letOlderGo(context, { conversationId, replyId: version.replyId });
    const files = await copies(context, { conversationId, media: version.media });
    await tx.insert(replyUses).values({
      ...{ workspaceId, id: useId, versionId, conversationId, segments },
      memberId: actor.memberId,
      fileIds: files.map(({ id }) => id),
      insertedAt: sql`clock_timestamp()`,
    });
    const data = { replyId: version.replyId, versionId };
    const { memberId } = actor;
    return {
      value: { useId, segments, text, files } satisfies Inserted,
      events: [{ type: 'reply.inserted', conversationId, memberId, data }],
    };
  },
});

/** Held as it is: a recall that comes meanwhile finds the use. */
async function usable(
  { tx, workspaceId }: CommandContext,
  { conversationId, versionId }: { conversationId: string; versionId: string },
) {
  const [version] = await tx
    .select({
      replyId: replyVersions.replyId,
      state: sql<VersionState>`${sql.raw(stateNow('reply_versions'))}`,
      body: replyVersions.body,
      allowance: replyVersions.allowance,
      media: replyVersions.media,
      title: approvedReplies.title,
      isElsewhere: sql<boolean>`cardinality(${approvedReplies.channelIds}) > 0
        and not ${conversations.channelId} = any(${approvedReplies.channelIds})`,
      isPublic: sql<boolean>`${conversations.kind} = 'public'`,
    })
    .from(replyVersions)
    .innerJoin(
      approvedReplies,
      and(
        eq(approvedReplies.workspaceId, replyVersions.workspaceId),
        eq(approvedReplies.id, replyVersions.replyId),
      ),
    )
    .innerJoin(
      conversations,
      and(
        eq(conversations.workspaceId, replyVersions.workspaceId),
        eq(conversations.id, conversationId),
      ),
    )
    .where(and(eq(replyVersions.workspaceId, workspaceId), eq(replyVersions.id, versionId)))
    .for('share', { of: replyVersions });
  if (!version) throw new Refusal('not_found', 'There is no such approved reply here.');
  const { title, state } = version;
  if (state !== 'published') throw notInUse(title, state);
  if (version.isElsewhere) {
    throw new Refusal('invalid', `“${title}” is for other channels.`);
  }
  if (version.isPublic && version.media.length > 0) {
    throw new Refusal('invalid', `“${title}” has files. A public reply is words only.`);
  }
  return version;
}

function notInUse(title: string, state: VersionState): Refusal {
  return new Refusal('conflict', `“${title}” ${whyNot[state]}`, { state });
}

const whyNot: Record<VersionState, string> = {
  draft: 'is a draft: nobody has approved it yet.',
  in_review: 'waits for its reviewers.',
  changes_requested: 'was sent back to its author.',
  approved: 'is approved and not in use yet.',
  published: 'is in use.',
  superseded: 'has newer words now. Take those.',
  expired: 'has expired.',
  retired: 'is not used any more.',
  recalled: 'was recalled. It cannot be sent.',
};

/** Its other versions that are not in use any more stand in the way no longer: this one is what is said now. */
async function letOlderGo(
  { tx, workspaceId, actor }: CommandContext,
  { conversationId, replyId }: { conversationId: string; replyId: string },
): Promise<void> {
  await tx.execute(sql`
    update reply_uses u set state = 'removed', left_at = clock_timestamp()
    from reply_versions v
    where u.workspace_id = ${workspaceId} and u.conversation_id = ${conversationId}
      and u.member_id = ${actor.memberId} and u.state = 'inserted'
      and v.workspace_id = u.workspace_id and v.id = u.version_id and v.reply_id = ${replyId}
      and v.state <> 'published'`);
}

/** The one that was noted before; refuses an id that means something else. */
async function findUse(
  { tx, workspaceId, actor }: CommandContext,
  asked: { useId: string; conversationId: string; versionId: string },
) {
  const [use] = await tx
    .select()
    .from(replyUses)
    .where(and(eq(replyUses.workspaceId, workspaceId), eq(replyUses.id, asked.useId)));
  if (!use) return undefined;
  const same =
    use.memberId === actor.memberId &&
    use.conversationId === asked.conversationId &&
    use.versionId === asked.versionId;
  if (!same) throw new Refusal('conflict', 'This was put in elsewhere. Put it in anew.');
  return use;
}

/** What goes along becomes this conversation's own: a file of its writer, not sent yet. */
async function copies(
  context: CommandContext,
  { conversationId, media }: { conversationId: string; media: readonly ReplyMedia[] },
): Promise<StoredFile[]> {
  const { tx, workspaceId, actor } = context;
  const made: StoredFile[] = [];
  for (const { fileId, ...looks } of media) {
    const id = uuid();
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    await tx.execute(sql`
      insert into files (workspace_id, id, conversation_id, uploaded_by, kind, mime_type, name, size, width, height, sha256)
      select workspace_id, ${id}, ${conversationId}, ${actor.memberId}, kind, mime_type, name, size, width, height, sha256
      from files where workspace_id = ${workspaceId} and id = ${fileId}`);
    await tx.execute(sql`
      insert into file_chunks (workspace_id, file_id, no, bytes)
      select workspace_id, ${id}, no, bytes from file_chunks
      where workspace_id = ${workspaceId} and file_id = ${fileId}`);
    const { sha256: _, ...shown } = looks;
    made.push({ id, ...shown });
  }
  return made;
}

async function filesAgain(
  { tx, workspaceId }: CommandContext,
  fileIds: readonly string[],
): Promise<StoredFile[]> {
  if (fileIds.length === 0) return [];
  const { rows } = await tx.execute<StoredFile>(sql`
    select id, name, kind, mime_type as "mimeType", size, width, height from files
    where workspace_id = ${workspaceId} and id = any(${`{${fileIds.join(',')}}`}::uuid[]) and message_id is null`);
  return rows;
}
