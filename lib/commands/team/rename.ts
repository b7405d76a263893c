import 'server-only';
import { z } from 'zod';
import { teams } from '@/db/schema/teams';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { teamName } from './create';
import { isTeam, nameIsTaken, teamFor } from './team-for';

/** Gives a team another name. */
export const renameTeam = command({
  permission: 'team.manage',
  input: z.strictObject({ teamId: z.uuid(), name: teamName }),
  async run(context, { teamId, name }) {
    const { tx, workspaceId } = context;
    const team = await teamFor(context, teamId);
    if (team.name === name) return { value: null, events: [] };
    await unlessTaken(nameIsTaken(name), () =>
      tx.update(teams).set({ name }).where(isTeam(workspaceId, teamId)),
    );
    return { value: null, events: [{ type: 'team.changed', data: { teamId } }] };
  },
});
