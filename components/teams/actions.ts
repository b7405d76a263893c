'use server';

import { action } from '@/lib/action';
import { archiveTeam } from '@/lib/commands/team/archive';
import { changeTeamRouting } from '@/lib/commands/team/change-routing';
import { createTeam } from '@/lib/commands/team/create';
import { renameTeam } from '@/lib/commands/team/rename';
import { seatInTeam } from '@/lib/commands/team/seat';

export const createTeamAction = action(createTeam);
export const renameTeamAction = action(renameTeam);
export const archiveTeamAction = action(archiveTeam);
export const seatInTeamAction = action(seatInTeam);
export const changeTeamRoutingAction = action(changeTeamRouting);
