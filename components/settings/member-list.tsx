'use client';

import type { MemberRow } from '@/lib/queries/members/list-members';
import { useAttendance } from '../attendance/use-attendance';
import { Filtered } from './filtered';
import { MemberLine } from './member-line';
import { roleNames } from './role-names';

/** Everybody who works here, for those who decide who does. Searched by name, address and role. */
export function MemberList({ members, meId }: { members: MemberRow[]; meId: string }) {
  const attendance = useAttendance();
  return (
    <Filtered items={members} what="members" words={wordsOf}>
      {(member) => (
        <MemberLine
          key={member.id}
          member={member}
          colleagues={members}
          attendance={attendance}
          isMe={member.id === meId}
        />
      )}
    </Filtered>
  );
}

function wordsOf({ name, email, roles }: MemberRow): string {
  return [name, email, ...roles.map((role) => roleNames[role])].join(' ');
}
