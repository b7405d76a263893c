import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { requirePermission } from '../permission';
import { modeFor } from './conversation-list';
import type { Asked, ListRequest } from './list-request';
import { askedFor } from './list-request';
import { idsFirst, pageStatement } from './list-statement';
import { orderFor } from './order';
import { searchHits } from './search';
import type { ConversationIds } from './views';

/** As many as one action may take. */
const MOST = 500;
const COUNTED = 10_000;

/** Every conversation of a view, for whoever selects them all: the newest first. */
export async function conversationIds(
  actor: Actor,
  request: Omit<ListRequest, 'sort'>,
): Promise<ConversationIds> {
  requirePermission(actor, 'conversation.read');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const asked = await askedFor(tx, actor, { ...request, sort: 'newest' });
      if (asked.needles === null) return await idsOf(tx, asked);
      const { hits, capped } = await searchHits(tx, asked);
      return { ids: hits.map(({ id }) => id), total: hits.length, capped };
    },
    modeFor(request),
  );
}

async function idsOf(tx: Tx, { selection, values }: Asked): Promise<ConversationIds> {
  const order = orderFor('newest', null, values);
  const page = pageStatement({ selection, order, values, limit: COUNTED });
  const [found] = await prepared<{ ids: string[] | null; total: number }>(tx, {
    text: `${idsFirst(selection)}
      select (array_agg(c.id order by ${order.merged}))[1:${MOST}] as ids, count(*)::int as total
      from (${page}) c`,
    values: values.list,
  });
  const total = found?.total ?? 0;
  return { ids: found?.ids ?? [], total, capped: total >= COUNTED };
}
