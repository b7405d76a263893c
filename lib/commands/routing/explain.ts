import 'server-only';
import { v7 as uuid } from 'uuid';
import { prepared } from '@/db/client';
import type { Skip } from '@/lib/domain/routing/assignment';
import { peopleFor, routedTeams } from '@/lib/routing-facts';
import type { Queued } from '@/lib/routing-queue';
import { isQueued, waitingColumns } from '@/lib/routing-queue';
import type { CommandContext } from '../command';
import { asSystem } from '../command';
import { choosing } from './choice';

/** So many are explained in one transaction. */
const PAGE = 500;
/** Far from its turn a reason that became another is written down no sooner: with each absence all would change. */
const KEPT_MINUTES = 10;

/** What nobody could be given, and why not each of those who were asked. */
export type Stuck = { queued: Pick<Queued, 'id' | 'teamId'>; skipped: readonly Skip[] };

/**
 * Writes down why nobody could be given each of these, where that is otherwise than it was written down last. Many have
 * the same reason; it is sent once.
 */
export async function explain(
  { tx, workspaceId }: CommandContext<null>,
  stuck: readonly Stuck[],
): Promise<void> {
  if (stuck.length === 0) return;
  const told = stuck.map(({ skipped }) => JSON.stringify(skipped));
  const reasons = [...new Set(told)];
  const places = new Map(reasons.map((reason, place) => [reason, place]));
  await prepared(tx, {
    name: 'routing-explain',
    text: explainText,
    values: [
      workspaceId,
      stuck.map(() => uuid()),
      stuck.map(({ queued }) => queued.id),
      stuck.map(({ queued }) => queued.teamId),
      told.map((reason) => places.get(reason)),
      `[${reasons.join(',')}]`,
    ],
  });
}

const lastOf = (conversation: string) => `left join lateral (
    select a.member_id, a.skipped, a.at from assignments a
    where a.workspace_id = $1 and a.conversation_id = ${conversation}
    order by a.at desc limit 1
  ) last on true`;

const explainText = `
  insert into assignments (workspace_id, id, conversation_id, team_id, member_id, given, skipped, at)
  select $1, one.id, one.conversation_id, one.team_id, null, 'nobody', $6::jsonb -> one.place, clock_timestamp()
  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) one(id, conversation_id, team_id, place)
  ${lastOf('one.conversation_id')}
  where last.skipped is null or last.member_id is not null or last.skipped <> $6::jsonb -> one.place`;

/** Explains everything that waits and was not explained lately, a page in a transaction of its own. */
export async function explainWaiting(workspaceId: string): Promise<void> {
  // biome-ignore lint/performance/noAwaitInLoops: each is a transaction of its own, after the one before
  for (let after: string | null = FIRST; after; ) after = await explainPage(workspaceId, after);
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Answers with where the next page begins; null when there is none, or another worker is at it. */
function explainPage(workspaceId: string, after: string): Promise<string | null> {
  return asSystem(workspaceId, async (context) => {
    const { tx } = context;
    const [{ mine } = { mine: false }] = await prepared<{ mine: boolean }>(tx, {
      name: 'routing-explain-lock',
      text: 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine',
      values: [`reasons of ${workspaceId}`],
    });
    if (!mine) return { value: null, events: [] };
    const { teams, now } = await routedTeams(tx, workspaceId);
    const teamIds = teams.map(({ id }) => id);
    const page = await prepared<Queued>(tx, {
      name: 'routing-unexplained',
      text: unexplainedText,
      values: [workspaceId, teamIds, after],
    });
    if (page.length === 0) return { value: null, events: [] };
    const people = await peopleFor(tx, workspaceId, { teamIds });
    const choose = choosing({ people, teams: new Map(teams.map((team) => [team.id, team])), now });
    const stuck = page.flatMap((queued): Stuck[] => {
      const { memberId, skipped } = choose(queued);
      return memberId === null ? [{ queued, skipped }] : [];
    });
    await explain(context, stuck);
    return { value: page.length < PAGE ? null : (page.at(-1)?.id ?? null), events: [] };
  });
}

/**
 * Whose it was makes no difference where nobody can be given it. What waits is gathered first, so that its own index
 * is read and not everything in the order of the ids.
 */
const unexplainedText = `
  with waiting as materialized (
    select c.* from conversations c
    where c.workspace_id = $1 and c.team_id = any($2::uuid[]) and ${isQueued} and c.id > $3
  )
  select ${waitingColumns}, null as previous
  from waiting c
  ${lastOf('c.id')}
  where last.at is null or last.member_id is not null
    or last.at < clock_timestamp() - interval '${KEPT_MINUTES} minutes'
  order by c.id limit ${PAGE}`;
