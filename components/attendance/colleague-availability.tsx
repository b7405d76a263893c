'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, useTransition } from 'react';
import { availabilityAt, loadInWords, standingInWords } from '@/lib/domain/routing/availability';
import { Fold } from '../settings/fold';
import { useCan } from '../shell/me';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { setAvailabilityForAction } from './actions';
import type { Choosing } from './availability-choice';
import { AvailabilityChoice } from './availability-choice';
import { attendanceQuery } from './queries';
import { StandingDot } from './standing-dot';
import type { Standee } from './standings';
import type { Standees } from './use-attendance';

/** How a colleague stands and what they hold: "away until 14:00: Lunch · 3 of 8". Its place is kept until it is known. */
export function StandingWords({
  memberId,
  attendance: { of, time },
}: {
  memberId: string;
  attendance: Standees;
}) {
  const one = of?.(memberId);
  if (!one) return <p className="min-h-4" />;
  const { standing, load, capacity } = one;
  const why = standing.reason === null ? '' : `: ${standing.reason}`;
  return (
    <p className="flex items-center gap-1.5 text-fact text-ink-3 tabular-nums">
      <StandingDot kind={standing.kind} className="size-2" />
      <span className="min-w-0 truncate">
        {standingInWords(standing, time)}
        <bdi>{why}</bdi> · {loadInWords(load, capacity)}
      </span>
    </p>
  );
}

/** A lead's way to say for somebody whether they take new work. */
export function SetAvailability({ member, name }: { member: Standee | undefined; name: string }) {
  const may = useCan('availability.manage');
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (!(may && member)) return null;

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  return (
    <>
      <Button ref={opener} tone="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Set availability<span className="sr-only"> of {name}</span>
      </Button>
      {isOpen ? (
        <div className="w-full">
          <Fold opener={opener} onClose={close}>
            <ForColleague member={member} name={name} onDone={close} />
          </Fold>
        </div>
      ) : null}
    </>
  );
}

function ForColleague({
  member,
  name,
  onDone,
}: {
  member: Standee;
  name: string;
  onDone: () => void;
}) {
  const client = useQueryClient();
  const { now } = useClock();
  const [choosing, setChoosing] = useState<Choosing>(null);
  const [problem, setProblem] = useState<string>();
  const [isPending, start] = useTransition();
  return (
    <div className="grid max-w-80 gap-2" aria-busy={isPending}>
      <p className="text-ink-2">
        For somebody who left without a word. <bdi>{name}</bdi> sees that it was you, and can say
        something else at any time.
      </p>
      <AvailabilityChoice
        now={availabilityAt(member, now)}
        hours={member.hours}
        choosing={choosing}
        problem={problem}
        onChoosing={setChoosing}
        onSet={(stated) =>
          start(async () => {
            const input = { memberId: member.id, ...stated };
            const result = await setAvailabilityForAction(input).catch(() => null);
            if (result?.ok) {
              await client.invalidateQueries({ queryKey: attendanceQuery.queryKey });
              onDone();
            } else {
              setProblem(result?.refusal.message ?? 'Porchlight did not answer. Try again.');
            }
          })
        }
      />
    </div>
  );
}
