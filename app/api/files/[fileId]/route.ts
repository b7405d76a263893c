import { currentActor } from '@/lib/auth/actor';
import type { Actor } from '@/lib/domain/access/can';
import type { ByteRange } from '@/lib/http/byte-range';
import { fileAnswer } from '@/lib/http/file-answer';
import { fileHead, filePiece, PIECE_BYTES } from '@/lib/queries/files/file';
import { refused } from '@/lib/route';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ fileId: string }> };

/** A file of a conversation or of an approved reply, for who may read that now. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await currentActor();
    const head = await fileHead(actor, (await params).fileId);
    const { status, headers, part } = fileAnswer(head, request.headers);
    return new Response(part && streamOf(actor, head.id, part), { status, headers });
  } catch (error) {
    return refused(error);
  }
}

/** Piece by piece, each when the one before has been taken. */
function streamOf(actor: Actor, fileId: string, { from, to }: ByteRange): ReadableStream {
  let at = from;
  return new ReadableStream({
    async pull(controller) {
      const no = Math.floor(at / PIECE_BYTES);
      const piece = await filePiece(actor, fileId, no);
      if (!piece) return controller.error(new Error('the file is gone'));
      const start = no * PIECE_BYTES;
      controller.enqueue(new Uint8Array(piece.subarray(at - start, to + 1 - start)));
      at = start + piece.byteLength;
      if (at > to) controller.close();
    },
  });
}
