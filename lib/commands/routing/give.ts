import 'server-only';
import { prepared } from '@/db/client';
import type { Choice } from '@/lib/domain/routing/choose';
import { chooseAssignee, hasRoom } from '@/lib/domain/routing/choose';
import type { Person, Queued, RoutedTeam } from '@/lib/routing-facts';
import {
  arePeople,
  candidateIn,
  candidatesFor,
  peopleFor,
  QUEUED_WEIGHT,
  queueOf,
  routedTeams,
} from '@/lib/routing-facts';
import { availabilityOf, isPresent } from '@/lib/standing';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import type { Stuck } from './explain';
import { explain } from './explain';
import type { Assigned } from './write-assignment';
import { writeAssignment } from './write-assignment';

/** So many are looked at together; behind those that nobody can take are others that somebody can. */
const PAGE = 40;
/** For so many of the next it is written down at once why nobody could be given them; for the others, by and by. */
const MOST_EXPLAINED = 40;

/** What one look came to: what was given to whom, or when a preferred skill is no longer waited for. */
export type Given = { given: Assigned | null; relaxesInMs: number | null };

type Look = {
  context: CommandContext<null>;
  teams: ReadonlyMap<string, RoutedTeam>;
  people: readonly Person[];
  now: number;
};

const NOTHING: Outcome<Given> = { value: { given: null, relaxesInMs: null }, events: [] };

/**
 * Gives out the next piece of work that somebody can take, in one transaction. Whoever might get it is locked
 * before their load is counted, so that of any number of routers at once none exceeds a capacity, and the
 * conversation is given only as it was seen. Answers with nothing given when nobody can take any.
 */
export function giveNext(workspaceId: string): Promise<Given> {
  return asSystem(workspaceId, async (context) => {
    const { tx } = context;
    const { teams, now } = await routedTeams(tx, workspaceId);
    const teamIds = teams.map(({ id }) => id);
    const first = await pageAt(context, teamIds, 0);
    if (first.length === 0) return NOTHING;
    await lockThoseHere(context, teamIds);
    const people = await peopleFor(tx, workspaceId, { teamIds });
    const byId = new Map(teams.map((team) => [team.id, team]));
    return await giveFrom({ context, teams: byId, people, now }, first);
  });
}

/** Nobody else counts or fills their load meanwhile. Always in the order of their ids. */
async function lockThoseHere({ tx, workspaceId }: CommandContext<null>, teamIds: string[]) {
  await prepared(tx, {
    name: 'routing-lock',
    text: `select m.id from members m where ${arePeople}
        and ${availabilityOf('m')} = 'available' and ${isPresent('m')}
      order by m.id for no key update`,
    values: [workspaceId, teamIds, null],
  });
}

function pageAt({ tx, workspaceId }: CommandContext<null>, teamIds: string[], offset: number) {
  return queueOf(tx, workspaceId, { teamIds, offset, most: PAGE });
}

async function giveFrom(look: Look, first: Queued[]): Promise<Outcome<Given>> {
  const { context, teams } = look;
  const stuck: Waiting[] = [];
  for (let page = first, offset = 0; page.length > 0; ) {
    for (const queued of page) {
      const choice = choiceFor(look, queued);
      // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
      const taken = await take(look, queued, choice);
      if (taken) return taken;
      if (choice.memberId === null) stuck.push({ queued, skipped: choice.skipped });
    }
    if (page.length < PAGE || !anyRoom(look)) break;
    offset += PAGE;
    page = await pageAt(context, [...teams.keys()], offset);
  }
  await explain(context, stuck.slice(0, MOST_EXPLAINED));
  return { value: { given: null, relaxesInMs: soonest(look, stuck) }, events: [] };
}

type Waiting = Stuck & { queued: Queued };

function anyRoom({ teams, people, now }: Look): boolean {
  return [...teams.values()].some((team) =>
    people.some((person) => hasRoom(candidateIn(person, team, now), QUEUED_WEIGHT)),
  );
}

function choiceFor({ teams, people, now }: Look, queued: Queued): Choice {
  const team = teams.get(queued.teamId);
  if (!team) throw new Error('a team was read that gives nothing out');
  const candidates = candidatesFor(people, { queued, team, now });
  return chooseAssignee(candidates, { ...queued, weight: QUEUED_WEIGHT }, team);
}

/** Undefined when nobody gets it, or when somebody has it in hand this moment: their end of it wakes us. */
async function take(
  { context, people }: Look,
  queued: Queued,
  { memberId, given, skipped }: Choice,
): Promise<Outcome<Given> | undefined> {
  const person = people.find((one) => one.memberId === memberId);
  if (!person) return undefined;
  const assigned: Assigned = {
    conversationId: queued.id,
    teamId: queued.teamId,
    memberId: person.memberId,
    given,
    load: person.load + QUEUED_WEIGHT,
    capacity: person.capacity,
    skipped,
  };
  const fact = await writeAssignment(context, assigned, { version: queued.version, from: null });
  return fact && { value: { given: assigned, relaxesInMs: null }, events: [fact] };
}

function soonest({ teams }: Look, stuck: readonly Waiting[]): number | null {
  const waits = stuck.flatMap(({ queued, skipped }) => {
    const relaxMs = (teams.get(queued.teamId)?.relaxMinutes ?? 0) * 60_000;
    const wouldHelp = skipped.some(({ reason }) => reason === 'lacks_preferred_skill');
    return wouldHelp ? [Math.max(0, relaxMs - queued.waitedMs)] : [];
  });
  return waits.length > 0 ? Math.min(...waits) : null;
}
