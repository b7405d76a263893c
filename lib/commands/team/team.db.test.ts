import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { removeMember } from '../member/remove-member';
import { archiveTeam } from './archive';
import { createTeam } from './create';
import { renameTeam } from './rename';
import { seatInTeam } from './seat';

let database: TestDatabase;
let lead: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead']);
});

async function teamsOf({ workspaceId }: Actor): Promise<unknown[]> {
  const { rows } = await database.admin.query(
    `select name, archived_at is not null as archived,
       array(select member_id from team_members s where s.team_id = t.id order by created_at) as seated
     from teams t where workspace_id = $1 order by lower(name)`,
    [workspaceId],
  );
  return rows;
}

async function eventsOf({ workspaceId }: Actor): Promise<unknown[]> {
  const { rows } = await database.admin.query(
    'select type, member_id, data from events where workspace_id = $1 order by seq',
    [workspaceId],
  );
  return rows;
}

test('a team is made, renamed, filled and emptied; each change is told once', async () => {
  const agent = await aMember(lead.workspaceId, ['agent']);
  const { memberId } = agent;
  const { teamId } = await createTeam(lead, { name: 'Orders' });
  await renameTeam(lead, { teamId, name: 'Orders and parcels' });
  await seatInTeam(lead, { teamId, memberId, seated: true });
  await seatInTeam(lead, { teamId, memberId, seated: true });
  expect(await teamsOf(lead)).toEqual([
    { name: 'Orders and parcels', archived: false, seated: [memberId] },
  ]);
  await seatInTeam(lead, { teamId, memberId, seated: false });
  await seatInTeam(lead, { teamId, memberId, seated: false });
  expect(await teamsOf(lead)).toMatchObject([{ seated: [] }]);
  expect(await eventsOf(lead)).toEqual([
    { type: 'team.changed', member_id: null, data: { teamId } },
    { type: 'team.changed', member_id: null, data: { teamId } },
    { type: 'team.changed', member_id: memberId, data: { teamId, seated: true } },
    { type: 'team.changed', member_id: memberId, data: { teamId, seated: false } },
  ]);
});

test('two teams in use never have the same name; an archived one gives its name free', async () => {
  const { teamId } = await createTeam(lead, { name: 'Press' });
  await expect(createTeam(lead, { name: 'PRESS' })).rejects.toMatchObject({
    code: 'conflict',
    details: { fields: { name: expect.any(String) } },
  });
  await archiveTeam(lead, { teamId, archived: true });
  await createTeam(lead, { name: 'press' });
  await expect(archiveTeam(lead, { teamId, archived: false })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('whoever is removed leaves every team', async () => {
  const admin = await aMember(lead.workspaceId, ['admin']);
  const { memberId } = await aMember(lead.workspaceId, ['agent']);
  const { teamId } = await createTeam(lead, { name: 'Orders' });
  await seatInTeam(lead, { teamId, memberId, seated: true });
  await removeMember(admin, { memberId });
  expect(await teamsOf(lead)).toMatchObject([{ seated: [] }]);
  await expect(seatInTeam(lead, { teamId, memberId, seated: true })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a team or a member of another workspace is not found', async () => {
  const { teamId } = await createTeam(lead, { name: 'Orders' });
  const foreign = await aMember(await aWorkspace(), ['lead', 'admin']);
  const theirs = await createTeam(foreign, { name: 'Theirs' });
  const notFound = { code: 'not_found' };
  for (const attempt of [
    () => renameTeam(foreign, { teamId, name: 'Mine' }),
    () => archiveTeam(foreign, { teamId, archived: true }),
    () => seatInTeam(foreign, { teamId, memberId: foreign.memberId, seated: true }),
    () => seatInTeam(lead, { teamId, memberId: foreign.memberId, seated: true }),
    () => seatInTeam(lead, { teamId: theirs.teamId, memberId: lead.memberId, seated: true }),
  ]) {
    await expect(attempt()).rejects.toMatchObject(notFound);
  }
  expect(await teamsOf(lead)).toEqual([{ name: 'Orders', archived: false, seated: [] }]);
});

test('only leads and admins keep the teams', async () => {
  const { teamId } = await createTeam(lead, { name: 'Orders' });
  const agent = await aMember(lead.workspaceId, ['agent', 'marketer']);
  const { memberId } = agent;
  const forbidden = { code: 'forbidden' };
  await expect(createTeam(agent, { name: 'Other' })).rejects.toMatchObject(forbidden);
  await expect(renameTeam(agent, { teamId, name: 'Other' })).rejects.toMatchObject(forbidden);
  await expect(archiveTeam(agent, { teamId, archived: true })).rejects.toMatchObject(forbidden);
  await expect(seatInTeam(agent, { teamId, memberId, seated: true })).rejects.toMatchObject(
    forbidden,
  );
});
