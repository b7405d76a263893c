import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { slaSettings } from '@/lib/queries/sla/settings';
import { archiveCalendar } from './archive-calendar';
import { archivePolicy } from './archive-policy';
import { hours, promise } from './promises.fixture';
import { saveCalendar } from './save-calendar';
import { savePolicy } from './save-policy';

let database: TestDatabase;
let lead: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead'], 'Jack Moreau');
});

async function theHours() {
  const [only] = (await slaSettings(lead)).hours;
  if (!only) throw new Error('there are no hours');
  return only;
}

async function facts(): Promise<{ events: string[]; spreads: number }> {
  const { rows } = await database.admin.query<{ type: string }>(
    'select type from events where workspace_id = $1 order by seq',
    [lead.workspaceId],
  );
  const spreads = await database.admin.query('select from sla_spreads where workspace_id = $1', [
    lead.workspaceId,
  ]);
  return { events: rows.map(({ type }) => type), spreads: spreads.rowCount ?? 0 };
}

describe('business hours', () => {
  test('are kept, and each change is a version that leaves the older ones as they were', async () => {
    await saveCalendar(lead, hours);
    const first = await theHours();
    expect(first).toMatchObject({ name: 'Office', by: 'Jack Moreau', policies: [] });
    expect(first.exceptions).toEqual(hours.exceptions);
    await saveCalendar(lead, {
      ...hours,
      calendarId: first.calendarId,
      basedOn: first.versionId,
      timeZone: 'Europe/Paris',
      applyTo: 'open',
    });
    const second = await theHours();
    expect(second).toMatchObject({ calendarId: first.calendarId, timeZone: 'Europe/Paris' });
    const { rows } = await database.admin.query(
      `select no, time_zone, replaced_at is not null as replaced from calendar_versions
       where calendar_id = $1 order by no`,
      [first.calendarId],
    );
    expect(rows).toEqual([
      { no: 1, time_zone: 'Europe/Berlin', replaced: true },
      { no: 2, time_zone: 'Europe/Paris', replaced: false },
    ]);
    expect(await facts()).toEqual({ events: ['sla.changed', 'sla.changed'], spreads: 1 });
  });

  test('saved as they are, they are no new version', async () => {
    await saveCalendar(lead, hours);
    const { calendarId, versionId } = await theHours();
    await saveCalendar(lead, { ...hours, calendarId, basedOn: versionId, applyTo: 'open' });
    expect((await theHours()).versionId).toBe(versionId);
    expect(await facts()).toEqual({ events: ['sla.changed'], spreads: 0 });
  });

  test('of two who change the same version, the second is told who was first', async () => {
    await saveCalendar(lead, hours);
    const { calendarId, versionId } = await theHours();
    const mine = { ...hours, calendarId, basedOn: versionId };
    await saveCalendar(lead, { ...mine, name: 'Summer' });
    await expect(saveCalendar(lead, { ...mine, name: 'Winter' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^Jack Moreau changed these hours meanwhile/),
    });
    const newer = (await theHours()).versionId;
    const tries = ['Spring', 'Autumn'].map((name) =>
      saveCalendar(lead, { ...mine, basedOn: newer, name }),
    );
    const outcomes = (await Promise.allSettled(tries)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test.each([
    ['timeZone', { timeZone: 'Europe/Atlantis' }, 'There is no time zone “Europe/Atlantis”.'],
    ['weekly', { weekly: [[], [], [], [], [], [], []] }, /never open/],
    ['weekly', { weekly: [] }, /never open|seven days/],
    [
      'weekly.5.0',
      { weekly: [...hours.weekly.slice(0, 5), [{ start: '9', end: '17:00' }], []] },
      '“9” is no time of day. Write it like 09:00.',
    ],
    [
      'exceptions.0.date',
      { exceptions: [{ date: '2026-02-30', spans: [] }] },
      /“2026-02-30” is no date/,
    ],
    [
      'exceptions.1.date',
      { exceptions: [hours.exceptions[0], hours.exceptions[0]] },
      '2026-12-25 is there twice.',
    ],
  ])('that cannot be are refused at their field: %s', async (field, change, said) => {
    await expect(saveCalendar(lead, { ...hours, ...change })).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { [field]: expect.stringMatching(said) } },
    });
    expect((await facts()).events).toEqual([]);
  });

  test('have a name that no others in use have', async () => {
    await saveCalendar(lead, hours);
    await expect(saveCalendar(lead, { ...hours, name: ' OFFICE ' })).rejects.toMatchObject({
      code: 'conflict',
      details: { fields: { name: expect.any(String) } },
    });
    await archiveCalendar(lead, { calendarId: (await theHours()).calendarId, archived: true });
    await saveCalendar(lead, hours);
  });

  test('are not archived while a policy counts by them, which is named', async () => {
    const { calendarId } = await saveCalendar(lead, hours);
    const policy = { policyId: null, basedOn: null, applyTo: 'new' };
    await savePolicy(lead, { ...policy, policy: promise(calendarId) });
    const other = await saveCalendar(lead, { ...hours, name: 'Night' });
    const night = promise(other.calendarId, {
      name: 'Urgent',
      conditions: { priorities: ['urgent'] },
    });
    const { policyId } = await savePolicy(lead, { ...policy, policy: night });
    await expect(archiveCalendar(lead, { calendarId, archived: true })).rejects.toMatchObject({
      code: 'conflict',
      message: 'The policy “Everything else” counts by “Office”. Give it other hours first.',
    });
    await expect(archiveCalendar(lead, { ...other, archived: true })).rejects.toThrow(/“Urgent”/);
    await archivePolicy(lead, { policyId, archived: true, applyTo: 'new' });
    await archiveCalendar(lead, { ...other, archived: true });
    expect(await theHours()).toMatchObject({ name: 'Office', policies: ['Everything else'] });
    await expect(archiveCalendar(lead, { ...other, archived: true })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('of another workspace are not found', async () => {
    await saveCalendar(lead, hours);
    const { calendarId, versionId: basedOn } = await theHours();
    const foreign = await aMember(await aWorkspace(), ['lead', 'admin']);
    const notFound = { code: 'not_found' };
    await expect(saveCalendar(foreign, { ...hours, calendarId, basedOn })).rejects.toMatchObject(
      notFound,
    );
    await expect(archiveCalendar(foreign, { calendarId, archived: true })).rejects.toMatchObject(
      notFound,
    );
    expect((await slaSettings(foreign)).hours).toEqual([]);
  });

  test('are kept by leads and admins, and read by everybody', async () => {
    const { calendarId } = await saveCalendar(lead, hours);
    const agent = await aMember(lead.workspaceId, ['agent', 'marketer']);
    const forbidden = { code: 'forbidden' };
    await expect(saveCalendar(agent, hours)).rejects.toMatchObject(forbidden);
    await expect(archiveCalendar(agent, { calendarId, archived: true })).rejects.toMatchObject(
      forbidden,
    );
    expect((await slaSettings(agent)).hours).toMatchObject([{ name: 'Office' }]);
    await archiveCalendar(await aMember(lead.workspaceId, ['admin']), {
      calendarId,
      archived: true,
    });
  });
});
