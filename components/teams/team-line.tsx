'use client';

import { useRef, useState } from 'react';
import type { TeamSeat, TeamWork } from '@/lib/queries/teams/team-seats';
import { Notice } from '../entrance/notice';
import { Fold } from '../settings/fold';
import { useChange } from '../settings/use-change';
import { useCan } from '../shell/me';
import { Button, buttonClass } from '../ui/button';
import { Face } from '../ui/face';
import { SoftLink } from '../ui/soft-link';
import { archiveTeamAction, renameTeamAction } from './actions';
import { Seats } from './seats';
import { TeamForm } from './team-form';

const MOST_FACES = 6;

/** A team, who is in it, what it has to do, and what can be done about it. */
export function TeamLine({
  team,
  people,
  mayChange,
}: {
  team: TeamWork;
  people: readonly TeamSeat[];
  mayChange: boolean;
}) {
  const { id, name, archived, open, memberIds } = team;
  const seated = people.filter((person) => memberIds.includes(person.id));
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { change, isPending, problem } = useChange(archiveTeamAction);
  const mayRead = useCan('routing.read');
  return (
    <li className="grid gap-3 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-40 flex-1">
          <p className="font-strong">
            <bdi>{name}</bdi>
          </p>
          <p className="text-fact text-ink-3 tabular-nums">
            {seated.length === 1 ? '1 member' : `${seated.length} members`}, {open} open
          </p>
        </div>
        <SeatedFaces seated={seated} />
        {mayRead ? (
          <SoftLink href={`/settings/teams/${id}`} className={buttonClass('quiet')}>
            Work<span className="sr-only"> of the team {name} and how it is given out</span>
          </SoftLink>
        ) : null}
        {mayChange ? (
          <div className="flex gap-1">
            <Button
              ref={opener}
              tone="quiet"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              Edit<span className="sr-only"> the team {name}</span>
            </Button>
            <Button
              tone="quiet"
              disabled={isPending}
              onClick={() => change({ teamId: id, archived: !archived })}
            >
              {archived ? 'Use again' : 'Archive'}
              <span className="sr-only"> the team {name}</span>
            </Button>
          </div>
        ) : null}
      </div>
      <Notice message={problem} />
      {isOpen ? (
        <Fold opener={opener} onClose={() => setOpen(false)}>
          <TeamForm
            action={renameTeamAction}
            name={name}
            more={{ teamId: id }}
            words={{ id: `team-${id}`, send: 'Rename', kept: 'Renamed' }}
          />
          <Seats team={team} people={people} />
        </Fold>
      ) : null}
    </li>
  );
}

function SeatedFaces({ seated }: { seated: readonly TeamSeat[] }) {
  const shown = seated.slice(0, MOST_FACES);
  const more = seated.length - shown.length;
  return (
    <ul aria-label="Members" className="flex items-center gap-1">
      {shown.map(({ id, name }) => (
        <li key={id}>
          <Face id={id} name={name} size="small" label={name} />
        </li>
      ))}
      {more > 0 ? <li className="text-fact text-ink-3">and {more} more</li> : null}
    </ul>
  );
}
