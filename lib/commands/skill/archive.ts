import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { skills } from '@/db/schema/routing';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { isSkill, skillFor } from './skill-for';

/** Takes a skill out of use, or into use again. Who has it keeps it, and so does what asks for it. */
export const archiveSkill = command({
  permission: 'routing.manage',
  input: z.strictObject({ skillId: z.uuid(), archived: z.boolean() }),
  async run(context, { skillId, archived }) {
    const { tx, workspaceId } = context;
    const skill = await skillFor(context, skillId);
    if ((skill.archivedAt !== null) === archived) return { value: null, events: [] };
    const taken = `Another skill is called “${skill.name}” by now. Rename one of the two first.`;
    await unlessTaken(taken, () =>
      tx
        .update(skills)
        .set({ archivedAt: archived ? sql`now()` : null })
        .where(isSkill(workspaceId, skillId)),
    );
    return { value: null, events: [{ type: 'skill.changed', data: { skillId, archived } }] };
  },
});
