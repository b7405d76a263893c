'use client';

import type { TriageChange } from '@/lib/domain/conversation/triage';
import { warningFor } from '@/lib/domain/routing/availability';
import { useAttendance } from '../attendance/use-attendance';
import { useMemberNames } from './members';

/** What whoever gives so much to one person should know first. It binds nobody but the router. */
export function GivingLine({ change, more }: { change: TriageChange; more: number }) {
  const { of, time } = useAttendance();
  const nameOf = useMemberNames();
  const to = change.kind === 'assign' ? change.memberId : null;
  const standee = to === null ? undefined : of?.(to);
  if (!standee || more === 0) return null;
  const warning = warningFor({ ...standee, name: nameOf(standee.id), more }, time);
  return warning === null ? null : <p className="text-ink-2">{warning}</p>;
}
