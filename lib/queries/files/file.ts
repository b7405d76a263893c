import 'server-only';
import { and, eq, exists, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { withWorkspace } from '@/db/client';
import { fileChunks, files } from '@/db/schema/files';
import { replyApprovals } from '@/db/schema/reply-uses';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { requirePermission } from '../permission';

export type FileHead = Pick<
  typeof files.$inferSelect,
  'id' | 'kind' | 'name' | 'mimeType' | 'size' | 'sha256'
>;

/** The pieces in which contents are kept, but for the last. */
export const PIECE_BYTES = 1024 * 1024;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A file that this person may see: of a message in their workspace, of an approved reply, their own that is not
 * sent yet, or, for whoever decides about it, of a reply that waits for an approval.
 * Refuses as `not_found`, also for what is another workspace's.
 */
export async function fileHead(actor: Actor, fileId: string): Promise<FileHead> {
  requirePermission(actor, 'conversation.read');
  const { workspaceId, memberId } = actor;
  const [head] = UUID.test(fileId)
    ? await withWorkspace(
        workspaceId,
        (tx) =>
          tx
            .select({
              id: files.id,
              kind: files.kind,
              name: files.name,
              mimeType: files.mimeType,
              size: files.size,
              sha256: files.sha256,
            })
            .from(files)
            .where(
              and(
                eq(files.workspaceId, workspaceId),
                eq(files.id, fileId),
                or(
                  isNotNull(files.messageId),
                  can(actor, 'reply.read') ? isNotNull(files.replyId) : undefined,
                  and(isNull(files.replyId), eq(files.uploadedBy, memberId)),
                  can(actor, 'approval.decide') ? exists(waitingWith(tx)) : undefined,
                ),
              ),
            ),
        'read',
      )
    : [];
  if (!head) throw new Refusal('not_found', 'There is no such file here.');
  return head;
}

/** The replies that wait for an approval and would take a file along: their writers' own, of their conversation. */
function waitingWith(tx: Tx) {
  return tx
    .select({ id: replyApprovals.id })
    .from(replyApprovals)
    .where(
      and(
        eq(replyApprovals.workspaceId, files.workspaceId),
        eq(replyApprovals.conversationId, files.conversationId),
        eq(replyApprovals.authorId, files.uploadedBy),
        eq(replyApprovals.state, 'waiting'),
        sql`${files.id} = any(${replyApprovals.fileIds})`,
      ),
    );
}

/** One piece of a file that was found before; null when it is gone by now. */
export async function filePiece(
  { workspaceId }: Actor,
  fileId: string,
  no: number,
): Promise<Buffer | null> {
  const [piece] = await withWorkspace(
    workspaceId,
    (tx) =>
      tx
        .select({ bytes: fileChunks.bytes })
        .from(fileChunks)
        .where(
          and(
            eq(fileChunks.workspaceId, workspaceId),
            eq(fileChunks.fileId, fileId),
            eq(fileChunks.no, no),
          ),
        ),
    'read',
  );
  return piece?.bytes ?? null;
}
