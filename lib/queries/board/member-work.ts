import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { rowColumns } from '../inbox/columns';
import { requirePermission } from '../permission';
import { byUrgency } from './queue';
import type { BoardCard } from './views';

const MOST = 100;

/** What a member holds: what is open first, the most urgent of it first; at most a hundred. */
export async function memberWork(actor: Actor, memberId: string): Promise<BoardCard[]> {
  requirePermission(actor, 'board.read');
  return await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<BoardCard>(tx, {
        name: 'board_member_work',
        text: workText,
        values: [actor.workspaceId, actor.memberId, memberId],
      }),
    'read',
  );
}

const order = `array_position(array['open', 'on_hold', 'waiting', 'snoozed'], c.status), ${byUrgency}`;

const workText = `
  select ${rowColumns('$2')}, c.intent,
    coalesce((select a.member_id = c.owner_id from assignments a
      where a.workspace_id = c.workspace_id and a.conversation_id = c.id
        and a.at >= coalesce(c.assigned_at, '-infinity') - interval '1 second'
      order by a.at desc limit 1), false) as routed
  from (select c.* from conversations c
    where c.workspace_id = $1 and c.owner_id = $3
      and c.status in ('open', 'on_hold', 'waiting', 'snoozed')
    order by ${order} limit ${MOST}) c
  join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
  order by ${order}`;
