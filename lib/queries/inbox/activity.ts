import 'server-only';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { requirePermission } from '../permission';
import { factData, iso } from './columns';
import { fromCursor, toCursor } from './cursor';
import { inConversation } from './in-conversation';
import type { ActivityPage, ThreadFact } from './thread-views';

const PAGE = 30;
const newest = '9223372036854775807';

/** Everything that happened in a conversation, newest first, a page at a time. */
export async function activity(
  actor: Actor,
  conversationId: string,
  cursor: string | null,
): Promise<ActivityPage> {
  requirePermission(actor, 'conversation.read');
  const [before] = cursor === null ? [newest] : fromCursor(cursor, ['digits']);
  return await inConversation(actor, conversationId, async (tx) => {
    const found = await prepared<ThreadFact & { seq: string }>(tx, {
      name: 'conversation_activity',
      text: `
        select e.seq, e.type, e.actor_member_id as "actorId", e.member_id as "memberId", 
          ${factData} as data, ${iso('e.at')} as at
        from events e
        where e.workspace_id = $1 and e.conversation_id = $2 and e.seq < $3::numeric
        order by e.seq desc limit ${PAGE + 1}`,
      values: [actor.workspaceId, conversationId, before],
    });
    const items = found.slice(0, PAGE).map((fact) => ({ ...fact, seq: Number(fact.seq) }));
    const last = items.at(-1);
    const more = found.length > PAGE && last !== undefined;
    return { items, nextCursor: more ? toCursor([String(last.seq)]) : null };
  });
}
