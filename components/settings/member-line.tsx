'use client';

import { useOptimistic, useRef, useState } from 'react';
import { can } from '@/lib/domain/access/can';
import type { MemberRow } from '@/lib/queries/members/list-members';
import { SetAvailability, StandingWords } from '../attendance/colleague-availability';
import type { Standees } from '../attendance/use-attendance';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { Face } from '../ui/face';
import { Since } from '../ui/since';
import { changeRolesAction, signOutMemberAction } from './actions';
import { Fold } from './fold';
import { Leaving } from './leaving';
import { RoleBoxes } from './role-boxes';
import { useChange } from './use-change';

/** A member, the roles they hold, when they were here, and the ways to sign them out and to let them go. */
export function MemberLine({
  member,
  colleagues,
  attendance,
  isMe,
}: {
  member: MemberRow;
  /** Who could take over what they hold. */
  colleagues: readonly MemberRow[];
  attendance: Standees;
  isMe: boolean;
}) {
  const { id, name, roles } = member;
  const rolesChange = useChange(changeRolesAction);
  const [shownRoles, showRoles] = useOptimistic(roles);
  const [isLeaving, setLeaving] = useState(false);
  const leave = useRef<HTMLButtonElement>(null);

  return (
    <li className="grid gap-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Face id={id} name={name} />
        <Facts member={member} attendance={attendance} isMe={isMe} />
        <div className="flex flex-wrap gap-1">
          <SetAvailability member={attendance.of?.(id)} name={name} />
          {isMe ? null : <SignOut member={member} />}
          <Button
            ref={leave}
            tone="quiet"
            aria-expanded={isLeaving}
            onClick={() => setLeaving(!isLeaving)}
          >
            Remove<span className="sr-only"> {name}</span>
          </Button>
        </div>
      </div>
      <div className="pl-11">
        <RoleBoxes
          of={name}
          chosen={shownRoles}
          disabled={rolesChange.isPending}
          onChoose={(chosen) =>
            rolesChange.change({ memberId: id, roles: chosen }, () => showRoles(chosen))
          }
        />
      </div>
      <Notice message={rolesChange.problem} />
      {isLeaving ? (
        <Fold opener={leave} onClose={() => setLeaving(false)}>
          <Leaving member={member} colleagues={colleagues} onStay={() => setLeaving(false)} />
        </Fold>
      ) : null}
    </li>
  );
}

function Facts({
  member,
  attendance,
  isMe,
}: {
  member: MemberRow;
  attendance: Standees;
  isMe: boolean;
}) {
  const { id, name, email, lastSeenAt, holds } = member;
  return (
    <div className="min-w-48 flex-1">
      <p className="truncate font-strong">
        <bdi>{name}</bdi>
        {isMe ? <span className="font-quiet text-ink-3"> (you)</span> : null}
      </p>
      <p className="text-fact text-ink-3 tabular-nums">
        <bdi className="break-all">{email}</bdi>;{' '}
        {lastSeenAt === null ? (
          'not seen here yet'
        ) : (
          <>
            here <Since at={lastSeenAt} />
          </>
        )}
        ; holds {holds === 1 ? '1 conversation' : `${holds} conversations`}
      </p>
      {can(member, 'availability.own') ? (
        <StandingWords memberId={id} attendance={attendance} />
      ) : null}
    </div>
  );
}

function SignOut({ member: { id, name } }: { member: MemberRow }) {
  const [isDone, setDone] = useState(false);
  const { change, isPending, problem } = useChange(signOutMemberAction, () => setDone(true));
  return (
    <>
      <Button tone="quiet" disabled={isPending} onClick={() => change({ memberId: id })}>
        Sign out everywhere<span className="sr-only"> {name}</span>
      </Button>
      <span role="status" className="sr-only">
        {isDone ? `${name} is signed out everywhere.` : null}
      </span>
      <Notice message={problem} />
    </>
  );
}
