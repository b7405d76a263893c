import { sql } from 'drizzle-orm';
import { keepPromises } from '@/lib/commands/sla/keep';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { Calendar, Span } from '@/lib/domain/sla/calendar';
import type { Conditions, Metric, Promised, Step } from '@/lib/domain/sla/policy';
import { choosePolicy } from '@/lib/domain/sla/policy';
import type { Tx } from '../client';
import { calendars, calendarVersions, slaPolicies, slaPolicyVersions } from '../schema/sla';
import type { House } from './house';
import type { Rows } from './rows';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

type Policy = { policyId: string; policyVersionId: string; calendarVersionId: string } & {
  conditions: Conditions;
};

/** The policies of the house in their order. */
export type HousePromises = readonly Policy[];

/** What the house promises, and when it is open. */
export async function seedPromises(tx: Tx, house: House, begun: Date): Promise<HousePromises> {
  const { workspaceId, memberId, idAt } = house;
  const [desk, evenings] = [idAt(begun), idAt(begun)];
  const created = { createdBy: memberId('Jack'), createdAt: begun.toISOString() };
  const calendar = (id: string, name: string, hours: Omit<Calendar, 'timeZone'>) => ({
    ...{ workspaceId, id: idAt(begun), calendarId: id, no: 1, name },
    ...{ timeZone: 'Europe/London', ...hours, ...created },
  });
  const versions = [
    calendar(desk, 'Care desk', { weekly: careDesk, exceptions: holidays }),
    calendar(evenings, 'Shops, evenings too', { weekly: shops, exceptions: [] }),
  ];
  await tx.insert(calendars).values([
    { workspaceId, id: desk },
    { workspaceId, id: evenings },
  ]);
  await tx.insert(calendarVersions).values(versions);
  const ids = policies.map(() => ({ policyId: idAt(begun), policyVersionId: idAt(begun) }));
  const idsOf = (position: number) => ids[position] ?? { policyId: '', policyVersionId: '' };
  const conditionsOf = ({ allergens }: (typeof policies)[number]): Conditions =>
    allergens ? { labelIds: [house.labelId('allergens')] } : {};
  await tx.insert(slaPolicies).values(
    policies.map(({ allergens }, position) => ({
      ...{ workspaceId, id: idsOf(position).policyId, position, takesAll: !allergens },
    })),
  );
  await tx.insert(slaPolicyVersions).values(
    policies.map((policy, position) => ({
      ...{ workspaceId, id: idsOf(position).policyVersionId, policyId: idsOf(position).policyId },
      ...{ no: 1, name: policy.name, calendarId: policy.allergens ? evenings : desk },
      ...{ conditions: conditionsOf(policy), promises: policy.promises, steps: policy.steps },
      ...created,
    })),
  );
  return policies.map((policy, position) => ({
    ...idsOf(position),
    calendarVersionId: versions[policy.allergens ? 1 : 0]?.id ?? '',
    conditions: conditionsOf(policy),
  }));
}

/** Each conversation was promised something as it began. */
export function promiseAll(
  rows: Rows,
  promises: HousePromises,
  begins: ReadonlyMap<string, string>,
) {
  for (const {
    workspaceId,
    id,
    channelId,
    teamId,
    priority,
    labelIds,
    createdAt,
  } of rows.conversations) {
    const chosen = choosePolicy(promises, {
      channelId,
      teamId: teamId ?? null,
      priority: priorities[priority ?? 1] ?? 'normal',
      labelIds: labelIds ?? [],
      ...{ contactKind: 'customer', vip: false, ruledPolicyId: null },
    });
    const at = begins.get(id) ?? createdAt;
    if (!(chosen && at)) continue;
    const { conditions: _, ...held } = chosen;
    rows.events.push({
      ...{ workspaceId, conversationId: id, type: 'sla.policy', at, data: { ...held, at } },
    });
  }
}

/** Makes the clocks of everything that was laid out; what was due before now happened then. */
export async function startClocks(
  tx: Tx,
  { workspaceId, now }: { workspaceId: string; now: Date },
  ids: readonly string[],
) {
  const end = now.toISOString();
  const since = new Date(0);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await keepPromises(tx, {
      workspaceId,
      events: [],
      carry: { ids: ids.slice(from, from + AT_ONCE), since },
    });
  }
  await tx.execute(sql`
    update sla_timers set fired_at = due_at
    where workspace_id = ${workspaceId} and due_at < ${end}`);
  await tx.execute(sql`
    with broken as (
      select t.*, row_number() over (order by t.breached_at, t.id) as place from sla_targets t
      where t.workspace_id = ${workspaceId} and t.breached_at < ${end} and t.outcome = 'breached'
    ), counter as (
      update event_counters set seq = seq + (select count(*) from broken)
      where workspace_id = ${workspaceId} returning seq
    )
    insert into events (workspace_id, seq, type, conversation_id, at, data)
    select ${workspaceId}, counter.seq - (select count(*) from broken) + place, 'sla.breached',
      conversation_id, breached_at, jsonb_build_object('metric', metric, 'targetId', id,
        'dueAt', to_char(breached_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'lateMs', 0)
    from broken, counter`);
}

const AT_ONCE = 50;

function days(...weekdays: readonly (readonly Span[])[]): readonly (readonly Span[])[] {
  return weekdays;
}

const workday = [
  { start: '08:30', end: '12:30' },
  { start: '13:00', end: '21:00' },
];
const weekend = [{ start: '10:00', end: '16:00' }];
const careDesk = days(workday, workday, workday, workday, workday, weekend, weekend);
const late = [{ start: '10:00', end: '22:00' }];
const shops = days(late, late, late, late, late, late, late);
const holidays = ['2026-12-25', '2026-12-28', '2027-01-01'].map((date) => ({ date, spans: [] }));

function each(normal: number): Promised['seconds'] {
  return { low: 4 * normal, normal, high: normal / 2, urgent: normal / 4 };
}

function business(normal: number, more: Partial<Promised> = {}): Promised {
  return { seconds: each(normal), clock: 'business', pausedBy: [], ...more };
}

type Laid = {
  name: string;
  allergens: boolean;
  promises: Partial<Record<Metric, Promised>>;
  steps: readonly Step[];
};

const policies: readonly Laid[] = [
  {
    name: 'Allergens first',
    allergens: true,
    promises: {
      first_response: { ...business(HOUR), clock: 'always' },
      next_response: { ...business(HOUR), clock: 'always' },
      resolution: business(8 * HOUR, { pausedBy: ['waiting'] }),
    },
    steps: [
      {
        id: 'tell-leads',
        metric: 'first_response',
        at: { percent: 50 },
        effects: [{ kind: 'raise' }, { kind: 'notify', who: 'leads' }],
      },
    ],
  },
  {
    name: 'Everyone',
    allergens: false,
    promises: {
      first_response: business(4 * HOUR),
      next_response: business(6 * HOUR, { pausedBy: ['snoozed'] }),
      resolution: business(40 * HOUR, { pausedBy: ['waiting', 'on_hold'] }),
      ownership: business(8 * HOUR),
    },
    steps: [
      {
        id: 'owner-late',
        metric: 'next_response',
        at: { before: 30 * MINUTE },
        effects: [{ kind: 'notify', who: 'owner' }],
      },
      {
        id: 'team-late',
        metric: 'ownership',
        at: { after: 2 * HOUR },
        effects: [{ kind: 'notify', who: 'leads' }],
      },
    ],
  },
];
