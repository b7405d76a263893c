import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { Impact, OpenConversation } from '@/lib/domain/sla/impact';
import { impactOf } from '@/lib/domain/sla/impact';
import type { KeptSpan } from '@/lib/domain/sla/kept';
import type { CalendarVersion, Metric, Promised } from '@/lib/domain/sla/policy';
import { metrics } from '@/lib/domain/sla/policy';
import type { PolicyInUse } from '@/lib/sla-in-use';
import { archivedPolicies, policiesInUse } from '@/lib/sla-in-use';
import { requirePermission } from '../permission';

const ids = z.array(z.uuid()).max(50).optional();
const count = z.number().min(0);
const seconds = z.object({ low: count, normal: count, high: count, urgent: count });

/** A change that is thought of, as far as it matters here. */
const changes = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hours') }),
  z.object({
    kind: z.literal('policy'),
    policyId: z.uuid().nullable(),
    conditions: z.object({
      channelIds: ids,
      teamIds: ids,
      priorities: z.array(z.enum(priorities)).optional(),
      labelIds: ids,
    }),
    seconds: z.partialRecord(z.enum(metrics), seconds),
  }),
  z.object({ kind: z.literal('order'), order: z.array(z.uuid()).max(300) }),
  z.object({ kind: z.literal('archive'), policyId: z.uuid() }),
  z.object({ kind: z.literal('restore'), policyId: z.uuid() }),
]);
export type ChangeInMind = z.input<typeof changes>;

const asked = z
  .string()
  .transform((text, { addIssue }) => {
    try {
      return JSON.parse(text);
    } catch {
      addIssue('This change cannot be read. Load the page again.');
      return z.NEVER;
    }
  })
  .pipe(changes);

/** What a change would do to the open conversations, before anybody makes it. */
export async function impactFor(actor: Actor, search: URLSearchParams): Promise<Impact> {
  requirePermission(actor, 'sla.manage');
  const change = asked.parse(search.get('change') ?? '');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const policies = await policiesInUse(tx, actor.workspaceId);
      const open = await openConversations(tx, actor.workspaceId);
      const { rows } = await tx.execute<{ now: Date }>(sql`select now()`);
      const now = new Date(rows[0]?.now ?? Number.NaN);
      const archived =
        change.kind === 'restore' ? await archivedPolicies(tx, actor.workspaceId) : [];
      return impactOf(open, policies, changed(policies, change, archived), now);
    },
    'read',
  );
}

type Listed = Pick<PolicyInUse, 'policyId' | 'conditions' | 'promises' | 'takesAll'>;

function changed(
  policies: readonly Listed[],
  change: z.output<typeof changes>,
  archived: readonly Listed[],
): Listed[] {
  switch (change.kind) {
    case 'hours':
      return [...policies];
    case 'archive':
      return policies.filter(({ policyId }) => policyId !== change.policyId);
    case 'restore':
      return beforeLast(
        policies,
        archived.filter(({ policyId }) => policyId === change.policyId),
      );
    case 'order': {
      const place = (one: Listed) =>
        one.takesAll ? policies.length : change.order.indexOf(one.policyId);
      return policies.toSorted((one, other) => place(one) - place(other));
    }
    case 'policy': {
      const { policyId } = change;
      const takesAll = policies.find((one) => one.policyId === policyId)?.takesAll ?? false;
      const edited = { ...readable(change), policyId: policyId ?? '', takesAll };
      if (policyId !== null) {
        return policies.map((one) => (one.policyId === policyId ? edited : one));
      }
      return beforeLast(policies, [edited]);
    }
  }
}

function beforeLast(policies: readonly Listed[], more: readonly Listed[]): Listed[] {
  const last = policies.filter(({ takesAll }) => takesAll);
  return [...policies.filter(({ takesAll }) => !takesAll), ...more, ...last];
}

/** By which clock and what pauses it makes no difference to what has passed. */
function readable({
  conditions,
  seconds: each,
}: Extract<z.output<typeof changes>, { kind: 'policy' }>) {
  const promises: Partial<Record<Metric, Promised>> = {};
  for (const metric of metrics) {
    const promised = each[metric];
    if (promised) promises[metric] = { seconds: promised, clock: 'business', pausedBy: [] };
  }
  const given = Object.entries(conditions).filter(([, list]) => list !== undefined);
  return { conditions: Object.fromEntries(given) as PolicyInUse['conditions'], promises };
}

type OpenRow = {
  id: string;
  channelId: string;
  teamId: string | null;
  priority: number;
  labelIds: string[];
  metric: Metric | null;
  spans: readonly KeptSpan[] | null;
};

async function openConversations(tx: Tx, workspaceId: string): Promise<OpenConversation[]> {
  const calendars = await calendarVersions(tx, workspaceId);
  const { rows } = await tx.execute<OpenRow>(sql`
    select c.id, c.channel_id as "channelId", c.team_id as "teamId", c.priority,
      c.label_ids as "labelIds", t.metric, t.spans
    from conversations c left join sla_targets t
      on t.workspace_id = c.workspace_id and t.conversation_id = c.id
        and t.outcome = 'running' and t.ended_at is null
    where c.workspace_id = ${workspaceId}
      and c.status in ('open', 'waiting', 'on_hold', 'snoozed')`);
  const open = new Map<
    string,
    OpenConversation & { targets: OpenConversation['targets'][number][] }
  >();
  for (const { id, channelId, teamId, priority, labelIds, metric, spans } of rows) {
    const traits = { channelId, teamId, labelIds, priority: priorities[priority] ?? 'normal' };
    const conversation = open.get(id) ?? { traits, targets: [] };
    open.set(id, conversation);
    if (metric === null) continue;
    const ran = (spans ?? []).map(({ from, to, calendarId }) => ({
      from: new Date(from),
      to: to === null ? null : new Date(to),
      calendar: calendarId === null ? null : (calendars.get(calendarId) ?? null),
    }));
    conversation.targets.push({ metric, spans: ran });
  }
  return [...open.values()];
}

async function calendarVersions(tx: Tx, workspaceId: string) {
  const { rows } = await tx.execute<CalendarVersion>(sql`
    select id, time_zone as "timeZone", weekly, exceptions
    from calendar_versions where workspace_id = ${workspaceId}`);
  return new Map(rows.map((version) => [version.id, version]));
}
