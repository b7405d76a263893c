import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { members } from '@/db/schema/workspaces';
import { personName } from '@/lib/auth/person-name';
import { command } from '../command';

/** The name by which colleagues in this workspace see the actor, also on what they wrote before. */
export const changeName = command({
  permission: 'profile.own',
  input: z.strictObject({
    name: personName.min(1, 'Enter your name as your colleagues know it.'),
  }),
  async run({ tx, workspaceId, actor }, { name }) {
    const { memberId } = actor;
    if (name === actor.name) return { value: null, events: [] };
    await tx
      .update(members)
      .set({ name })
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)));
    return {
      value: null,
      events: [{ type: 'member.changed', memberId, data: { renamed: true } }],
    };
  },
});
