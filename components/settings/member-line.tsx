'use client';

import { useOptimistic, useState } from 'react';
import type { MemberRow } from '@/lib/queries/members/list-members';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { Face } from '../ui/face';
import { changeRolesAction, removeMemberAction } from './actions';
import { RoleBoxes } from './role-boxes';
import { useChange } from './use-change';

/** A member, the roles they hold, and the way out. */
export function MemberLine({ member, isMe }: { member: MemberRow; isMe: boolean }) {
  const { id, name, email, roles } = member;
  const rolesChange = useChange(changeRolesAction);
  const [shownRoles, showRoles] = useOptimistic(roles);
  const [isLeaving, setLeaving] = useState(false);

  return (
    <li className="grid gap-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Face id={id} name={name} />
        <div className="min-w-40 flex-1">
          <p className="truncate font-strong">
            <bdi>{name}</bdi>
            {isMe ? <span className="font-quiet text-ink-3"> (you)</span> : null}
          </p>
          <p className="truncate text-fact text-ink-3">{email}</p>
        </div>
        <RoleBoxes
          of={name}
          chosen={shownRoles}
          disabled={rolesChange.isPending}
          onChoose={(chosen) =>
            rolesChange.change({ memberId: id, roles: chosen }, () => showRoles(chosen))
          }
        />
        <Button tone="quiet" aria-expanded={isLeaving} onClick={() => setLeaving(!isLeaving)}>
          Remove<span className="sr-only"> {name}</span>
        </Button>
      </div>
      <Notice message={rolesChange.problem} />
      {isLeaving ? <Leaving member={member} onStay={() => setLeaving(false)} /> : null}
    </li>
  );
}

function Leaving({ member, onStay }: { member: MemberRow; onStay: () => void }) {
  const { change, isPending, problem } = useChange(removeMemberAction, onStay);
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-sm bg-sunken p-2.5">
      <p className="min-w-60 flex-1">
        <bdi>{member.name}</bdi> loses access at once. Open conversations they hold go back to
        everyone; what they wrote stays.
      </p>
      <Button tone="grave" disabled={isPending} onClick={() => change({ memberId: member.id })}>
        Remove {member.name}
      </Button>
      <Button onClick={onStay}>Keep</Button>
      <Notice message={problem} />
    </div>
  );
}
