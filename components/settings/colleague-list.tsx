'use client';

import { can } from '@/lib/domain/access/can';
import type { MemberView } from '@/lib/queries/inbox/views';
import { SetAvailability, StandingWords } from '../attendance/colleague-availability';
import { useAttendance } from '../attendance/use-attendance';
import { Face } from '../ui/face';
import { Filtered } from './filtered';
import { roleNames } from './role-names';

/** Everybody who works here and as what, for those who only want to know. */
export function ColleagueList({ members }: { members: MemberView[] }) {
  const attendance = useAttendance();
  return (
    <Filtered items={members} what="members">
      {({ id, name, roles }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-3 border-line border-b px-4 py-2.5 last:border-b-0"
        >
          <Face id={id} name={name} />
          <div className="min-w-40 flex-1">
            <bdi className="block truncate font-strong">{name}</bdi>
            {can({ roles }, 'availability.own') ? (
              <StandingWords memberId={id} attendance={attendance} />
            ) : null}
          </div>
          <span className="text-fact text-ink-3">
            {roles.map((role) => roleNames[role]).join(', ')}
          </span>
          <SetAvailability member={attendance.of?.(id)} name={name} />
        </li>
      )}
    </Filtered>
  );
}
