import 'server-only';
import type { Choice } from '@/lib/domain/routing/choose';
import { chooseAssignee } from '@/lib/domain/routing/choose';
import type { Person, RoutedTeam } from '@/lib/routing-facts';
import { candidatesFor, QUEUED_WEIGHT } from '@/lib/routing-facts';
import type { Queued } from '@/lib/routing-queue';

/** What an assignee is chosen by: the teams that give out their work, by id, who may get it, and the time. */
export type Floor = {
  teams: ReadonlyMap<string, RoutedTeam>;
  people: readonly Person[];
  /** Epoch milliseconds of the database. */
  now: number;
};

/** Who gets a piece of work as the floor stands, and why not the others. Its team must be one of those read. */
export function choiceFor({ teams, people, now }: Floor, queued: Queued): Choice {
  const team = teams.get(queued.teamId);
  if (!team) throw new Error('a team was read that gives nothing out');
  const candidates = candidatesFor(people, { queued, team, now });
  return chooseAssignee(candidates, { ...queued, weight: QUEUED_WEIGHT }, team);
}

/** The same for many, as long as the floor stands as it is: what stands alike is chosen for once. */
export function choosing(floor: Floor) {
  const known = new Map<string, Choice>();
  return (queued: Queued): Choice => {
    const { id: _, version: __, waitedMs, ...alike } = queued;
    const relaxMs = (floor.teams.get(queued.teamId)?.relaxMinutes ?? 0) * 60_000;
    const key = JSON.stringify([alike, waitedMs >= relaxMs]);
    const choice = known.get(key) ?? choiceFor(floor, queued);
    known.set(key, choice);
    return choice;
  };
}
