import type { TeamSeat } from '@/lib/queries/teams/team-seats';
import { Section } from '../settings/page-frame';
import { Face } from '../ui/face';

/** Whom no team's work reaches. */
export function Teamless({ people }: { people: readonly TeamSeat[] }) {
  return (
    <Section id="teamless" title={`In no team (${people.length})`}>
      {people.length === 0 ? (
        <p className="text-ink-2">Everybody is in a team.</p>
      ) : (
        <ul className="flex flex-wrap gap-x-4 gap-y-2">
          {people.map(({ id, name }) => (
            <li key={id} className="flex max-w-full items-center gap-1.5">
              <Face id={id} name={name} size="small" />
              <bdi className="truncate">{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
