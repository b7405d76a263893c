import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { View } from '@/lib/domain/conversation/view';
import { requirePermission } from '../permission';
import type { Asked, ListRequest } from './list-request';
import { askedFor } from './list-request';
import { rowsStatement } from './list-statement';
import { cursorAfter, orderFor } from './order';
import { searchPage } from './search';
import type { ConversationPage, ConversationRow } from './views';

const PAGE = 50;

/** A page of a view, or of what a search for words finds in it. Refuses a cursor that is not ours as `invalid`, and a saved view of others as `not_found`. */
export async function conversationList(
  actor: Actor,
  { cursor, ...request }: ListRequest & { cursor: string | null },
): Promise<ConversationPage> {
  requirePermission(actor, 'conversation.read');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const asked = await askedFor(tx, actor, request);
      if (asked.needles !== null) return await searchPage(tx, asked, cursor);
      return await pageOf(tx, asked, { view: request.view, cursor });
    },
    modeFor(request),
  );
}

async function pageOf(
  tx: Tx,
  { selection, sort, values, problems, plain }: Asked,
  { view, cursor }: { view: View; cursor: string | null },
): Promise<ConversationPage> {
  const order = orderFor(sort, cursor, values);
  const text = rowsStatement({ selection, order, values, limit: PAGE + 1 });
  const statement = { text, values: values.list };
  const found = await prepared<ConversationRow>(tx, {
    ...statement,
    ...(plain ? { name: `conversations_${kindOf(view)}_${sort}` } : {}),
  });
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  const more = found.length > PAGE && last !== undefined;
  return { rows, nextCursor: more ? cursorAfter(last, sort) : null, problems };
}

/** A plain view is the same statement for everybody; what is searched for is planned anew. */
export function modeFor({ view, q }: Pick<ListRequest, 'view' | 'q'>): 'read' | 'ask' {
  return q.trim() === '' && !view.startsWith('saved-') ? 'read' : 'ask';
}

/** The statements of all teams are one, and so on: only their parameters differ. */
function kindOf(view: View): string {
  return view.replace(/-.*$/, '');
}
