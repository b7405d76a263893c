import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { priorities } from '@/lib/domain/conversation/conversation';
import { boundsOf, periodBefore } from '@/lib/domain/reports/period';
import type { PromisesAsked, Split, WeekHour } from '@/lib/domain/reports/promises';
import type { Metric } from '@/lib/domain/sla/policy';
import { metrics } from '@/lib/domain/sla/policy';
import { requirePermission } from '../permission';
import { isOfKind, localStart, Values, whichTargets } from './which-targets';

/** What became of targets. Times are in seconds of each target's own clock; null where nothing has ended. */
export type PromiseFigures = {
  met: number;
  broken: number;
  /** Of the met and the broken, those that have ended. */
  measured: number;
  median: number | null;
  ninth: number | null;
};

/** A period beside the one before it. */
export type Compared = { now: PromiseFigures; before: PromiseFigures };

export type MetricFigures = Compared & {
  metric: Metric;
  /** What is not counted. */
  running: number;
  void: number;
};

/** `key` is null for targets that have none: no team, nobody, no label. */
export type SplitFigures = Compared & { key: string | null; name: string | null };

export type HourFigures = WeekHour & { met: number; broken: number };

export type PromiseReport = {
  metrics: MetricFigures[];
  split: SplitFigures[];
  hours: HourFigures[];
};

/** How well promises were kept: of each metric, and of the one that was asked for by what it is split by and by the hour. */
export async function promiseReport(actor: Actor, asked: PromisesAsked): Promise<PromiseReport> {
  requirePermission(actor, 'report.read');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => ({
      metrics: await metricsIn(tx, actor, asked),
      split: await splitIn(tx, actor, asked),
      hours: await hoursIn(tx, actor, asked),
    }),
    'ask',
  );
}

/**
 * `percentile_disc`: the time of a target that there is, which half of them, or nine of ten, did not exceed. The
 * other one would reckon a time between two of them, which nobody could open. Both in one sort.
 */
const figures = `
  (count(*) filter (where ${isOfKind.met}))::int as met,
  (count(*) filter (where ${isOfKind.broken}))::int as broken,
  (count(*) filter (where ${isOfKind.measured}))::int as measured,
  percentile_disc(array[0.5, 0.9]) within group (order by t.elapsed_seconds::float8)
    filter (where ${isOfKind.measured}) as times`;

type Counted = Pick<PromiseFigures, 'met' | 'broken' | 'measured'> & {
  times: readonly [median: number, ninth: number] | null;
  isNow: boolean;
};

/** The two periods of one thing beside each other; one may have nothing. */
function compared(rows: readonly Counted[]): Compared {
  const of = (isNow: boolean): PromiseFigures => {
    const found = rows.find((row) => row.isNow === isNow);
    const { met = 0, broken = 0, measured = 0, times } = found ?? {};
    return { met, broken, measured, median: times?.[0] ?? null, ninth: times?.[1] ?? null };
  };
  return { now: of(true), before: of(false) };
}

/** Both periods in one walk: from the beginning of the one before, told apart by when this one begins. */
function bothPeriods(values: Values, { period, zone }: PromisesAsked) {
  const now = boundsOf(period, zone);
  return {
    bounds: { from: boundsOf(periodBefore(period), zone).from, until: now.until },
    isNow: `t.started_at >= ${values.add(now.from)}::timestamptz`,
  };
}

async function metricsIn(tx: Tx, actor: Actor, asked: PromisesAsked): Promise<MetricFigures[]> {
  const values = new Values(actor);
  const { bounds, isNow } = bothPeriods(values, asked);
  const rows = await prepared<Counted & Pick<MetricFigures, 'metric' | 'running' | 'void'>>(tx, {
    text: `
      select t.metric, ${isNow} as "isNow", ${figures},
        (count(*) filter (where ${isOfKind.running}))::int as running,
        (count(*) filter (where ${isOfKind.void}))::int as void
      from sla_targets t where ${whichTargets(values, { ...asked, bounds, metrics })}
      group by 1, 2`,
    values: values.list,
  });
  return metrics.flatMap((metric) => {
    const own = rows.filter((row) => row.metric === metric);
    const now = own.find((row) => row.isNow);
    if (own.length === 0) return [];
    return { metric, ...compared(own), running: now?.running ?? 0, void: now?.void ?? 0 };
  });
}

/** What a row is filed under, and where its names stand. */
const groups = {
  team: { key: 't.team_id', names: 'select id::text, name from teams where workspace_id = $1' },
  member: {
    key: 't.member_id',
    names: 'select id::text, name from members where workspace_id = $1',
  },
  channel: {
    key: 't.channel_id',
    names: 'select id::text, handle as name from channels where workspace_id = $1',
  },
  priority: {
    key: `(array['${priorities.join("','")}'])[t.priority + 1]`,
    names: `select name as id, name from unnest(array['${priorities.join("','")}']) name`,
  },
  label: {
    key: 'one.label',
    names: 'select id::text, name from labels where workspace_id = $1',
  },
} as const satisfies Record<Split, { key: string; names: string }>;

/** A target with two labels stands under both. */
const eachLabel = 'left join lateral unnest(t.label_ids) one (label) on true';

async function splitIn(tx: Tx, actor: Actor, asked: PromisesAsked): Promise<SplitFigures[]> {
  const values = new Values(actor);
  const { bounds, isNow } = bothPeriods(values, asked);
  const { key, names } = groups[asked.by];
  const which = whichTargets(values, { ...asked, bounds, metrics: [asked.metric] });
  const rows = await prepared<Counted & Pick<SplitFigures, 'key' | 'name'>>(tx, {
    text: `
      with split as (
        select ${key} as key, ${isNow} as "isNow", ${figures}
        from sla_targets t ${asked.by === 'label' ? eachLabel : ''}
        where ${which} and ${isOfKind.counted} group by 1, 2)
      select split.key::text as key, named.name, "isNow", met, broken, measured, times
      from split left join (${names}) named on named.id = split.key::text
      order by split.key is null, lower(named.name), split.key`,
    values: values.list,
  });
  const split = [...new Set(rows.map((row) => row.key))].map((one) => {
    const own = rows.filter((row) => row.key === one);
    return { key: one, name: own[0]?.name ?? null, ...compared(own) };
  });
  return asked.by === 'priority' ? split.toSorted(byUrgency) : split;
}

function byUrgency(one: SplitFigures, other: SplitFigures): number {
  const names: readonly (string | null)[] = priorities;
  const place = ({ key }: SplitFigures) => names.indexOf(key);
  return place(other) - place(one);
}

/** By what the clocks on the wall showed when a target started; the hour that comes twice in autumn holds both. */
async function hoursIn(tx: Tx, actor: Actor, asked: PromisesAsked): Promise<HourFigures[]> {
  const values = new Values(actor);
  const local = localStart(values.add(asked.zone));
  const bounds = boundsOf(asked.period, asked.zone);
  return await prepared<HourFigures>(tx, {
    text: `
      select extract(isodow from ${local})::int as day, extract(hour from ${local})::int as hour,
        (count(*) filter (where ${isOfKind.met}))::int as met,
        (count(*) filter (where ${isOfKind.broken}))::int as broken
      from sla_targets t
      where ${whichTargets(values, { ...asked, bounds, metrics: [asked.metric] })}
        and ${isOfKind.counted}
      group by 1, 2 order by 1, 2`,
    values: values.list,
  });
}
