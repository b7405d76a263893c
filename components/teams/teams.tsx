'use client';

import type { TeamSeats, TeamWork } from '@/lib/queries/teams/team-seats';
import { Filtered } from '../settings/filtered';
import { Section } from '../settings/page-frame';
import { createTeamAction } from './actions';
import { TeamForm } from './team-form';
import { TeamLine } from './team-line';
import { Teamless } from './teamless';

/** The teams in use, those that are not any more, who is in none, and a new one. */
export function Teams({ teams, people, mayChange }: TeamSeats & { mayChange: boolean }) {
  const inUse = teams.filter(({ archived }) => !archived);
  const archived = teams.filter((team) => team.archived);
  const seated = new Set(inUse.flatMap(({ memberIds }) => memberIds));
  const line = (team: TeamWork) => (
    <TeamLine key={team.id} team={team} people={people} mayChange={mayChange} />
  );
  return (
    <>
      {mayChange ? (
        <Section id="new-team" title="New team">
          <div className="rounded-lg border border-line bg-panel p-4">
            <TeamForm
              action={createTeamAction}
              name=""
              isNew
              words={{ id: 'new-team-name', send: 'Add team', kept: 'Added' }}
            />
          </div>
        </Section>
      ) : null}
      <Section id="teams" title={`Teams (${inUse.length})`}>
        {inUse.length === 0 ? (
          <p className="text-ink-2">
            No team yet. A team is a group that work is given to, such as “Orders” or “Press”.
          </p>
        ) : (
          <Filtered items={inUse} what="teams">
            {line}
          </Filtered>
        )}
      </Section>
      {inUse.length > 0 ? <Teamless people={people.filter(({ id }) => !seated.has(id))} /> : null}
      {archived.length > 0 ? (
        <Section id="archived-teams" title={`Archived (${archived.length})`}>
          <p className="mb-2 text-ink-2">
            Their conversations stay theirs until somebody moves them; they are given no others.
          </p>
          <Filtered items={archived} what="archived teams">
            {line}
          </Filtered>
        </Section>
      ) : null}
    </>
  );
}
