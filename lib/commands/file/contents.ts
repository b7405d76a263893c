import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { fileChunks } from '@/db/schema/files';

/** The whole of a file, for the worker that hands it over. */
export async function contentsOf(workspaceId: string, fileId: string): Promise<Buffer> {
  const pieces = await withWorkspace(
    workspaceId,
    (tx) =>
      tx
        .select({ bytes: fileChunks.bytes })
        .from(fileChunks)
        .where(and(eq(fileChunks.workspaceId, workspaceId), eq(fileChunks.fileId, fileId)))
        .orderBy(asc(fileChunks.no)),
    'read',
  );
  return Buffer.concat(pieces.map(({ bytes }) => bytes));
}
