import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { ListRequest } from '@/lib/queries/inbox/list-request';
import { askedFor } from '@/lib/queries/inbox/list-request';
import { idsFirst, pageStatement } from '@/lib/queries/inbox/list-statement';
import { orderFor } from '@/lib/queries/inbox/order';
import { searchHits } from '@/lib/queries/inbox/search';
import type { Values } from '@/lib/queries/inbox/values';

/** Which conversations, as a statement that has `c.id`, with what must stand before it. */
type ViewSet = { before: string; from: string; values: Values };

type Asking = { request: Omit<ListRequest, 'sort'>; limit: number };

/**
 * All that a view holds now for whoever asks, at most `limit`, the newest first: the one way to it for
 * the count before a decision and for the decision. Of a search for words, what that finds.
 */
export async function viewSet(tx: Tx, actor: Actor, { request, limit }: Asking): Promise<ViewSet> {
  const asked = await askedFor(tx, actor, { ...request, sort: 'newest' });
  const { selection, values } = asked;
  if (asked.needles !== null) {
    const { hits } = await searchHits(tx, asked);
    const ids = hits.slice(0, limit).map(({ id }) => id);
    const found = values.add(ids);
    const from = `(select c.* from conversations c
      where c.workspace_id = ${values.workspace} and c.id = any(${found}::uuid[])) c`;
    return { before: '', from, values };
  }
  const order = orderFor('newest', null, values);
  const page = pageStatement({ selection, order, values, limit });
  return { before: idsFirst(selection), from: `(${page}) c`, values };
}

/** A conversation of a view, with the version that it has. */
export type Standing = { id: string; version: number };

export async function standingIn(tx: Tx, actor: Actor, asking: Asking): Promise<Standing[]> {
  const { before, from, values } = await viewSet(tx, actor, asking);
  return await prepared<Standing>(tx, {
    text: `${before} select c.id, c.version from ${from}`,
    values: values.list,
  });
}
