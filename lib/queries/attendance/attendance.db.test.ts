import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { setAvailabilityFor } from '@/lib/commands/availability/set-for';
import { changeMemberRouting } from '@/lib/commands/member/change-routing';
import { touchMembers } from '@/lib/commands/presence/touch';
import { saveCalendar } from '@/lib/commands/sla/save-calendar';
import { changeTeamRouting } from '@/lib/commands/team/change-routing';
import { createTeam } from '@/lib/commands/team/create';
import { seatInTeam } from '@/lib/commands/team/seat';
import { shiftAt } from '@/lib/domain/routing/shift';
import { attendance, ownAttendance } from './attendance';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function house() {
  const workspace = await aWorkspace();
  const lead = await aMember(workspace, ['lead'], 'Jack');
  const agent = await aMember(workspace, ['agent'], 'Mo');
  return { workspace, lead, agent };
}

test('everybody who answers is there with what they say, hold and may hold', async () => {
  const { workspace, lead, agent } = await house();
  await aMember(workspace, ['marketer', 'admin'], 'Ada');
  await aMember(await aWorkspace(), ['agent'], 'Stranger');
  const channelId = (await aChannel(workspace)).id;
  const mine = { channelId, ownerId: agent.memberId };
  for (const status of ['open', 'open', 'waiting', 'on_hold', 'resolved', 'spam'] as const) {
    await aConversation(workspace, { ...mine, status });
  }
  const snoozedUntil = new Date(Date.now() + 3_600_000).toISOString();
  await aConversation(workspace, { ...mine, status: 'snoozed', snoozedUntil });
  const { memberId } = agent;
  const { teamId } = await createTeam(lead, { name: 'Orders' });
  await seatInTeam(lead, { teamId, memberId, seated: true });
  await changeMemberRouting(lead, {
    ...{ memberId, capacity: '4', skillIds: [], coverId: lead.memberId },
  });
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await setAvailabilityFor(lead, { memberId, availability: 'away', reason: 'Lunch', until });

  const { members, teams } = await attendance(agent);
  expect(members.map(({ id }) => id)).toEqual([lead.memberId, memberId]);
  expect(members[1]).toEqual({
    id: memberId,
    ...{ availability: 'away', reason: 'Lunch', until: expect.any(String), by: lead.memberId },
    ...{ since: expect.any(String), seenAt: null, present: false, load: 2.5, capacity: 4 },
    ...{ skillIds: [], coverId: lead.memberId, teamIds: [teamId] },
  });
  expect(Date.parse(members[1]?.until ?? '')).toBe(Date.parse(until));
  expect(members[0]).toMatchObject({ availability: 'available', load: 0, capacity: 8 });
  expect(teams).toEqual([{ id: teamId, name: 'Orders', hours: null }]);
});

test('a member reads of themself and their teams what everybody reads of them', async () => {
  const { workspace, lead, agent } = await house();
  const { memberId } = agent;
  const { teamId } = await createTeam(lead, { name: 'Orders' });
  await createTeam(lead, { name: 'Shops' });
  await seatInTeam(lead, { teamId, memberId, seated: true });
  await aConversation(workspace, { ownerId: memberId });
  const { members, teams } = await attendance(lead);
  const own = await ownAttendance(agent);
  expect(own.members).toEqual(members.filter(({ id }) => id === memberId));
  expect(own.teams).toEqual(teams.filter(({ id }) => id === teamId));
});

test('whoever was heard within a minute is here', async () => {
  const { workspace, lead, agent } = await house();
  const present = async () =>
    (await attendance(lead)).members.flatMap((one) => (one.present ? one.id : []));
  await touchMembers(workspace, [agent.memberId]);
  expect(await present()).toEqual([agent.memberId]);
  const setBack = "update members set seen_at = now() - $2 * interval '1 s' where id = $1";
  await database.admin.query(setBack, [agent.memberId, 55]);
  expect(await present()).toEqual([agent.memberId]);
  await database.admin.query(setBack, [agent.memberId, 61]);
  expect(await present()).toEqual([]);
});

test('a team’s hours are told for the days to come', async () => {
  const { lead } = await house();
  const { teamId } = await createTeam(lead, { name: 'Orders' });
  const day = [{ start: '00:00', end: '24:00' }];
  const { calendarId } = await saveCalendar(lead, {
    ...{ calendarId: null, basedOn: null, name: 'Always', timeZone: 'Europe/London' },
    ...{ weekly: [day, day, day, day, day, day, day], exceptions: [], applyTo: 'new' },
  });
  await changeTeamRouting(lead, {
    ...{ teamId, strategy: 'off', calendarId, absence: 'keep', absenceMinutes: '60' },
    ...{ stickyDays: '7', touchMinutes: '', mostHops: '2', relaxMinutes: '10' },
  });
  const { at, teams } = await attendance(lead);
  const [team] = teams;
  expect(team?.hours).not.toBeNull();
  expect(shiftAt(team?.hours ?? [], Date.parse(at))).toEqual({ on: true, until: null });
});

test('it is for those who give and take work', async () => {
  const { workspace } = await house();
  const marketer = await aMember(workspace, ['marketer']);
  await expect(ownAttendance(marketer)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(attendance(marketer)).rejects.toMatchObject({ code: 'forbidden' });
});

test('five hundred members and what they hold come from one look', async () => {
  const { workspace, lead } = await house();
  await database.admin.query(
    `insert into members (workspace_id, id, user_id, name, email, roles)
     select $1, gen_random_uuid(), gen_random_uuid(), 'Agent ' || n, n || '@example.test', '{agent}'
     from generate_series(1, 498) n`,
    [workspace],
  );
  const { id } = await aConversation(workspace);
  await database.admin.query(
    `insert into conversations (workspace_id, id, channel_id, identity_id, kind, public_thread,
       last_message_at, last_message_kind, preview, owner_id)
     select c.workspace_id, gen_random_uuid(), c.channel_id, c.identity_id, 'public', n::text,
       c.last_message_at, c.last_message_kind, c.preview, m.id
     from conversations c, generate_series(1, 5000) n
     join members m on m.workspace_id = $1 and m.name = 'Agent ' || (1 + n % 498)
     where c.id = $2`,
    [workspace, id],
  );
  const { members } = await attendance(lead);
  expect(members).toHaveLength(500);
  expect(members.reduce((sum, { load }) => sum + load, 0)).toBe(5000);
});
