import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { impactFor } from '@/lib/queries/sla/impact';
import { slaSettings } from '@/lib/queries/sla/settings';
import { archiveCalendar } from './archive-calendar';
import { archivePolicy } from './archive-policy';
import { hours, promise } from './promises.fixture';
import { saveCalendar } from './save-calendar';
import { savePolicy } from './save-policy';

let database: TestDatabase;
let lead: Actor;
let calendarId: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead'], 'Jack Moreau');
  ({ calendarId } = await saveCalendar(lead, hours));
  await save('Everything else', {});
});

function save(name: string, conditions: object = { priorities: ['urgent'] }, counted = calendarId) {
  const policy = promise(counted, { name, conditions });
  return savePolicy(lead, { policyId: null, basedOn: null, applyTo: 'new', policy });
}

function archive(policyId: string, archived = true, who = lead) {
  return archivePolicy(who, { policyId, archived, applyTo: 'new' });
}

async function names() {
  const { policies, archived } = await slaSettings(lead);
  const of = (all: typeof policies) => all.map(({ name }) => name);
  return { inUse: of(policies), archived: of(archived.policies) };
}

test('a policy is had again as it was, after the others and before the one that takes all', async () => {
  const { policyId } = await save('Urgent');
  await save('Press');
  const [before] = (await slaSettings(lead)).policies;
  await archive(policyId);
  expect(await names()).toEqual({ inUse: ['Press', 'Everything else'], archived: ['Urgent'] });
  const change = { kind: 'restore', policyId };
  const search = new URLSearchParams({ change: JSON.stringify(change) });
  expect(await impactFor(lead, search)).toEqual({ open: 0, broken: 0, anew: 0 });
  await archive(policyId, false);
  expect(await names()).toEqual({ inUse: ['Press', 'Urgent', 'Everything else'], archived: [] });
  expect((await slaSettings(lead)).policies[1]).toEqual(before);
  await expect(archive(policyId, false)).rejects.toMatchObject({ code: 'not_found' });
});

test('neither comes back under a name that another has by now', async () => {
  const { policyId } = await save('Urgent');
  await archive(policyId);
  await save('URGENT');
  await expect(archive(policyId, false)).rejects.toThrow(/called “Urgent” by now/);
  const night = await saveCalendar(lead, { ...hours, name: 'Night' });
  await archiveCalendar(lead, { ...night, archived: true });
  await saveCalendar(lead, { ...hours, name: 'night' });
  await expect(archiveCalendar(lead, { ...night, archived: false })).rejects.toMatchObject({
    code: 'conflict',
    message: 'Other hours are called “Night” by now. Rename those first.',
  });
});

test('a policy comes back only with the hours that it counts by', async () => {
  const night = await saveCalendar(lead, { ...hours, name: 'Night' });
  const { policyId } = await save('Urgent', undefined, night.calendarId);
  await archive(policyId);
  await archiveCalendar(lead, { ...night, archived: true });
  const { archived } = await slaSettings(lead);
  expect(archived).toMatchObject({ hours: [{ name: 'Night' }], policies: [{ hours: 'Night' }] });
  await expect(archive(policyId, false)).rejects.toThrow(/are archived\. Restore those first/);
  await archiveCalendar(lead, { ...night, archived: false });
  await archive(policyId, false);
  expect(await names()).toEqual({ inUse: ['Urgent', 'Everything else'], archived: [] });
});

test('only leads and admins restore, and only what is of their workspace', async () => {
  const night = await saveCalendar(lead, { ...hours, name: 'Night' });
  const { policyId } = await save('Urgent');
  await archive(policyId);
  await archiveCalendar(lead, { ...night, archived: true });
  const back = { ...night, archived: false };
  const foreign = await aMember(await aWorkspace(), ['lead', 'admin']);
  const agent = await aMember(lead.workspaceId, ['agent', 'marketer']);
  for (const [who, code] of [
    [foreign, 'not_found'],
    [agent, 'forbidden'],
  ] as const) {
    await expect(archive(policyId, false, who)).rejects.toMatchObject({ code });
    await expect(archiveCalendar(who, back)).rejects.toMatchObject({ code });
  }
  expect((await slaSettings(foreign)).archived).toEqual({ hours: [], policies: [] });
  const admin = await aMember(lead.workspaceId, ['admin']);
  await archiveCalendar(admin, back);
  await archive(policyId, false, admin);
});
