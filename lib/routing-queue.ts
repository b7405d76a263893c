import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Work } from './domain/routing/choose';
import { msOf } from './ms-of';

/** A conversation that waits to be given out. */
export type Queued = Omit<Work, 'weight'> & {
  id: string;
  teamId: string;
  version: number;
};

/** The same with whose it is, where it is about to be given out. */
export type Waiting = Queued & { contactId: string };

/** The first of what waits in these teams, in the order of work: priority, then what is due, then who waits longest. */
export async function queueOf(
  tx: Tx,
  workspaceId: string,
  { teamIds, most }: { teamIds: readonly string[]; most: number },
): Promise<Waiting[]> {
  return await prepared<Waiting>(tx, {
    name: 'routing-queue',
    text: inOrder(`${queuedColumns}, ${contactOf} as "contactId"`),
    values: [workspaceId, teamIds, 0, most],
  });
}

/**
 * What waits in these teams behind the first `offset`, in the order of work, without whose it was: whether somebody
 * can take it does not hang on that, and there may be thousands.
 */
export async function queueBehind(
  tx: Tx,
  workspaceId: string,
  { teamIds, offset, most }: { teamIds: readonly string[]; offset: number; most: number },
): Promise<Queued[]> {
  return await prepared<Queued>(tx, {
    name: 'routing-queue-behind',
    text: inOrder(`${waitingColumns}, null as previous`),
    values: [workspaceId, teamIds, offset, most],
  });
}

/** Of these, what waits still, in the order of work. */
export async function queueOfThese(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<Waiting[]> {
  return await prepared<Waiting>(tx, {
    name: 'routing-queue-of-these',
    text: `
      select ${queuedColumns}, ${contactOf} as "contactId"
      from conversations c
      where c.workspace_id = $1 and c.id = any($2::uuid[]) and c.team_id is not null and ${isQueued}
      order by ${orderOfWork}`,
    values: [workspaceId, ids],
  });
}

/** One that waits, by its id; undefined when it does not. */
export async function queuedOne(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
): Promise<Queued | undefined> {
  const [row] = await prepared<Queued>(tx, {
    name: 'routing-queued-one',
    text: `select ${queuedColumns} from conversations c
      where c.workspace_id = $1 and c.id = $2 and c.team_id is not null and ${isQueued}`,
    values: [workspaceId, conversationId],
  });
  return row;
}

/** That conversation `c` waits to be given out. */
export const isQueued = "c.owner_id is null and c.status = 'open'";

const contactOf =
  '(select i.contact_id from identities i where i.workspace_id = $1 and i.id = c.identity_id)';

const orderOfWork = `c.priority desc nulls first,
  (case when c.due_at is null then 'infinity'::timestamptz else c.due_at end),
  (case when c.waiting_since is null then 'infinity'::timestamptz else c.waiting_since end), c.id`;

// Whose it was: in this conversation, else in another of the same contact, in public or in private.
const previousText = `(
  select jsonb_build_object('memberId', past.member_id, 'agoMs', ${msOf('clock_timestamp() - past.at')})
  from (
    (select e.member_id, e.at from events e
      where e.workspace_id = $1 and e.conversation_id = c.id and e.member_id is not null
        and e.type in ('conversation.claimed', 'conversation.assigned', 'conversation.unassigned')
      order by e.seq desc limit 1)
    union all
    (select o.owner_id, o.last_message_at from identities i
      join identities same on same.workspace_id = $1 and same.contact_id = i.contact_id
      join conversations o on o.workspace_id = $1 and o.identity_id = same.id
      where i.workspace_id = $1 and i.id = c.identity_id and o.id <> c.id and o.owner_id is not null
      order by o.last_message_at desc limit 1)
  ) past order by past.at desc limit 1)`;

/** What is read of a conversation `c` that waits, but for whose it was. */
export const waitingColumns = `c.id, c.team_id as "teamId", c.version, c.hops,
  c.required_skill_ids as "requiredSkillIds", c.preferred_skill_ids as "preferredSkillIds",
  c.passed_by as "passedBy",
  greatest(0, ${msOf('clock_timestamp() - coalesce(c.waiting_since, c.status_at)')}) as "waitedMs"`;

const queuedColumns = `${waitingColumns}, ${previousText} as previous`;

/** For $1 the workspace, $2 teams, $3 how many to pass over, $4 how many: each team's own index has the order. */
function inOrder(columns: string): string {
  return `
    select ${columns}
    from unnest($2::uuid[]) team(id)
    cross join lateral (
      select * from conversations c where c.workspace_id = $1 and c.team_id = team.id and ${isQueued}
      order by ${orderOfWork} limit $3::int + $4::int
    ) c
    order by ${orderOfWork} offset $3 limit $4`;
}
