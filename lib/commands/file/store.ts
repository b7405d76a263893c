import 'server-only';
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { fileChunks, files } from '@/db/schema/files';
import type { Actor } from '@/lib/domain/access/can';
import type { KnownFile } from '@/lib/domain/files/file';
import { fileName } from '@/lib/domain/files/name';
import type { CommandContext } from '../command';

export type StoredFile = {
  id: string;
  name: string;
  kind: KnownFile['kind'];
  mimeType: string;
  size: number;
  width: number | null;
  height: number | null;
};

/** Of a conversation, or of an approved reply. */
type Place = { conversationId: string } | { replyId: string };

type NewFile = Place & {
  /** What it was called by whoever gave it. */
  called: string;
  file: KnownFile;
  bytes: Uint8Array;
};

const CHUNK_BYTES = 1024 * 1024;

/** Keeps a file with its contents, in pieces that a connection carries with ease. */
export async function storeFile(
  { tx, workspaceId, actor }: CommandContext<Actor | null>,
  { called, file, bytes, ...place }: NewFile,
): Promise<StoredFile> {
  const stored = {
    id: uuid(),
    name: fileName(called, file),
    size: bytes.byteLength,
    ...file,
  };
  await tx.insert(files).values({
    workspaceId,
    ...place,
    uploadedBy: actor?.memberId ?? null,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...stored,
  });
  for (let no = 0; no * CHUNK_BYTES < bytes.byteLength; no++) {
    const piece = Buffer.from(bytes.subarray(no * CHUNK_BYTES, (no + 1) * CHUNK_BYTES));
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    await tx.insert(fileChunks).values({ workspaceId, fileId: stored.id, no, bytes: piece });
  }
  return stored;
}
