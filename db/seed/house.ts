import { v7 as uuid } from 'uuid';
import { hashOf, seeded } from '@/sandbox/seeded';
import type { FirstName, Seated, TeamKey } from './team';
import { team, teamKeys } from './team';
import type { LabelName } from './topics';
import { labelNames } from './topics';

/** The workspace as far as its past needs to know it: who, which team, which label has which id. */
export type House = {
  workspaceId: string;
  memberId: (first: FirstName) => string;
  teamId: (key: TeamKey) => string;
  labelId: (name: LabelName) => string;
  /** The next id, the same in every telling, in the order of time. */
  idAt: (at: Date) => string;
  seated: readonly Seated[];
};

/** Gives everything that the past speaks of its id, the same ones for the same `now`. */
export function foundHouse(now: Date, begun: Date): House {
  const idAt = idsFrom(now);
  const seated = team.map((each) => ({ ...each, memberId: idAt(begun), userId: idAt(begun) }));
  const idOf = <Name extends string>(names: readonly Name[]) => {
    const ids = new Map(names.map((name) => [name, idAt(begun)]));
    return (name: Name) => found(ids.get(name), name);
  };
  return {
    workspaceId: idAt(begun),
    memberId: (first) => found(seated.find((each) => each.first === first)?.memberId, first),
    teamId: idOf(teamKeys),
    labelId: idOf(labelNames),
    idAt,
    seated,
  };
}

function found(id: string | undefined, name: string): string {
  if (!id) throw new Error(`nothing is called ${name}`);
  return id;
}

function idsFrom(now: Date): (at: Date) => string {
  const random = seeded(hashOf(now.toISOString()));
  return (at) =>
    uuid({
      msecs: at.getTime(),
      random: Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)),
    });
}
