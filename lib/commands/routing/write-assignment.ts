import 'server-only';
import { v7 as uuid } from 'uuid';
import { prepared } from '@/db/client';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Given, Skip } from '@/lib/domain/routing/assignment';
import type { CommandContext } from '../command';

/** What is given to whom by the router, and why to them. */
export type Assigned = {
  conversationId: string;
  teamId: string;
  memberId: string;
  given: Given;
  /** The member's load with it. */
  load: number;
  capacity: number;
  skipped: readonly Skip[];
};

/**
 * Gives a conversation to somebody if it still stands as it was seen: open, of this version, and `from`'s or
 * nobody's. Answers with the fact to record; undefined when it does not, or somebody has it in hand.
 */
export async function writeAssignment(
  { tx, workspaceId }: CommandContext<null>,
  assigned: Assigned,
  { version, from }: { version: number; from: string | null },
): Promise<EventDraft | undefined> {
  const { conversationId, teamId, memberId, given, load, capacity, skipped } = assigned;
  const written = await prepared(tx, {
    name: 'routing-assign',
    text: assignText,
    values: [
      workspaceId,
      ...[conversationId, version, from, memberId, teamId],
      ...[uuid(), given, load, capacity, JSON.stringify(skipped)],
    ],
  });
  if (written.length === 0) return undefined;
  return {
    type: 'conversation.assigned',
    conversationId,
    memberId,
    data: { from, by: 'router', given },
  };
}

const assignText = `
  with here as materialized (
    select id from conversations
    where workspace_id = $1 and id = $2 and version = $3 and status = 'open'
      and owner_id is not distinct from $4::uuid
    for no key update skip locked
  ), moved as (
    update conversations c set owner_id = $5, version = c.version + 1
    from here where c.workspace_id = $1 and c.id = here.id
    returning c.id
  ), stamped as (
    update members m set last_assigned_at = clock_timestamp()
    from moved where m.workspace_id = $1 and m.id = $5
  ), seated as (
    update team_members seat set last_assigned_at = clock_timestamp()
    from moved where seat.workspace_id = $1 and seat.team_id = $6 and seat.member_id = $5
  )
  insert into assignments (workspace_id, id, conversation_id, member_id, team_id, at, given, load, capacity, skipped)
  select $1, $7, moved.id, $5, $6, clock_timestamp(), $8, $9, $10, $11::jsonb from moved
  returning id`;
