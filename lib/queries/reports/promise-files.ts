import 'server-only';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { TextFile } from '@/lib/domain/csv';
import { Refusal } from '@/lib/domain/refusal';
import type { PromisesAsked } from '@/lib/domain/reports/promises';
import { promisesAsked, targetKindOf } from '@/lib/domain/reports/promises';
import { requirePermission } from '../permission';
import { MOST_ROWS, shareOf, tableFile } from './csv';
import type { Compared, PromiseFigures } from './promises';
import { promiseReport } from './promises';
import { targetLines } from './target-list';

/** A table of the report of promises, with the filters of an address. */
export async function promiseFile(
  actor: Actor,
  { table }: { table: string },
  search: URLSearchParams,
): Promise<TextFile> {
  requirePermission(actor, 'report.read');
  const given = Object.fromEntries(search);
  const asked = promisesAsked(given, { now: new Date(), zone: 'UTC' });
  if (table === 'metrics') return await metricsFile(actor, asked);
  if (table === 'split') return await splitFile(actor, asked);
  if (table === 'hours') return await hoursFile(actor, asked);
  if (table === 'targets') return await targetsFile(actor, asked, given['kind']);
  throw new Refusal('not_found', 'There is no such table.');
}

const figureColumns = {
  kept_in_time: ({ now }: Compared) => shareOf(now.met, countOf(now)),
  counted: ({ now }: Compared) => countOf(now),
  met: ({ now }: Compared) => now.met,
  broken: ({ now }: Compared) => now.broken,
  broken_not_ended: ({ now }: Compared) => countOf(now) - now.measured,
  median_seconds: ({ now }: Compared) => now.median,
  percentile_90_seconds: ({ now }: Compared) => now.ninth,
  before_kept_in_time: ({ before }: Compared) => shareOf(before.met, countOf(before)),
  before_counted: ({ before }: Compared) => countOf(before),
  before_broken: ({ before }: Compared) => before.broken,
  before_median_seconds: ({ before }: Compared) => before.median,
  before_percentile_90_seconds: ({ before }: Compared) => before.ninth,
};

function countOf({ met, broken }: PromiseFigures): number {
  return met + broken;
}

async function metricsFile(actor: Actor, asked: PromisesAsked): Promise<TextFile> {
  const { metrics } = await promiseReport(actor, asked);
  return tableFile<(typeof metrics)[number]>(
    'promises',
    {
      metric: ({ metric }) => metric,
      ...figureColumns,
      running_not_counted: ({ running }) => running,
      void_not_counted: (row) => row.void,
    },
    metrics,
  );
}

async function splitFile(actor: Actor, asked: PromisesAsked): Promise<TextFile> {
  const { split } = await promiseReport(actor, asked);
  return tableFile<(typeof split)[number]>(
    `promises-${asked.metric}-by-${asked.by}`,
    { [asked.by]: ({ name }) => name, id: ({ key }) => key, ...figureColumns },
    split,
  );
}

async function hoursFile(actor: Actor, asked: PromisesAsked): Promise<TextFile> {
  const { hours } = await promiseReport(actor, asked);
  return tableFile<(typeof hours)[number]>(
    `promises-${asked.metric}-by-hour`,
    {
      day_from_monday: ({ day }) => day,
      hour: ({ hour }) => hour,
      time_zone: () => asked.zone,
      kept_in_time: ({ met, broken }) => shareOf(met, met + broken),
      counted: ({ met, broken }) => met + broken,
      broken: ({ broken }) => broken,
    },
    hours,
  );
}

async function targetsFile(actor: Actor, asked: PromisesAsked, given: unknown): Promise<TextFile> {
  const kind = targetKindOf(given);
  const lines = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      targetLines(tx, actor, { asked: { ...asked, kind, after: null }, limit: MOST_ROWS + 1 }),
    'ask',
  );
  return tableFile<(typeof lines)[number]>(
    `promises-${asked.metric}-${kind}`,
    {
      contact: ({ contact }) => contact,
      conversation: ({ conversationId }) => conversationId,
      metric: ({ metric }) => metric,
      outcome: ({ outcome }) => outcome,
      channel: ({ channel }) => channel,
      team: ({ team }) => team,
      member: ({ member }) => member,
      priority: ({ priority }) => priority,
      promised_seconds: ({ seconds }) => seconds,
      started_at: ({ startedAt }) => startedAt,
      due_at: ({ dueAt }) => dueAt,
      breached_at: ({ breachedAt }) => breachedAt,
      ended_at: ({ endedAt }) => endedAt,
      elapsed_seconds: ({ elapsedSeconds }) => elapsedSeconds,
      overrun_seconds: ({ overrunSeconds }) => overrunSeconds,
    },
    lines,
  );
}
