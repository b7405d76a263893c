'use client';

import type { MemberView } from '@/lib/queries/inbox/views';
import { Face } from '../ui/face';
import { Filtered } from './filtered';
import { roleNames } from './role-names';

/** Everybody who works here and as what, for those who only want to know. */
export function ColleagueList({ members }: { members: MemberView[] }) {
  return (
    <Filtered items={members} what="members">
      {({ id, name, roles }) => (
        <li
          key={id}
          className="flex items-center gap-3 border-line border-b px-4 py-2.5 last:border-b-0"
        >
          <Face id={id} name={name} />
          <bdi className="min-w-0 flex-1 truncate font-strong">{name}</bdi>
          <span className="text-fact text-ink-3">
            {roles.map((role) => roleNames[role]).join(', ')}
          </span>
        </li>
      )}
    </Filtered>
  );
}
