import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { removeMember } from '@/lib/commands/member/remove-member';
import { createTeam } from '@/lib/commands/team/create';
import { seatInTeam } from '@/lib/commands/team/seat';
import { teamSeats } from './team-seats';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a team is shown with its members and what it has to do, of this workspace alone', async () => {
  const workspaceId = await aWorkspace();
  const lead = await aMember(workspaceId, ['lead'], 'Bo');
  const admin = await aMember(workspaceId, ['admin'], 'Ada');
  const gone = await aMember(workspaceId, ['agent'], 'Gone');
  await aMember(await aWorkspace(), ['agent'], 'Stranger');
  const { teamId } = await createTeam(lead, { name: 'Orders' });
  await seatInTeam(lead, { teamId, memberId: lead.memberId, seated: true });
  await removeMember(admin, { memberId: gone.memberId });
  await aConversation(workspaceId, { teamId });
  await aConversation(workspaceId, { teamId, status: 'on_hold' });
  await aConversation(workspaceId, { teamId, status: 'resolved' });
  expect(await teamSeats(lead)).toEqual({
    teams: [{ id: teamId, name: 'Orders', archived: false, memberIds: [lead.memberId], open: 2 }],
    people: [
      { id: admin.memberId, name: 'Ada', roles: ['admin'] },
      { id: lead.memberId, name: 'Bo', roles: ['lead'] },
    ],
  });
});
