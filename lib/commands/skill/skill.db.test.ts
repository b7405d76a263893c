import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { skillList } from '@/lib/queries/skills/skill-list';
import { changeMemberRouting } from '../member/change-routing';
import { archiveSkill } from './archive';
import { createSkill } from './create';
import { renameSkill } from './rename';

let database: TestDatabase;
let lead: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead']);
});

async function eventsOf({ workspaceId }: Actor): Promise<unknown[]> {
  const { rows } = await database.admin.query(
    'select type, data from events where workspace_id = $1 order by seq',
    [workspaceId],
  );
  return rows;
}

test('a skill is made, renamed and archived; changing nothing records nothing', async () => {
  const { skillId } = await createSkill(lead, { name: ' Ger \n man ' });
  await renameSkill(lead, { skillId, name: 'German' });
  await renameSkill(lead, { skillId, name: 'German' });
  await archiveSkill(lead, { skillId, archived: true });
  await archiveSkill(lead, { skillId, archived: true });
  expect(await skillList(lead)).toEqual([
    { id: skillId, name: 'German', archived: true, members: 0 },
  ]);
  expect(await eventsOf(lead)).toEqual([
    { type: 'skill.changed', data: { skillId } },
    { type: 'skill.changed', data: { skillId } },
    { type: 'skill.changed', data: { skillId, archived: true } },
  ]);
});

test('two skills in use never have the same name, also of many made at once', async () => {
  const made = await Promise.allSettled(
    ['Wholesale', 'wholesale', 'WHOLESALE'].map((name) => createSkill(lead, { name })),
  );
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { skillId } = await createSkill(lead, { name: 'German' });
  const taken = { code: 'conflict', details: { fields: { name: expect.any(String) } } };
  await expect(renameSkill(lead, { skillId, name: 'wholeSale' })).rejects.toMatchObject(taken);
  await archiveSkill(lead, { skillId, archived: true });
  await createSkill(lead, { name: 'german' });
  await expect(archiveSkill(lead, { skillId, archived: false })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('a list says how many have it', async () => {
  const { skillId } = await createSkill(lead, { name: 'German' });
  const { memberId } = await aMember(lead.workspaceId, ['agent']);
  await changeMemberRouting(lead, { memberId, capacity: '8', skillIds: [skillId], coverId: '' });
  expect(await skillList(lead)).toMatchObject([{ members: 1 }]);
});

test('a skill of another workspace is not found', async () => {
  const { skillId } = await createSkill(lead, { name: 'German' });
  const foreign = await aMember(await aWorkspace(), ['lead', 'admin']);
  const notFound = { code: 'not_found' };
  await expect(renameSkill(foreign, { skillId, name: 'Mine' })).rejects.toMatchObject(notFound);
  await expect(archiveSkill(foreign, { skillId, archived: true })).rejects.toMatchObject(notFound);
  expect(await skillList(foreign)).toEqual([]);
});

test('agents read the skills, only leads and admins keep them', async () => {
  const { skillId } = await createSkill(lead, { name: 'German' });
  const agent = await aMember(lead.workspaceId, ['agent', 'marketer']);
  const forbidden = { code: 'forbidden' };
  await expect(createSkill(agent, { name: 'Other' })).rejects.toMatchObject(forbidden);
  await expect(renameSkill(agent, { skillId, name: 'Other' })).rejects.toMatchObject(forbidden);
  await expect(archiveSkill(agent, { skillId, archived: true })).rejects.toMatchObject(forbidden);
  expect(await skillList(agent)).toHaveLength(1);
  const marketer = await aMember(lead.workspaceId, ['marketer']);
  await expect(skillList(marketer)).rejects.toMatchObject(forbidden);
});
