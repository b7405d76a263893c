import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { requirePermission } from '../permission';
import { scopes } from './scope';
import type { ViewCounts } from './views';

const CAP = 100;

/** How many stand in each view, never reading more than the cap of each. */
export async function viewCounts(actor: Actor): Promise<ViewCounts> {
  requirePermission(actor, 'conversation.read');
  const [counts] = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<Omit<ViewCounts, 'cap'>>(tx, {
        name: 'view_counts',
        text: statement,
        values: [actor.workspaceId, actor.memberId],
      }),
    'read',
  );
  if (!counts) throw new Error('A count is always one row.');
  return { cap: CAP, ...counts };
}

const statement = `select
  ${counted('mine', 'and owner_id = $2')},
  ${counted('unassigned', 'and owner_id is null')},
  ${counted('open', '')}`;

function counted(view: 'mine' | 'unassigned' | 'open', owner: string): string {
  const each = scopes[view].statuses.map(
    (status) => `(select count(*)::int from (select from conversations
      where workspace_id = $1 and status = '${status}' ${owner} limit ${CAP}) some_of_them)`,
  );
  return `least(${CAP}, ${each.join(' + ')}) as ${view}`;
}
