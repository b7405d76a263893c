import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { Priority } from '@/lib/domain/conversation/conversation';
import { priorities } from '@/lib/domain/conversation/conversation';
import { boundsOf } from '@/lib/domain/reports/period';
import type { PromisesAsked, TargetKind } from '@/lib/domain/reports/promises';
import type { TargetOutcome } from '@/lib/domain/sla/evaluate';
import type { Metric } from '@/lib/domain/sla/policy';
import { contactName, iso } from '../inbox/columns';
import { fromCursor, toCursor } from '../inbox/cursor';
import { requirePermission } from '../permission';
import { isOfKind, Values, whichTargets } from './which-targets';

/** A target that a number counted. Instants are ISO 8601, seconds those of its own clock. */
export type TargetLine = {
  id: string;
  conversationId: string;
  contact: string;
  channel: string;
  team: string | null;
  member: string | null;
  metric: Metric;
  priority: Priority;
  outcome: TargetOutcome;
  seconds: number;
  startedAt: string;
  /** Null while its clock stands before it is due. */
  dueAt: string | null;
  /** When it was kept, in time or late. */
  metAt: string | null;
  endedAt: string | null;
  breachedAt: string | null;
  elapsedSeconds: number | null;
  overrunSeconds: number | null;
};

export type TargetPage = {
  lines: TargetLine[];
  /** Where the next page begins; null after the last one. */
  after: string | null;
};

export type TargetsAsked = PromisesAsked & { kind: TargetKind; after: string | null };

const pageSize = 50;

/** The targets behind a number, the newest first; of how long they took, the longest first. */
export async function targetPage(actor: Actor, asked: TargetsAsked): Promise<TargetPage> {
  requirePermission(actor, 'report.read');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) => targetLines(tx, actor, { asked, limit: pageSize + 1 }),
    'ask',
  );
  const lines = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? lines.at(-1) : undefined;
  return { lines, after: last ? toCursor(placeOf(last, asked.kind)) : null };
}

function placeOf({ elapsedSeconds, startedAt, id }: TargetLine, kind: TargetKind): string[] {
  return kind === 'measured'
    ? [String(Math.round((elapsedSeconds ?? 0) * 1000)), id]
    : [startedAt, id];
}

/** Where a page begins, as a condition. */
function afterIn({ kind, after }: TargetsAsked, values: Values): string {
  if (after === null) return 'true';
  if (kind === 'measured') {
    const [milliseconds, id] = fromCursor(after, ['digits', 'uuid']);
    const seconds = `${values.add(milliseconds)}::numeric / 1000`;
    return `(t.elapsed_seconds, t.id) < (${seconds}, ${values.add(id)}::uuid)`;
  }
  const [at, id] = fromCursor(after, ['instant', 'uuid']);
  return `(t.started_at, t.id) < (${values.add(at)}::timestamptz, ${values.add(id)}::uuid)`;
}

export async function targetLines(
  tx: Tx,
  actor: Actor,
  { asked, limit }: { asked: TargetsAsked; limit: number },
): Promise<TargetLine[]> {
  const values = new Values(actor);
  const bounds = boundsOf(asked.period, asked.zone);
  const which = whichTargets(values, { ...asked, bounds, metrics: [asked.metric] });
  const order = asked.kind === 'measured' ? 'elapsed_seconds' : 'started_at';
  return await prepared<TargetLine>(tx, {
    text: `
      select t.id, t.conversation_id as "conversationId", ${contactName} as contact,
        h.handle as channel, team.name as team, m.name as member, t.metric,
        (array['${priorities.join("','")}'])[t.priority + 1] as priority, t.outcome, t.seconds,
        ${iso('t.started_at')} as "startedAt", ${iso('t.due_at')} as "dueAt", ${iso('t.met_at')} as "metAt",
        ${iso('t.ended_at')} as "endedAt", ${iso('t.breached_at')} as "breachedAt",
        t.elapsed_seconds::float8 as "elapsedSeconds", t.overrun_seconds::float8 as "overrunSeconds"
      from (
        select t.* from sla_targets t
        where ${which} and ${isOfKind[asked.kind]} and ${afterIn(asked, values)}
        order by t.${order} desc, t.id desc limit ${values.add(limit)}
      ) t
      join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
      join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
      join channels h on h.workspace_id = t.workspace_id and h.id = t.channel_id
      left join teams team on team.workspace_id = t.workspace_id and team.id = t.team_id
      left join members m on m.workspace_id = t.workspace_id and m.id = t.member_id
      order by t.${order} desc, t.id desc`,
    values: values.list,
  });
}
