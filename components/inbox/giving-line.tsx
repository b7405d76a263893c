'use client';

import { useQuery } from '@tanstack/react-query';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import { warningFor } from '@/lib/domain/routing/availability';
import { useAttendance } from '../attendance/use-attendance';
import { membersQuery } from './queries';

/** What whoever gives so many open ones to one person should know first. It binds nobody but the router. */
export function GivingLine({ change, more }: { change: TriageChange; more: number }) {
  const { of, time } = useAttendance();
  const { data: members = [] } = useQuery(membersQuery);
  const to = change.kind === 'assign' ? change.memberId : null;
  const standee = to === null ? undefined : of?.(to);
  const name = members.find(({ id }) => id === to)?.name;
  if (!(standee && name) || more === 0) return null;
  const warning = warningFor({ ...standee, name, more }, time);
  return warning === null ? null : <p className="text-ink-2">{warning}</p>;
}
