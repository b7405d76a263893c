import 'server-only';
import type { Actor } from '@/lib/domain/access/can';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { boundsOf } from '@/lib/domain/reports/period';
import type { PromiseFilter, TargetKind, Whose } from '@/lib/domain/reports/promises';
import type { Metric } from '@/lib/domain/sla/policy';

/** Values of a statement: each is named by its place, and $1 is the workspace. */
export class Values {
  readonly list: unknown[];

  constructor({ workspaceId }: Actor) {
    this.list = [workspaceId];
  }

  /** The place of a value, as the statement writes it. */
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** How each kind of target is told from the row `t`. */
export const isOfKind = {
  counted: "t.outcome in ('met', 'breached')",
  met: "t.outcome = 'met'",
  broken: "t.outcome = 'breached'",
  measured: "t.outcome in ('met', 'breached') and t.elapsed_seconds is not null",
  running: "t.outcome = 'running'",
  void: "t.outcome = 'void'",
} as const satisfies Record<TargetKind, string>;

type Which = {
  bounds: ReturnType<typeof boundsOf>;
  zone: string;
  metrics: readonly Metric[];
  filter: PromiseFilter;
};

/** The condition of targets `t` that started within the bounds and pass the filter. */
export function whichTargets(values: Values, { bounds, zone, metrics, filter }: Which): string {
  const { channel, team, member, priority, label, hour } = filter;
  const parts = [
    't.workspace_id = $1',
    `t.metric = any(${values.add(metrics)}::text[])`,
    `t.started_at >= ${values.add(bounds.from)}::timestamptz`,
    `t.started_at < ${values.add(bounds.until)}::timestamptz`,
  ];
  if (channel !== null) parts.push(`t.channel_id = ${values.add(channel)}::uuid`);
  if (team !== null) parts.push(isWhose('t.team_id', team, values));
  if (member !== null) parts.push(isWhose('t.member_id', member, values));
  if (priority !== null) parts.push(`t.priority = ${values.add(priorities.indexOf(priority))}`);
  if (label === 'none') parts.push("t.label_ids = '{}'");
  else if (label !== null) parts.push(`${values.add(label)}::uuid = any(t.label_ids)`);
  if (hour !== null) {
    const local = localStart(values.add(zone));
    parts.push(`extract(isodow from ${local}) = ${values.add(hour.day)}`);
    parts.push(`extract(hour from ${local}) = ${values.add(hour.hour)}`);
  }
  return parts.join(' and ');
}

/** What the wall clocks of a zone showed when `t` started. */
export function localStart(zone: string): string {
  return `(t.started_at at time zone ${zone}::text)`;
}

function isWhose(column: string, whose: Whose, values: Values): string {
  return whose === 'none' ? `${column} is null` : `${column} = ${values.add(whose)}::uuid`;
}
