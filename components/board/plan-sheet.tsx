'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BoardPlan, PlannedMove } from '@/lib/queries/board/views';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { carryOut } from './carry-out';
import { LoadBar } from './load-bar';
import { planQuery } from './queries';

type Props = { teamId: string | null; from: string | null; name: string; onClose: () => void };

/** Who would get what, and how full everybody would be then, before any of it is done. */
export function PlanSheet({ teamId, from, name, onClose }: Props) {
  const client = useQueryClient();
  const { data: plan, isError } = useQuery(planQuery({ teamId, from }));
  const [busy, setBusy] = useState(false);

  async function apply({ moves }: BoardPlan) {
    setBusy(true);
    await carryOut(client, moves);
    onClose();
  }

  return (
    <Sheet title={titleOf(from, name)} onClose={onClose}>
      <div className="quiet-scroll grid max-h-[70dvh] gap-3 overflow-y-auto p-4">
        {isError ? <p className="text-ink-2">No plan can be made just now. Try again.</p> : null}
        {plan ? <Plan plan={plan} from={from} /> : null}
      </div>
      <footer className="flex gap-2 border-line border-t p-3">
        {plan && plan.moves.length > 0 ? (
          <Button tone="go" disabled={busy} onClick={() => void apply(plan)}>
            Give out {plan.moves.length}
          </Button>
        ) : null}
        <Button onClick={onClose}>Leave it</Button>
      </footer>
    </Sheet>
  );
}

function titleOf(from: string | null, name: string): string {
  if (from === null) return 'Even out the open work';
  return from === 'nobody' ? 'Hand out what nobody has' : `Hand out the work of ${name}`;
}

function Plan({ plan, from }: { plan: BoardPlan; from: string | null }) {
  const { moves, members, left, later } = plan;
  const concerned = members.filter(({ load, loadAfter }) => load !== loadAfter);
  if (moves.length === 0) return <p className="text-ink-2">{nothingWords(from, left)}</p>;
  return (
    <>
      {concerned.map(({ id, name, capacity, load, loadAfter }) => (
        <section key={id} aria-label={name} className="grid gap-1">
          <h3 className="flex gap-2 font-strong">
            <bdi className="truncate">{name}</bdi>
            <span className="font-normal text-ink-2 tabular-nums">
              {load} → {loadAfter}
            </span>
          </h3>
          <LoadBar name={name} load={loadAfter} capacity={capacity} />
          <Given moves={moves.filter(({ to }) => to === id)} members={members} />
        </section>
      ))}
      {left > 0 ? <p className="text-ink-2">{leftWords(left)}</p> : null}
      {later > 0 ? <p className="text-ink-2">{laterWords(later)}</p> : null}
    </>
  );
}

function Given({
  moves,
  members,
}: {
  moves: readonly PlannedMove[];
  members: BoardPlan['members'];
}) {
  if (moves.length === 0) return null;
  const nameOf = (id: string | null) => members.find((member) => member.id === id)?.name;
  return (
    <details className="text-ink-2">
      <summary className="min-h-6 cursor-pointer">
        Gets {moves.length === 1 ? '1 conversation' : `${moves.length} conversations`}
      </summary>
      <ul className="pl-4">
        {moves.map(({ conversationId, contactName, from }) => (
          <li key={conversationId} className="truncate">
            <bdi>{contactName}</bdi>
            {nameOf(from) ? (
              <>
                {' '}
                from <bdi>{nameOf(from)}</bdi>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function nothingWords(from: string | null, left: number): string {
  if (left > 0) return 'Nobody who is available and here has room for any of it.';
  return from === null
    ? 'It is as even as it can be among those who are available and here.'
    : 'There is nothing to hand out.';
}

function laterWords(later: number): string {
  return `${later} more ${later === 1 ? 'goes' : 'go'} out with the next plan: ask again after this one.`;
}

function leftWords(left: number): string {
  return left === 1
    ? '1 stays where it is: nobody else has room for it now.'
    : `${left} stay where they are: nobody else has room for them now.`;
}
