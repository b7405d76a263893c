import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { Given, Skip } from '@/lib/domain/routing/assignment';
import { chooseAssignee } from '@/lib/domain/routing/choose';
import { candidatesFor, peopleFor, QUEUED_WEIGHT, routedTeams } from '@/lib/routing-facts';
import { queuedOne } from '@/lib/routing-queue';
import { iso } from '../inbox/columns';
import { inConversation } from '../inbox/in-conversation';
import { requirePermission } from '../permission';
import type { AssignmentView } from './assignment-view';

const none: AssignmentView = { kind: 'none' };

/** By whom a conversation came to its owner and why to them; while nobody has it, why nobody can be given it now. */
export async function conversationAssignment(
  actor: Actor,
  conversationId: string,
): Promise<AssignmentView> {
  requirePermission(actor, 'routing.read');
  return await inConversation(
    actor,
    conversationId,
    async (tx) =>
      (await heldBy(tx, actor.workspaceId, conversationId)) ??
      (await waitsFor(tx, actor.workspaceId, conversationId)),
  );
}

type Held = {
  at: string | null;
  memberId: string;
  byId: string | null;
  byRouter: boolean;
  given: Given | null;
  load: number | null;
  capacity: number | null;
  skipped: readonly Skip[] | null;
};

/** Undefined when nobody has it. */
async function heldBy(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
): Promise<AssignmentView | undefined> {
  const [held] = await prepared<Held>(tx, {
    name: 'conversation_assignment',
    text: heldText,
    values: [workspaceId, conversationId],
  });
  if (!held) return undefined;
  const { at, memberId, byId, byRouter, given, load, capacity, skipped } = held;
  if (at === null) return none;
  if (!byRouter) return { kind: 'person', byId, at };
  if (given === null || load === null || capacity === null) return none;
  return { kind: 'router', memberId, at, given, load, capacity, skipped: skipped ?? [] };
}

const heldText = `
  select ${iso('hands.at')} as at, c.owner_id as "memberId", hands.actor_member_id as "byId",
    coalesce(hands.data ->> 'by' = 'router', false) as "byRouter",
    a.given, a.load::float8 as load, a.capacity::float8 as capacity, a.skipped
  from conversations c
  left join lateral (
    select e.at, e.actor_member_id, e.data from events e
    where e.workspace_id = $1 and e.conversation_id = c.id and e.member_id = c.owner_id
      and e.type in ('conversation.claimed', 'conversation.assigned')
    order by e.seq desc limit 1
  ) hands on true
  left join lateral (
    select a.* from assignments a
    where a.workspace_id = $1 and a.conversation_id = c.id and a.member_id = c.owner_id
    order by a.at desc limit 1
  ) a on true
  where c.workspace_id = $1 and c.id = $2 and c.owner_id is not null`;

/** The choice that the router would make at this moment. */
async function waitsFor(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
): Promise<AssignmentView> {
  const queued = await queuedOne(tx, workspaceId, conversationId);
  if (!queued) return none;
  const { now, teams } = await routedTeams(tx, workspaceId);
  const team = teams.find(({ id }) => id === queued.teamId);
  if (!team) return none;
  const people = await peopleFor(tx, workspaceId, { teamIds: [team.id] });
  const candidates = candidatesFor(people, { queued, team, now });
  const work = { ...queued, weight: QUEUED_WEIGHT };
  return { kind: 'waits', ...chooseAssignee(candidates, work, team) };
}
