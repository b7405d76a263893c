import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { members } from '@/db/schema/workspaces';
import { toldSteps } from '@/lib/domain/member/guide';
import { command } from '../command';

/** Remembers what somebody did of their first minute, or that they have put it away. Nobody else is told. */
export const changeGuide = command({
  permission: 'profile.own',
  input: z.strictObject({
    done: z.array(z.enum(toldSteps)).max(toldSteps.length).default([]),
    dismissed: z.boolean().optional(),
  }),
  async run({ tx, workspaceId, actor }, { done, dismissed }) {
    const isMine = and(eq(members.workspaceId, workspaceId), eq(members.id, actor.memberId));
    const [mine] = await tx
      .select({ settings: members.settings })
      .from(members)
      .where(isMine)
      .for('update');
    const before = mine?.settings.guide ?? { done: [], dismissed: false };
    const guide = {
      done: [...new Set([...before.done, ...done])],
      dismissed: dismissed ?? before.dismissed,
    };
    await tx
      .update(members)
      .set({ settings: { ...mine?.settings, guide } })
      .where(isMine);
    return { value: guide, events: [] };
  },
});
