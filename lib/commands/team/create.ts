import 'server-only';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { teams } from '@/db/schema/teams';
import { command } from '../command';
import { shortName } from '../short-name';
import { unlessTaken } from '../taken-name';
import { nameIsTaken } from './team-for';

export const teamName = shortName('Enter the name of the team.');

/** A new team, with nobody in it. */
export const createTeam = command({
  permission: 'team.manage',
  input: z.strictObject({ name: teamName }),
  async run({ tx, workspaceId }, { name }) {
    const teamId = uuid();
    await unlessTaken(nameIsTaken(name), () =>
      tx.insert(teams).values({ workspaceId, id: teamId, name }),
    );
    return { value: { teamId }, events: [{ type: 'team.changed', data: { teamId } }] };
  },
});
