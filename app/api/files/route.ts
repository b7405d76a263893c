import { currentActor } from '@/lib/auth/actor';
import { requireSameOrigin } from '@/lib/auth/same-origin';
import { rulesForUpload, uploadFile } from '@/lib/commands/file/upload';
import { refused } from '@/lib/route';
import { nameIn, oneOfFew, readUpload } from '@/lib/upload';

export const dynamic = 'force-dynamic';

/** A file for a message that is being written: the raw bytes, its name in `x-file-name`. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request.headers);
    const actor = await currentActor();
    const search = new URL(request.url).searchParams;
    const conversationId = search.get('conversationId') ?? '';
    const mode = search.get('mode') ?? 'reply';
    const rules = await rulesForUpload(actor, { conversationId, mode });
    const name = nameIn(request.headers);
    const file = await oneOfFew(actor.memberId, async () => {
      const bytes = await readUpload(request, rules, name);
      return await uploadFile(actor, { conversationId, mode, name, bytes });
    });
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    return Response.json(file, { headers });
  } catch (error) {
    return refused(error);
  }
}
