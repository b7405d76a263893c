'use client';

import { useQuery } from '@tanstack/react-query';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import { useClock } from '../ui/clock';
import { untilTime } from '../ui/time';
import { bulkWords } from './bulk-words';
import { useMemberNames } from './members';
import { labelsQuery, teamsQuery } from './queries';

/** The words of a decision about many, with the names of whom and what it is about. */
export function useBulkWords(change: TriageChange) {
  const { now, zone } = useClock();
  const member = useMemberNames();
  const { data: labels = [] } = useQuery(labelsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const named = (all: readonly { id: string; name: string }[], id: string) =>
    all.find((one) => one.id === id)?.name ?? '';
  return bulkWords(change, {
    member,
    label: (id) => named(labels, id),
    team: (id) => named(teams, id),
    time: (at) => untilTime(at, now, zone),
  });
}
