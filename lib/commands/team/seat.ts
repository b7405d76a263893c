import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { teamMembers } from '@/db/schema/teams';
import { members } from '@/db/schema/workspaces';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { teamFor } from './team-for';

/** Takes a member into a team, or out of it. Doing so twice is doing it once. */
export const seatInTeam = command({
  permission: 'team.manage',
  input: z.strictObject({ teamId: z.uuid(), memberId: z.uuid(), seated: z.boolean() }),
  async run(context, { teamId, memberId, seated }) {
    await teamFor(context, teamId);
    await requireMember(context, memberId);
    const changed = seated
      ? await sit(context, teamId, memberId)
      : await leave(context, teamId, memberId);
    return {
      value: null,
      events: changed ? [{ type: 'team.changed', memberId, data: { teamId, seated } }] : [],
    };
  },
});

/** Locked too: nobody is removed while they are given a seat. */
async function requireMember({ tx, workspaceId }: CommandContext, memberId: string): Promise<void> {
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.id, memberId),
        isNull(members.removedAt),
      ),
    )
    .for('share');
  if (!member) throw new Refusal('not_found', 'There is no such member here.');
}

async function sit(
  { tx, workspaceId }: CommandContext,
  teamId: string,
  memberId: string,
): Promise<boolean> {
  const sat = await tx
    .insert(teamMembers)
    .values({ workspaceId, teamId, memberId })
    .onConflictDoNothing()
    .returning({ memberId: teamMembers.memberId });
  return sat.length > 0;
}

async function leave(
  { tx, workspaceId }: CommandContext,
  teamId: string,
  memberId: string,
): Promise<boolean> {
  const left = await tx
    .delete(teamMembers)
    .where(
      and(
        eq(teamMembers.workspaceId, workspaceId),
        eq(teamMembers.teamId, teamId),
        eq(teamMembers.memberId, memberId),
      ),
    )
    .returning({ memberId: teamMembers.memberId });
  return left.length > 0;
}
