import 'server-only';
import { z } from 'zod';
import { skills } from '@/db/schema/routing';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { skillName } from './create';
import { isSkill, nameIsTaken, skillFor } from './skill-for';

/** Gives a skill another name, wherever it is. */
export const renameSkill = command({
  permission: 'routing.manage',
  input: z.strictObject({ skillId: z.uuid(), name: skillName }),
  async run(context, { skillId, name }) {
    const { tx, workspaceId } = context;
    const skill = await skillFor(context, skillId);
    if (skill.name === name) return { value: null, events: [] };
    await unlessTaken(nameIsTaken(name), () =>
      tx.update(skills).set({ name }).where(isSkill(workspaceId, skillId)),
    );
    return { value: null, events: [{ type: 'skill.changed', data: { skillId } }] };
  },
});
