import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { teamSettings } from '@/lib/queries/teams/team-settings';
import { archiveCalendar } from '../sla/archive-calendar';
import { saveCalendar } from '../sla/save-calendar';
import { changeTeamRouting } from './change-routing';
import { createTeam } from './create';

let database: TestDatabase;
let lead: Actor;
let teamId: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead']);
  ({ teamId } = await createTeam(lead, { name: 'Orders' }));
});

/** As the form sends it for a team that nobody has touched yet. */
const asMade = {
  ...{ strategy: 'off', calendarId: '', absence: 'on_message', absenceMinutes: '60' },
  ...{ stickyDays: '7', touchMinutes: '', mostHops: '2', relaxMinutes: '10' },
};

async function hours(): Promise<string> {
  const weekly = [[{ start: '09:00', end: '17:00' }], [], [], [], [], [], []];
  const { calendarId } = await saveCalendar(lead, {
    ...{ calendarId: null, basedOn: null, name: 'Desk', timeZone: 'Europe/Berlin', weekly },
    ...{ exceptions: [], applyTo: 'new' },
  });
  return calendarId;
}

async function told(): Promise<number> {
  const { rows } = await database.admin.query(
    "select 1 from events where workspace_id = $1 and type = 'team.changed'",
    [lead.workspaceId],
  );
  return rows.length;
}

test('a team says how it gives out its work; saying the same again changes nothing', async () => {
  const calendarId = await hours();
  const wanted = {
    ...{ strategy: 'balanced', calendarId, absence: 'after', absenceMinutes: '90' },
    ...{ stickyDays: '0', touchMinutes: ' 15 ', mostHops: '3', relaxMinutes: '0' },
  };
  const before = await told();
  await changeTeamRouting(lead, { teamId, ...asMade });
  expect(await told()).toBe(before);
  await changeTeamRouting(lead, { teamId, ...wanted });
  await changeTeamRouting(lead, { teamId, ...wanted });
  expect(await told()).toBe(before + 1);
  const { team } = await teamSettings(lead, teamId);
  expect(team).toEqual({
    ...{ id: teamId, name: 'Orders', archived: false, strategy: 'balanced', calendarId },
    ...{ absence: 'after', absenceMinutes: 90, stickyDays: 0, touchMinutes: 15 },
    ...{ mostHops: 3, relaxMinutes: 0 },
  });
});

test.each([
  ['absenceMinutes', '0'],
  ['absenceMinutes', '1.5'],
  ['stickyDays', '-1'],
  ['touchMinutes', 'soon'],
  ['mostHops', '21'],
  ['relaxMinutes', '99999'],
  ['strategy', 'luck'],
])('%s of %s is refused at its field', async (field, value) => {
  await expect(changeTeamRouting(lead, { teamId, ...asMade, [field]: value })).rejects.toSatisfy(
    (error) => JSON.stringify(error).includes(field),
  );
});

test('hours that a team works by are not archived, and archived ones are not given', async () => {
  const calendarId = await hours();
  await changeTeamRouting(lead, { teamId, ...asMade, calendarId });
  await expect(archiveCalendar(lead, { calendarId, archived: true })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('“Orders”'),
  });
  await changeTeamRouting(lead, { teamId, ...asMade });
  await archiveCalendar(lead, { calendarId, archived: true });
  await expect(changeTeamRouting(lead, { teamId, ...asMade, calendarId })).rejects.toMatchObject({
    details: { fields: { calendarId: expect.any(String) } },
  });
});

test('a team or hours of another workspace are not found', async () => {
  const calendarId = await hours();
  const foreign = await aMember(await aWorkspace(), ['lead', 'admin']);
  const notFound = { code: 'not_found' };
  const attempt = changeTeamRouting(foreign, { teamId, ...asMade, strategy: 'balanced' });
  await expect(attempt).rejects.toMatchObject(notFound);
  await expect(teamSettings(foreign, teamId)).rejects.toMatchObject(notFound);
  const theirs = await createTeam(foreign, { name: 'Theirs' });
  await expect(
    changeTeamRouting(foreign, { teamId: theirs.teamId, ...asMade, calendarId }),
  ).rejects.toMatchObject({ code: 'invalid' });
});

test('agents read it, only leads and admins change it', async () => {
  const agent = await aMember(lead.workspaceId, ['agent', 'marketer']);
  await expect(changeTeamRouting(agent, { teamId, ...asMade })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect((await teamSettings(agent, teamId)).team.strategy).toBe('off');
});
