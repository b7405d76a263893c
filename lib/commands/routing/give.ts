import 'server-only';
import { prepared } from '@/db/client';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Choice } from '@/lib/domain/routing/choose';
import { hasRoom } from '@/lib/domain/routing/choose';
import type { Person } from '@/lib/routing-facts';
import { arePeople, candidateIn, peopleFor, QUEUED_WEIGHT, routedTeams } from '@/lib/routing-facts';
import type { Queued, Waiting } from '@/lib/routing-queue';
import { queueBehind, queueOf, queueOfThese } from '@/lib/routing-queue';
import { availabilityOf, isPresent } from '@/lib/standing';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import type { Floor } from './choice';
import { choiceFor, choosing } from './choice';
import type { Stuck } from './explain';
import { explain } from './explain';
import type { Assigned } from './write-assignment';
import { writeAssignment } from './write-assignment';

/** So many are looked at together; behind those that nobody can take are others that somebody can. */
const PAGE = 40;
/** For so many of the next it is written down at once why nobody could be given them; for the others, by and by. */
const MOST_EXPLAINED = 40;

/** So many of those behind are looked through at once. */
const MOST_LOOKED = 5_000;

/** So many are given out in one transaction: what they are chosen by is read once for all of them. */
const MOST_GIVEN = 16;

/** What one look came to: how much was given out, or when a preferred skill is no longer waited for. */
export type Given = { given: number; relaxesInMs: number | null };

type Look = Floor & {
  context: CommandContext<null>;
  /** As they were read, and with what they were given since. */
  people: Person[];
};

const NOTHING: Outcome<Given> = { value: { given: 0, relaxesInMs: null }, events: [] };

/**
 * Gives out the next pieces of work that somebody can take, in one transaction. Whoever might get one is locked
 * before their load is counted, so that of any number of routers at once none exceeds a capacity, and a
 * conversation is given only as it was seen. Answers with nothing given when nobody can take any.
 */
export function giveNext(workspaceId: string): Promise<Given> {
  return asSystem(workspaceId, async (context) => {
    const { tx } = context;
    const { teams, now } = await routedTeams(tx, workspaceId);
    const teamIds = teams.map(({ id }) => id);
    const [anything] = await queueOf(tx, workspaceId, { teamIds, most: 1 });
    if (!anything) return NOTHING;
    await lockThoseHere(context, teamIds);
    const people = await peopleFor(tx, workspaceId, { teamIds });
    const byId = new Map(teams.map((team) => [team.id, team]));
    return await giveFrom({ context, teams: byId, people, now });
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

/** Reads what waits only now: what another router gave out before it let go is not looked past. */
async function giveFrom(look: Look): Promise<Outcome<Given>> {
  const { context, teams } = look;
  const { tx, workspaceId } = context;
  const stuck: Passed[] = [];
  const teamIds = [...teams.keys()];
  const first = await queueOf(tx, workspaceId, { teamIds, most: PAGE });
  const ofFirst = await giveOfPage(look, first, stuck);
  const isAll = ofFirst.length > 0 || first.length < PAGE;
  const facts = isAll ? ofFirst : await giveBehind(look, teamIds, stuck);
  if (facts.length > 0) {
    return { value: { given: facts.length, relaxesInMs: null }, events: facts };
  }
  await explain(context, stuck.slice(0, MOST_EXPLAINED));
  return { value: { given: 0, relaxesInMs: soonest(look, stuck) }, events: [] };
}

/** Behind what nobody can take: the first that somebody can, found without reading all of it whole. */
async function giveBehind(look: Look, teamIds: string[], stuck: Passed[]): Promise<EventDraft[]> {
  const { tx, workspaceId } = look.context;
  const choose = choosing(look);
  for (let offset = PAGE; anyRoom(look); offset += MOST_LOOKED) {
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    const behind = await queueBehind(tx, workspaceId, { teamIds, offset, most: MOST_LOOKED });
    const able = behind.filter((queued) => {
      const { memberId, skipped } = choose(queued);
      if (memberId === null) stuck.push({ queued, skipped });
      return memberId !== null;
    });
    const facts = await giveOfThese(look, able, stuck);
    if (facts.length > 0 || behind.length < MOST_LOOKED) return facts;
  }
  return [];
}

async function giveOfThese(
  look: Look,
  able: readonly Queued[],
  stuck: Passed[],
): Promise<EventDraft[]> {
  const { tx, workspaceId } = look.context;
  for (let at = 0; at < able.length; at += PAGE) {
    const ids = able.slice(at, at + PAGE).map(({ id }) => id);
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    const facts = await giveOfPage(look, await queueOfThese(tx, workspaceId, ids), stuck);
    if (facts.length > 0) return facts;
  }
  return [];
}

/**
 * In the order of work. Whom nobody could be found for before something was given is stuck then, too: room only
 * shrinks. It ends before somebody who was given out just now, as whose that is decides whose this becomes.
 */
async function giveOfPage(
  look: Look,
  page: readonly Waiting[],
  stuck: Passed[],
): Promise<EventDraft[]> {
  const facts: EventDraft[] = [];
  const contacts = new Set<string>();
  for (const queued of page) {
    if (facts.length >= MOST_GIVEN || contacts.has(queued.contactId)) break;
    const choice = choiceFor(look, queued);
    // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
    const fact = await take(look, queued, choice);
    if (fact) {
      facts.push(fact);
      contacts.add(queued.contactId);
    } else if (choice.memberId === null) stuck.push({ queued, skipped: choice.skipped });
  }
  return facts;
}

type Passed = Stuck & { queued: Queued };

function anyRoom({ teams, people, now }: Look): boolean {
  return [...teams.values()].some((team) =>
    people.some((person) => hasRoom(candidateIn(person, team, now), QUEUED_WEIGHT)),
  );
}

/** Undefined when nobody gets it, or when somebody has it in hand this moment: their end of it wakes us. */
async function take(
  { context, people, now }: Look,
  queued: Queued,
  { memberId, given, skipped }: Choice,
): Promise<EventDraft | undefined> {
  const at = people.findIndex((one) => one.memberId === memberId);
  const person = people[at];
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
  if (fact) people[at] = withWork(person, queued.teamId, justAfter(people, now));
  return fact;
}

/** The same person once they were given something of a team. */
function withWork(person: Person, teamId: string, at: number): Person {
  return {
    ...person,
    load: person.load + QUEUED_WEIGHT,
    lastAssignedAt: at,
    teams: { ...person.teams, [teamId]: at },
  };
}

/** Later than anything that anybody was given, whatever the clocks say: the order is what counts. */
function justAfter(people: readonly Person[], now: number): number {
  return Math.max(now, ...people.map(({ lastAssignedAt }) => lastAssignedAt ?? now)) + 1;
}

function soonest({ teams }: Look, stuck: readonly Passed[]): number | null {
  const waits = stuck.flatMap(({ queued, skipped }) => {
    const relaxMs = (teams.get(queued.teamId)?.relaxMinutes ?? 0) * 60_000;
    const wouldHelp = skipped.some(({ reason }) => reason === 'lacks_preferred_skill');
    return wouldHelp ? [Math.max(0, relaxMs - queued.waitedMs)] : [];
  });
  return waits.length > 0 ? Math.min(...waits) : null;
}
