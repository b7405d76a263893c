import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { teamMembers, teams } from '@/db/schema/teams';
import { members } from '@/db/schema/workspaces';
import type { Actor, Role } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import type { AbsencePolicy, Strategy } from '@/lib/domain/routing/work';
import { calendarsInUse } from '@/lib/sla-in-use';
import { requirePermission } from '../permission';

/** How a team gives out its work, as it is kept. */
export type TeamRouting = {
  strategy: Strategy;
  calendarId: string | null;
  absence: AbsencePolicy;
  absenceMinutes: number;
  stickyDays: number;
  touchMinutes: number | null;
  mostHops: number;
  relaxMinutes: number;
};

/** What the router goes by with a member. */
export type RoutedMember = {
  id: string;
  name: string;
  roles: Role[];
  capacity: number;
  skillIds: string[];
  coverId: string | null;
};

export type TeamSettings = {
  team: TeamRouting & { id: string; name: string; archived: boolean };
  /** Those of its members who can be given work, by name. */
  seated: RoutedMember[];
  /** Everybody who can answer, and so be a cover. */
  answering: { id: string; name: string }[];
  hours: { id: string; name: string; timeZone: string }[];
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const noSuchTeam = () => new Refusal('not_found', 'There is no such team here.');

/** Everything on the page of one team. Refuses as `not_found`, also for another workspace's. */
export async function teamSettings(actor: Actor, teamId: string): Promise<TeamSettings> {
  requirePermission(actor, 'routing.read');
  if (!UUID.test(teamId)) throw noSuchTeam();
  const { workspaceId } = actor;
  const [team, seats, everybody, calendars] = await withWorkspace(
    workspaceId,
    async (tx) => {
      const ofTeam = and(eq(teamMembers.workspaceId, workspaceId), eq(teamMembers.teamId, teamId));
      return [
        (
          await tx
            .select()
            .from(teams)
            .where(and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId)))
        )[0],
        await tx.select({ id: teamMembers.memberId }).from(teamMembers).where(ofTeam),
        await tx
          .select({
            id: members.id,
            name: members.name,
            roles: members.roles,
            capacity: members.capacity,
            skillIds: members.skillIds,
            coverId: members.coverId,
          })
          .from(members)
          .where(and(eq(members.workspaceId, workspaceId), isNull(members.removedAt)))
          .orderBy(asc(members.name), asc(members.id)),
        await calendarsInUse(tx, workspaceId),
      ] as const;
    },
    'read',
  );
  if (!team) throw noSuchTeam();
  const { id, name, archivedAt, workspaceId: _, createdAt: __, ...routing } = team;
  const answering = everybody.filter((one) => can(one, 'conversation.reply'));
  const seatIds = new Set(seats.map((seat) => seat.id));
  return {
    team: { id, name, archived: archivedAt !== null, ...routing },
    seated: answering.filter((one) => seatIds.has(one.id)),
    answering: answering.map((one) => ({ id: one.id, name: one.name })),
    hours: calendars.map((one) => ({
      id: one.calendarId,
      name: one.name,
      timeZone: one.timeZone,
    })),
  };
}
