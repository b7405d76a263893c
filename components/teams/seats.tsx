'use client';

import { useOptimistic } from 'react';
import type { TeamSeat, TeamWork } from '@/lib/queries/teams/team-seats';
import { Notice } from '../entrance/notice';
import { Filtered } from '../settings/filtered';
import { roleNames } from '../settings/role-names';
import { useChange } from '../settings/use-change';
import { Face } from '../ui/face';
import { seatInTeamAction } from './actions';

/** Everybody, with a box for who sits in this team. */
export function Seats({ team, people }: { team: TeamWork; people: readonly TeamSeat[] }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-strong text-ink-2">Who is in {team.name}</legend>
      <Filtered items={people} what="people">
        {(person) => <Seat key={person.id} team={team} person={person} />}
      </Filtered>
    </fieldset>
  );
}

function Seat({ team, person }: { team: TeamWork; person: TeamSeat }) {
  const { change, isPending, problem } = useChange(seatInTeamAction);
  const [isSeated, guess] = useOptimistic(team.memberIds.includes(person.id));
  return (
    <li className="border-line border-b last:border-b-0">
      <label className="flex min-h-10 cursor-pointer items-center gap-3 px-3 py-1.5 hover:bg-hover">
        <input
          type="checkbox"
          checked={isSeated}
          onChange={({ target: { checked } }) => {
            if (isPending) return;
            change({ teamId: team.id, memberId: person.id, seated: checked }, () => guess(checked));
          }}
          className="size-4 accent-ink"
        />
        <Face id={person.id} name={person.name} size="small" />
        <bdi className="min-w-0 flex-1 truncate">{person.name}</bdi>
        <span className="text-fact text-ink-3">
          {person.roles.map((role) => roleNames[role]).join(', ')}
        </span>
      </label>
      <Notice message={problem} />
    </li>
  );
}
