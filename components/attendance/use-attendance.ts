'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AttendanceView } from '@/lib/queries/attendance/views';
import { useNow } from '../clocks/use-now';
import { useCan, useMe } from '../shell/me';
import { useClock } from '../ui/clock';
import { untilTime } from '../ui/time';
import { attendanceQuery, ownAttendanceQuery } from './queries';
import type { Standee } from './standings';
import { nextChange, standingsAt } from './standings';

/** Nobody says that they have gone: it is looked up again while somebody looks. */
const lookAgainMs = 20_000;

export type Standees = {
  /** Null until it is known, and for those who may not know. */
  of: ((memberId: string) => Standee | undefined) | null;
  /** An instant to come as it stands in a sentence. */
  time: (at: string) => string;
};

/** How colleagues stand, kept true while it is on the screen. */
export function useAttendance(): Standees {
  const may = useCan('routing.read');
  const { data } = useQuery({ ...attendanceQuery, enabled: may, refetchInterval: lookAgainMs });
  return useStandings(data);
}

/** How the person at this screen stands; undefined until it is known, and for those who take no work. */
export function useOwnStanding(): {
  own: Standee | undefined;
  view: AttendanceView | undefined;
  time: (at: string) => string;
} {
  const { memberId } = useMe();
  const may = useCan('availability.own');
  const { data: view } = useQuery({ ...ownAttendanceQuery(memberId), enabled: may });
  const { of, time } = useStandings(view);
  return { own: of?.(memberId), view, time };
}

function useStandings(view: AttendanceView | undefined): Standees {
  const { now: tick } = useClock();
  const { now, zone } = useNow(view ? nextChange(view, tick) : null);
  const known = useMemo(
    () => view && new Map(standingsAt(view, now).map((one) => [one.id, one])),
    [view, now],
  );
  return {
    of: known ? (id) => known.get(id) : null,
    time: (at) => untilTime(at, now, zone),
  };
}
