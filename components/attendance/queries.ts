import { queryOptions } from '@tanstack/react-query';
import type { AttendanceView } from '@/lib/queries/attendance/views';
import { readJson } from '../shell/read-json';

/** Everybody who can be given work, how they stand and when their teams are open. */
export const attendanceQuery = queryOptions({
  queryKey: ['availability'],
  queryFn: ({ signal }) => readJson<AttendanceView>('/api/attendance', signal),
});

/** The same of the person at this screen alone: every window shows it, so it is read for itself. */
export function ownAttendanceQuery(memberId: string) {
  return queryOptions({
    queryKey: ['own-availability', memberId],
    queryFn: ({ signal }) => readJson<AttendanceView>('/api/attendance/own', signal),
    staleTime: 10_000,
  });
}
