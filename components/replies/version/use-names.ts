'use client';

import { useQuery } from '@tanstack/react-query';
import { labelsQuery, teamsQuery } from '../../inbox/queries';
import { useClock } from '../../ui/clock';
import type { Names } from './facts';

/** What a version's facts are told with. */
export function useNames(): Names {
  const { zone } = useClock();
  const { data: labels = [] } = useQuery(labelsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  return { labels, teams, zone };
}
