'use client';

import { useRef, useState } from 'react';
import type { SkillView } from '@/lib/queries/attendance/views';
import type { RoutedMember, TeamSettings } from '@/lib/queries/teams/team-settings';
import { SetAvailability, StandingWords } from '../attendance/colleague-availability';
import type { Standees } from '../attendance/use-attendance';
import { useAttendance } from '../attendance/use-attendance';
import { Filtered } from '../settings/filtered';
import { Fold } from '../settings/fold';
import { Button } from '../ui/button';
import { Face } from '../ui/face';
import { MemberRoutingForm } from './member-routing-form';

type Around = {
  answering: TeamSettings['answering'];
  skills: readonly SkillView[];
  mayChange: boolean;
};

/** Those of a team who are given work: how they stand, how much they may hold, what they can, who covers them. */
export function RoutedMembers({ seated, ...around }: { seated: readonly RoutedMember[] } & Around) {
  const attendance = useAttendance();
  if (seated.length === 0) {
    return (
      <p className="text-ink-2">Nobody in this team can answer, so nobody can be given its work.</p>
    );
  }
  return (
    <Filtered items={seated} what="members">
      {(member) => (
        <RoutedLine key={member.id} member={member} attendance={attendance} {...around} />
      )}
    </Filtered>
  );
}

function RoutedLine({
  member,
  attendance,
  answering,
  skills,
  mayChange,
}: { member: RoutedMember; attendance: Standees } & Around) {
  const { id, name } = member;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  return (
    <li className="grid gap-3 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Face id={id} name={name} />
        <div className="min-w-48 flex-1">
          <p className="truncate font-strong">
            <bdi>{name}</bdi>
          </p>
          <StandingWords memberId={id} attendance={attendance} />
          <p className="text-fact text-ink-2">{factsOf(member, { answering, skills })}</p>
        </div>
        <SetAvailability member={attendance.of?.(id)} name={name} />
        {mayChange ? (
          <Button ref={opener} tone="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            Edit<span className="sr-only"> what {name} is given</span>
          </Button>
        ) : null}
      </div>
      {isOpen ? (
        <Fold opener={opener} onClose={close}>
          <MemberRoutingForm member={member} answering={answering} skills={skills} onDone={close} />
        </Fold>
      ) : null}
    </li>
  );
}

function factsOf(
  { capacity, skillIds, coverId }: RoutedMember,
  { answering, skills }: Pick<Around, 'answering' | 'skills'>,
): string {
  const names = skills.filter(({ id }) => skillIds.includes(id)).map(({ name }) => name);
  const cover = answering.find(({ id }) => id === coverId)?.name;
  return [
    `Capacity ${capacity}`,
    names.length > 0 ? names.join(', ') : null,
    cover ? `covered by ${cover}` : null,
  ]
    .filter(Boolean)
    .join('; ');
}
