import { v7 as uuid } from 'uuid';
import { withWorkspace } from '@/db/client';
import { calendars, calendarVersions } from '@/db/schema/sla';
import { teamMembers, teams } from '@/db/schema/teams';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, anExternalId, aWorkspace } from '@/db/testing';
import type { Actor, Role } from '@/lib/domain/access/can';
import type { Span } from '@/lib/domain/sla/calendar';
import { asSystem } from '../command';
import { receiveMessage } from '../inbound/receive';

type Team = Partial<typeof teams.$inferInsert>;
type Told = { roles?: readonly Role[]; name?: string; teamIds?: readonly string[] };
/** Columns as the database calls them. */
type Facts = Record<string, unknown>;
type Conversation = Parameters<typeof aConversation>[1];
type Skipped = { memberId: string; reason: string }[];
type Rows = <Row = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;

/** A workspace with a team that routes, and hands on everything that the router looks at. */
export async function aRoutedTeam(database: TestDatabase, team: Team = {}) {
  const workspaceId = await aWorkspace();
  const { id: channelId } = await aChannel(workspaceId);
  const rows: Rows = async (text, values = []) => (await database.admin.query(text, values)).rows;
  const teamId = await aTeam(workspaceId, team);
  const change = changing(rows, workspaceId);

  return {
    ...{ workspaceId, channelId, teamId, rows, change },
    another: (values: Team) => aTeam(workspaceId, values),
    /** Here and available, unless told otherwise. */
    async member(facts: Facts = {}, told: Told = {}): Promise<Actor> {
      const actor = await aMember(workspaceId, told.roles ?? ['agent'], told.name);
      await seat(actor, told.teamIds ?? [teamId]);
      await change('members', actor.memberId, { seen_at: new Date(), ...facts });
      return actor;
    },
    /** Something that waits in the team. */
    waits: async (values: Conversation = {}): Promise<string> =>
      (await aConversation(workspaceId, { channelId, teamId, ...values })).id,
    ...readings(rows),
    /** The customer of a conversation writes again. */
    writes: (conversationId: string) => writesIn(rows, { workspaceId, channelId, conversationId }),
    aCalendar: (weekly: readonly (readonly Span[])[]) => aCalendar(workspaceId, weekly),
  };
}

function readings(rows: Rows) {
  return {
    async ownerOf(id: string): Promise<string | null> {
      const text = 'select owner_id from conversations where id = $1';
      const [row] = await rows<{ owner_id: string | null }>(text, [id]);
      return row?.owner_id ?? null;
    },
    async rowOf(id: string) {
      const [row] = await rows('select * from conversations where id = $1', [id]);
      return row ?? {};
    },
    /** Newest last. */
    assignmentsOf: (id: string) =>
      rows<{ member_id: string | null; given: string; skipped: Skipped }>(
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
  };
}

async function aTeam(workspaceId: string, values: Team): Promise<string> {
  const id = uuid();
  const team = { workspaceId, id, name: `Team ${id}`, strategy: 'balanced' as const, ...values };
  await withWorkspace(workspaceId, (tx) => tx.insert(teams).values(team));
  return id;
}

async function seat({ workspaceId, memberId }: Actor, teamIds: readonly string[]): Promise<void> {
  if (teamIds.length === 0) return;
  const seats = teamIds.map((teamId) => ({ workspaceId, teamId, memberId }));
  await withWorkspace(workspaceId, (tx) => tx.insert(teamMembers).values(seats));
}

function changing(rows: Rows, workspaceId: string) {
  return async (table: 'members' | 'conversations' | 'teams', id: string, facts: Facts) => {
    const names = Object.keys(facts);
    const set = names.map((name, index) => `${name} = $${index + 3}`).join(', ');
    await rows(`update ${table} set ${set} where workspace_id = $1 and id = $2`, [
      workspaceId,
      id,
      ...Object.values(facts),
    ]);
  };
}

async function writesIn(
  rows: Rows,
  place: { workspaceId: string; channelId: string; conversationId: string },
) {
  const { workspaceId, channelId, conversationId } = place;
  const [person] = await rows<{ external_id: string; handle: string }>(
    `select i.external_id, i.handle from conversations c
     join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id where c.id = $1`,
    [conversationId],
  );
  if (!person) throw new Error('nobody writes there');
  const participant = { externalId: person.external_id, handle: person.handle, name: 'Ana Lima' };
  return await asSystem(workspaceId, (context) =>
    receiveMessage(context, {
      ...{ channelId, kind: 'message', externalId: anExternalId(), participant },
      ...{ text: 'Hello?', attachments: [], at: new Date() },
    }),
  );
}

async function aCalendar(workspaceId: string, weekly: readonly (readonly Span[])[]) {
  const id = uuid();
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(calendars).values({ workspaceId, id });
    await tx.insert(calendarVersions).values({
      ...{ workspaceId, id: uuid(), calendarId: id, no: 1, name: 'Shift' },
      ...{ timeZone: 'UTC', weekly, exceptions: [] },
    });
  });
  return id;
}
