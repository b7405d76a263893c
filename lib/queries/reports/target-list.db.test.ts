import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { rowsOf } from '@/lib/domain/csv';
import type { TargetKind } from '@/lib/domain/reports/promises';
import { promiseFile } from './promise-files';
import { aDesk, asked } from './promises.fixture';
import type { TargetLine } from './target-list';
import { targetPage } from './target-list';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const march = { from: '2026-03-02', to: '2026-03-08' };

async function listed(lead: Actor, kind: TargetKind, given: Record<string, string> = march) {
  const page = await targetPage(lead, { ...asked(given), kind, after: null });
  return page.lines.map(({ id }) => id);
}

test('each number lists the targets that it counts, the newest first; of times, the longest', async () => {
  const { lead, target, id: conversationId } = await aDesk();
  const kept = await target('2026-03-03T09:00:00Z', { elapsedSeconds: '1200' });
  const late = await target('2026-03-03T10:00:00Z', {
    outcome: 'breached',
    elapsedSeconds: '4000',
  });
  const never = await target('2026-03-03T11:00:00Z', { outcome: 'breached', elapsedSeconds: null });
  const runs = await target('2026-03-03T12:00:00Z', { outcome: 'running' });
  const spam = await target('2026-03-03T13:00:00Z', { outcome: 'void' });
  await target('2026-03-03T14:00:00Z', { metric: 'ownership' });
  await target('2026-03-09T00:00:00Z');

  expect(await listed(lead, 'counted')).toEqual([never, late, kept]);
  expect(await listed(lead, 'met')).toEqual([kept]);
  expect(await listed(lead, 'broken')).toEqual([never, late]);
  expect(await listed(lead, 'measured')).toEqual([late, kept]);
  expect(await listed(lead, 'running')).toEqual([runs]);
  expect(await listed(lead, 'void')).toEqual([spam]);
  expect(await listed(lead, 'counted', { ...march, hour: '2-10' })).toEqual([late]);
  expect(await listed(lead, 'counted', { ...march, hour: '3-10' })).toEqual([]);

  const { lines } = await targetPage(lead, { ...asked(march), kind: 'met', after: null });
  expect(lines).toEqual([
    {
      ...{ id: kept, conversationId, contact: 'Ana Lima', channel: expect.any(String) },
      ...{ team: null, member: null, metric: 'first_response', priority: 'normal', outcome: 'met' },
      ...{ seconds: 3600, elapsedSeconds: 1200, overrunSeconds: null, breachedAt: null },
      startedAt: '2026-03-03T09:00:00.000000Z',
      dueAt: '2026-03-03T10:00:00.000000Z',
      metAt: '2026-03-03T09:20:00.000000Z',
      endedAt: '2026-03-03T09:20:00.000000Z',
    },
  ]);
});

test('pages hold every target once, also where many started in one moment or took as long', async () => {
  const { lead, target } = await aDesk();
  const made: string[] = [];
  for (let no = 0; no < 120; no += 1) {
    const minute = String(no % 3).padStart(2, '0');
    const elapsedSeconds = `${100 + (no % 4)}.125`;
    made.push(await target(`2026-03-03T09:${minute}:00Z`, { elapsedSeconds }));
  }
  for (const kind of ['counted', 'measured'] as const) {
    const seen: TargetLine[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof targetPage>> = await targetPage(lead, {
        ...asked(march),
        ...{ kind, after },
      });
      seen.push(...page.lines);
      after = page.after;
    } while (after !== null);
    expect(seen.map(({ id }) => id).toSorted()).toEqual(made.toSorted());
    const keys = seen.map(({ startedAt, elapsedSeconds }) =>
      kind === 'measured' ? String(elapsedSeconds) : startedAt,
    );
    expect(keys).toEqual(keys.toSorted().toReversed());
  }
});

test('a cursor that this product did not make is refused', async () => {
  const { lead } = await aDesk();
  for (const after of ['x', 'WyIxIl0', 'WyJub3ciLCInIl0']) {
    const page = targetPage(lead, { ...asked(march), kind: 'met', after });
    await expect(page).rejects.toMatchObject({ code: 'invalid' });
  }
});

test('a table is kept as a file with the figures of the screen', async () => {
  const { lead, target } = await aDesk();
  await target('2026-03-03T09:00:00Z', { elapsedSeconds: '1200' });
  await target('2026-03-03T09:00:00Z', { elapsedSeconds: '600' });
  await target('2026-03-03T10:00:00Z', { outcome: 'breached', elapsedSeconds: '4000' });
  const file = async (table: string, more: Record<string, string> = {}) => {
    const search = new URLSearchParams({ ...march, zone: 'UTC', ...more });
    return rowsOf((await promiseFile(lead, { table }, search)).text);
  };
  expect(await file('metrics')).toEqual([
    [
      ...['metric', 'kept_in_time', 'counted', 'met', 'broken', 'broken_not_ended'],
      ...['median_seconds', 'percentile_90_seconds', 'before_kept_in_time', 'before_counted'],
      ...['before_broken', 'before_median_seconds', 'before_percentile_90_seconds'],
      ...['running_not_counted', 'void_not_counted'],
    ],
    [
      ...['first_response', '0.6667', '3', '2', '1', '0', '1200', '4000', '', '0', '0', '', ''],
      ...['0', '0'],
    ],
  ]);
  expect((await file('split', { by: 'priority' }))?.[1]?.slice(0, 4)).toEqual([
    ...['normal', 'normal', '0.6667', '3'],
  ]);
  expect((await file('hours'))?.slice(1)).toEqual([
    ['2', '9', 'UTC', '1.0000', '2', '0'],
    ['2', '10', 'UTC', '0.0000', '1', '1'],
  ]);
  const targets = await file('targets', { kind: 'broken' });
  expect(targets).toHaveLength(2);
  expect(targets?.[1]?.slice(-2)).toEqual(['4000', '400']);
  await expect(file('passwords')).rejects.toMatchObject({ code: 'not_found' });
});

test('lists and files are for leads and admins, and hold nothing of another workspace', async () => {
  const { workspaceId, target } = await aDesk();
  const mine = await target('2026-03-03T09:00:00Z');
  const agent = await aMember(workspaceId, ['agent', 'marketer']);
  const search = new URLSearchParams(march);
  await expect(listed(agent, 'met')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(promiseFile(agent, { table: 'targets' }, search)).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await listed(await aMember(workspaceId, ['admin']), 'met')).toEqual([mine]);
  const stranger = await aMember(await aWorkspace(), ['lead']);
  expect(await listed(stranger, 'met')).toEqual([]);
  expect(rowsOf((await promiseFile(stranger, { table: 'targets' }, search)).text)).toHaveLength(1);
});
