import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { teams } from '@/db/schema/teams';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { isTeam, teamFor } from './team-for';

/** Takes a team out of use, or into use again. Its members stay in it, and its conversations stay its own. */
export const archiveTeam = command({
  permission: 'team.manage',
  input: z.strictObject({ teamId: z.uuid(), archived: z.boolean() }),
  async run(context, { teamId, archived }) {
    const { tx, workspaceId } = context;
    const team = await teamFor(context, teamId);
    if ((team.archivedAt !== null) === archived) return { value: null, events: [] };
    const taken = `Another team is called “${team.name}” by now. Rename one of the two first.`;
    await unlessTaken(taken, () =>
      tx
        .update(teams)
        .set({ archivedAt: archived ? sql`now()` : null })
        .where(isTeam(workspaceId, teamId)),
    );
    return { value: null, events: [{ type: 'team.changed', data: { teamId, archived } }] };
  },
});
