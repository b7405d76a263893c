import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { archiveSkill } from '../skill/archive';
import { createSkill } from '../skill/create';
import { changeMemberRouting } from './change-routing';
import { removeMember } from './remove-member';

let database: TestDatabase;
let lead: Actor;
let agent: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead']);
  agent = await aMember(lead.workspaceId, ['agent']);
});

const asMade = { capacity: '8', skillIds: [], coverId: '' };

async function kept(): Promise<unknown> {
  const { rows } = await database.admin.query(
    `select capacity::float8 as capacity, skill_ids as "skillIds", cover_id as "coverId"
     from members where id = $1`,
    [agent.memberId],
  );
  return rows[0];
}

test('somebody gets a capacity, skills and a cover; saying the same again changes nothing', async () => {
  const { memberId } = agent;
  const { skillId } = await createSkill(lead, { name: 'German' });
  const wanted = {
    memberId,
    capacity: '7,5',
    skillIds: [skillId, skillId],
    coverId: lead.memberId,
  };
  await changeMemberRouting(lead, wanted);
  await changeMemberRouting(lead, wanted);
  expect(await kept()).toEqual({ capacity: 7.5, skillIds: [skillId], coverId: lead.memberId });
  const { rows } = await database.admin.query(
    "select member_id from events where workspace_id = $1 and type = 'member.changed'",
    [lead.workspaceId],
  );
  expect(rows).toEqual([{ member_id: memberId }]);
});

test('an archived skill stays with who has it and is given to nobody else', async () => {
  const { skillId } = await createSkill(lead, { name: 'German' });
  const { memberId } = agent;
  await changeMemberRouting(lead, { memberId, ...asMade, skillIds: [skillId] });
  await archiveSkill(lead, { skillId, archived: true });
  await changeMemberRouting(lead, { memberId, ...asMade, capacity: '4', skillIds: [skillId] });
  const mine = { memberId: lead.memberId, ...asMade, skillIds: [skillId] };
  await expect(changeMemberRouting(lead, mine)).rejects.toMatchObject({
    details: { fields: { skillIds: expect.any(String) } },
  });
});

test('nobody covers themself, and a cover can answer; whoever leaves covers nobody', async () => {
  const { memberId } = agent;
  const marketer = await aMember(lead.workspaceId, ['marketer']);
  for (const coverId of [memberId, marketer.memberId]) {
    await expect(changeMemberRouting(lead, { memberId, ...asMade, coverId })).rejects.toMatchObject(
      { code: 'invalid', details: { fields: { coverId: expect.any(String) } } },
    );
  }
  const cover = await aMember(lead.workspaceId, ['agent']);
  await changeMemberRouting(lead, { memberId, ...asMade, coverId: cover.memberId });
  const admin = await aMember(lead.workspaceId, ['admin']);
  await removeMember(admin, { memberId: cover.memberId });
  expect(await kept()).toMatchObject({ coverId: null });
});

test.each(['', '-1', 'many', '1000', '1.234'])(
  'a capacity of “%s” is refused',
  async (capacity) => {
    const { memberId } = agent;
    await expect(
      changeMemberRouting(lead, { memberId, ...asMade, capacity }),
    ).rejects.toMatchObject({ issues: [{ path: ['capacity'] }] });
  },
);

test('a member, a skill or a cover of another workspace is not found', async () => {
  const foreign = await aMember(await aWorkspace(), ['lead', 'admin']);
  const { skillId } = await createSkill(foreign, { name: 'Theirs' });
  const { memberId } = agent;
  await expect(changeMemberRouting(foreign, { memberId, ...asMade })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(
    changeMemberRouting(lead, { memberId, ...asMade, skillIds: [skillId] }),
  ).rejects.toMatchObject({ code: 'invalid' });
  await expect(
    changeMemberRouting(lead, { memberId, ...asMade, coverId: foreign.memberId }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('an agent changes nobody, not even themself', async () => {
  const { memberId } = agent;
  await expect(changeMemberRouting(agent, { memberId, ...asMade })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
