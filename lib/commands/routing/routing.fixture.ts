import { v7 as uuid } from 'uuid';
import { withWorkspace } from '@/db/client';
import { calendars, calendarVersions } from '@/db/schema/sla';
import { teamMembers, teams } from '@/db/schema/teams';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace } from '@/db/testing';
import type { Actor, Role } from '@/lib/domain/access/can';
import type { Span } from '@/lib/domain/sla/calendar';
import { asSystem } from '../command';

type Team = Partial<typeof teams.$inferInsert>;
type Told = { roles?: readonly Role[]; name?: string; teamIds?: readonly string[] };
/** Columns of `members`, as the database calls them. */
type Facts = Record<string, unknown>;
type Conversation = Parameters<typeof aConversation>[1];

/** A workspace with a team that routes, and hands on everything that the router looks at. */
export async function aRoutedTeam(database: TestDatabase, team: Team = {}) {
  const workspaceId = await aWorkspace();
  const { id: channelId } = await aChannel(workspaceId);
  const rows = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) =>
    (await database.admin.query(text, values)).rows as Row[];

  async function another(values: Team = {}): Promise<string> {
    const id = uuid();
    await withWorkspace(workspaceId, (tx) =>
      tx
        .insert(teams)
        .values({ workspaceId, id, name: `Team ${id}`, strategy: 'balanced', ...values }),
    );
    return id;
  }
  const teamId = await another(team);

  async function change(table: 'members' | 'conversations' | 'teams', id: string, facts: Facts) {
    const names = Object.keys(facts);
    const set = names.map((name, index) => `${name} = $${index + 3}`).join(', ');
    await rows(`update ${table} set ${set} where workspace_id = $1 and id = $2`, [
      workspaceId,
      id,
      ...Object.values(facts),
    ]);
  }

  /** Here and available, unless told otherwise. */
  async function member(facts: Facts = {}, told: Told = {}): Promise<Actor> {
    const actor = await aMember(workspaceId, told.roles ?? ['agent'], told.name);
    await withWorkspace(workspaceId, async (tx) => {
      for (const id of told.teamIds ?? [teamId]) {
        await tx.insert(teamMembers).values({ workspaceId, teamId: id, memberId: actor.memberId });
      }
    });
    await change('members', actor.memberId, { seen_at: new Date(), ...facts });
    return actor;
  }

  return {
    workspaceId,
    channelId,
    teamId,
    rows,
    another,
    change,
    member,
    /** Something that waits in the team. */
    async waits(values: Conversation = {}): Promise<string> {
      return (await aConversation(workspaceId, { channelId, teamId, ...values })).id;
    },
    async ownerOf(id: string): Promise<string | null> {
      const [row] = await rows<{ owner_id: string | null }>(
        'select owner_id from conversations where id = $1',
        [id],
      );
      return row?.owner_id ?? null;
    },
    async rowOf(id: string) {
      const [row] = await rows('select * from conversations where id = $1', [id]);
      return row ?? {};
    },
    /** Newest last. */
    assignmentsOf: (id: string) =>
      rows<{
        member_id: string | null;
        given: string;
        skipped: { memberId: string; reason: string }[];
      }>(
        `select member_id, given, load::float8 as load, capacity::float8 as capacity, skipped
         from assignments where conversation_id = $1 order by at`,
        [id],
      ),
    factsOf: (id: string) =>
      rows<{ type: string; member_id: string | null; data: Record<string, unknown> }>(
        `select type, member_id, data - 'told' as data from events
         where conversation_id = $1 order by seq`,
        [id],
      ),
    /** As a command would that changed something else. */
    happened: (type: 'team.changed' | 'member.availability') =>
      asSystem(workspaceId, async () => ({ value: null, events: [{ type }] })),
    async aCalendar(weekly: readonly (readonly Span[])[]): Promise<string> {
      const id = uuid();
      await withWorkspace(workspaceId, async (tx) => {
        await tx.insert(calendars).values({ workspaceId, id });
        await tx.insert(calendarVersions).values({
          ...{ workspaceId, id: uuid(), calendarId: id, no: 1, name: 'Shift' },
          ...{ timeZone: 'UTC', weekly, exceptions: [] },
        });
      });
      return id;
    },
  };
}
