import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { removeMember } from '../member/remove-member';
import { setAvailabilityFor } from './set-for';
import { setOwnAvailability } from './set-own';

let database: TestDatabase;
let agent: Actor;
let lead: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  const workspace = await aWorkspace();
  agent = await aMember(workspace, ['agent'], 'Mo');
  lead = await aMember(workspace, ['lead'], 'Jack');
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const available = { availability: 'available', reason: null, until: null };
const lunch = () => ({ availability: 'away', reason: ' Lunch ', until: inMinutes(45) });

async function stated({ memberId }: Actor): Promise<unknown> {
  const { rows } = await database.admin.query(
    `select availability, availability_reason as reason, availability_until as until,
       availability_by as by, availability_at > now() - interval '1 minute' as lately
     from members where id = $1`,
    [memberId],
  );
  return rows[0];
}

async function eventsOf({ workspaceId }: Actor): Promise<unknown[]> {
  const { rows } = await database.admin.query(
    'select type, member_id as "memberId", actor_member_id as by, data from events where workspace_id = $1 order by seq',
    [workspaceId],
  );
  return rows;
}

test('somebody goes to lunch and comes back; each is told once, with its end', async () => {
  const away = lunch();
  await setOwnAvailability(agent, away);
  await setOwnAvailability(agent, away);
  expect(await stated(agent)).toEqual({
    availability: 'away',
    reason: 'Lunch',
    until: new Date(away.until),
    by: null,
    lately: true,
  });
  await setOwnAvailability(agent, { ...available, reason: 'nothing', until: inMinutes(5) });
  expect(await stated(agent)).toMatchObject(available);
  const { memberId } = agent;
  const fact = { type: 'member.availability', memberId, by: memberId };
  expect(await eventsOf(agent)).toEqual([
    { ...fact, data: { availability: 'away', until: away.until } },
    { ...fact, data: { availability: 'available', until: null } },
  ]);
});

test('a lead says it for somebody who walked out, and it is known who did', async () => {
  await setAvailabilityFor(lead, {
    memberId: agent.memberId,
    ...{ availability: 'offline', reason: 'Went home ill', until: null },
  });
  expect(await stated(agent)).toMatchObject({
    availability: 'offline',
    reason: 'Went home ill',
    by: lead.memberId,
  });
  expect(await eventsOf(agent)).toMatchObject([{ memberId: agent.memberId, by: lead.memberId }]);
  await setOwnAvailability(agent, available);
  expect(await stated(agent)).toMatchObject({ ...available, by: null });
});

test.each([
  ['a time that is over', { until: inMinutes(-1) }, 'until'],
  ['a time beyond three months', { until: inMinutes(91 * 1440) }, 'until'],
  ['a reason that is a page', { reason: 'x'.repeat(81) }, 'reason'],
  ['a reason that turns the line around', { reason: 'Lunch \u202Elive' }, 'reason'],
])('%s is refused at its field', async (_, more, field) => {
  const attempt = setOwnAvailability(agent, { ...lunch(), ...more });
  await expect(attempt).rejects.toSatisfy((error) => JSON.stringify(error).includes(field));
  expect(await stated(agent)).toMatchObject(available);
});

test('whoever answers nobody has nothing to say, and nobody says it for them', async () => {
  const marketer = await aMember(agent.workspaceId, ['marketer']);
  const forbidden = { code: 'forbidden' };
  await expect(setOwnAvailability(marketer, lunch())).rejects.toMatchObject(forbidden);
  const { memberId } = marketer;
  await expect(setAvailabilityFor(lead, { memberId, ...lunch() })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('an agent says nothing for a colleague', async () => {
  const { memberId } = lead;
  await expect(setAvailabilityFor(agent, { memberId, ...lunch() })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a member of another workspace, or one who left, is not found', async () => {
  const foreign = await aMember(await aWorkspace(), ['lead', 'admin']);
  const { memberId } = agent;
  const notFound = { code: 'not_found' };
  await expect(setAvailabilityFor(foreign, { memberId, ...lunch() })).rejects.toMatchObject(
    notFound,
  );
  await removeMember(await aMember(agent.workspaceId, ['admin']), { memberId });
  await expect(setAvailabilityFor(lead, { memberId, ...lunch() })).rejects.toMatchObject(notFound);
  await expect(setOwnAvailability(agent, lunch())).rejects.toMatchObject(notFound);
});
