import 'server-only';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { skills } from '@/db/schema/routing';
import { command } from '../command';
import { shortName } from '../short-name';
import { unlessTaken } from '../taken-name';
import { nameIsTaken } from './skill-for';

export const skillName = shortName('Enter the name of the skill.');

/** A new skill, which nobody has yet. Two skills in use never have the same name, however it is capitalised. */
export const createSkill = command({
  permission: 'routing.manage',
  input: z.strictObject({ name: skillName }),
  async run({ tx, workspaceId }, { name }) {
    const skillId = uuid();
    await unlessTaken(nameIsTaken(name), () =>
      tx.insert(skills).values({ workspaceId, id: skillId, name }),
    );
    return { value: { skillId }, events: [{ type: 'skill.changed', data: { skillId } }] };
  },
});
