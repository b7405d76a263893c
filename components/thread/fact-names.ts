'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemberNames } from '../inbox/members';
import { labelsQuery, teamsQuery } from '../inbox/queries';
import { useClock } from '../ui/clock';
import { shortMoment } from '../ui/days';
import type { FactNames } from './fact-words';

/** The names that facts of a conversation with this contact are told with. */
export function useFactNames(contact: string): FactNames {
  const member = useMemberNames();
  const { zone } = useClock();
  const { data: labels } = useQuery(labelsQuery);
  const { data: teams } = useQuery(teamsQuery);
  return {
    contact,
    member,
    label: (id) => `“${labels?.find((label) => label.id === id)?.name ?? 'a label'}”`,
    team: (id) => teams?.find((team) => team.id === id)?.name ?? 'a team',
    time: (at) => shortMoment(at, zone),
  };
}
