import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { rowColumns } from '../inbox/columns';
import type { BoardCard, BoardQueue } from './views';

/** As many as one looks through; the rest comes up as these go. */
const MOST = 100;
const COUNTED = 1_000;

/** The order of work of conversations `c`, as `conversations_to_route` gives it. */
export const byUrgency = `c.priority desc nulls first,
  (case when c.due_at is null then 'infinity'::timestamptz else c.due_at end),
  (case when c.waiting_since is null then 'infinity'::timestamptz else c.waiting_since end), c.id`;

/** What nobody has of a team, or of all with what is of none. In one statement. */
export async function boardQueue(
  tx: Tx,
  { workspaceId, memberId }: Actor,
  teamId: string | null,
): Promise<BoardQueue> {
  const rows = await prepared<BoardCard & { total: number }>(tx, {
    name: teamId === null ? 'board_queue' : 'board_team_queue',
    text: queueText(teamId),
    values: [workspaceId, memberId, ...(teamId === null ? [] : [teamId])],
  });
  return {
    cards: rows.map(({ total: _, ...card }) => card),
    total: rows[0]?.total ?? 0,
  };
}

const isForRouter = `exists (select from teams t where t.workspace_id = c.workspace_id and t.id = c.team_id
      and t.strategy <> 'off' and t.archived_at is null)`;

export function queueText(teamId: string | null): string {
  const waits = `c.workspace_id = $1 and c.owner_id is null and c.status = 'open'
    ${teamId === null ? '' : 'and c.team_id = $3'}`;
  return `
    select ${rowColumns('$2')}, c.intent, ${isForRouter} as routed,
      (select count(*)::int from (
        select from conversations c where ${waits} limit ${COUNTED}) every) as total
    from (select c.* from conversations c where ${waits} order by ${byUrgency} limit ${MOST}) c
    join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
    order by ${byUrgency}`;
}
