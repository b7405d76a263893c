import { currentActor } from '@/lib/auth/actor';
import { requireSameOrigin } from '@/lib/auth/same-origin';
import { addReplyFile, rulesForReplyFile } from '@/lib/commands/approved-reply/add-file';
import { refused } from '@/lib/route';
import { nameIn, oneOfFew, readUpload } from '@/lib/upload';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ replyId: string }> };

/** A file for an approved reply: the raw bytes, its name in `x-file-name`. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    requireSameOrigin(request.headers);
    const actor = await currentActor();
    const { replyId } = await params;
    const rules = await rulesForReplyFile(actor, { replyId });
    const name = nameIn(request.headers);
    const file = await oneOfFew(actor.memberId, async () => {
      const bytes = await readUpload(request, rules, name);
      return await addReplyFile(actor, { replyId, name, bytes });
    });
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    return Response.json(file, { headers });
  } catch (error) {
    return refused(error);
  }
}
