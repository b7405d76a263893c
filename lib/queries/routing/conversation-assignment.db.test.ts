import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { changeConversations } from '@/lib/commands/conversation/change';
import { claimConversation } from '@/lib/commands/conversation/claim';
import { routeWork } from '@/lib/commands/routing/route';
import { aRoutedTeam } from '@/lib/commands/routing/routing.fixture';
import { conversationAssignment } from './conversation-assignment';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('what the router gave says by what, with which load, and why not the others', async () => {
  const team = await aRoutedTeam(database);
  const me = await team.member({ capacity: 4 });
  const busy = await team.member({ availability: 'busy' });
  const id = await team.waits();
  await routeWork(team.workspaceId);
  expect(await conversationAssignment(busy, id)).toEqual({
    ...{
      kind: 'router',
      memberId: expect.any(String),
      at: expect.any(String),
      given: 'balanced',
      load: 1,
      capacity: 4,
    },
    skipped: [{ memberId: busy.memberId, reason: 'not_available' }],
  });
  const lead = await team.member({}, { roles: ['lead'] });
  await changeConversations(lead, {
    items: [{ conversationId: id }],
    change: { kind: 'assign', memberId: busy.memberId },
  });
  expect(await conversationAssignment(me, id)).toMatchObject({
    ...{ kind: 'person', byId: lead.memberId },
  });
});

test('what nobody has says why nobody can be given it, as it stands now', async () => {
  const team = await aRoutedTeam(database);
  const me = await team.member({ capacity: 0 });
  const id = await team.waits();
  const asked = () => conversationAssignment(me, id);
  expect(await asked()).toEqual({
    ...{ kind: 'waits', memberId: null, given: 'nobody' },
    skipped: [{ memberId: me.memberId, reason: 'at_capacity' }],
  });
  await team.change('members', me.memberId, { capacity: 1 });
  expect(await asked()).toMatchObject({ kind: 'waits', memberId: me.memberId });
  await team.change('teams', team.teamId, { strategy: 'off' });
  expect(await asked()).toEqual({ kind: 'none' });
  await claimConversation(me, { conversationId: id });
  expect(await asked()).toMatchObject({ kind: 'person', byId: me.memberId });
});

test('another workspace’s is not there, and a marketer is not told', async () => {
  const team = await aRoutedTeam(database);
  const id = await team.waits();
  const stranger = await aMember(await aWorkspace());
  await expect(conversationAssignment(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
  const marketer = await team.member({}, { roles: ['marketer'], teamIds: [] });
  await expect(conversationAssignment(marketer, id)).rejects.toMatchObject({ code: 'forbidden' });
});
