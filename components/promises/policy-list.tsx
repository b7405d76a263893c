'use client';

import { useEffect, useRef, useState } from 'react';
import type { SlaPolicyView } from '@/lib/queries/sla/settings';
import { Notice } from '../entrance/notice';
import { Archived } from '../settings/archived';
import { Unsaved } from '../settings/unsaved';
import { useChange } from '../settings/use-change';
import { Button, buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import { archivePolicyAction, orderPoliciesAction } from './actions';
import { ApplyQuestion } from './apply-question';
import { PolicyLine } from './policy-line';
import type { Things } from './things';

type Part = { policies: readonly SlaPolicyView[]; things: Things; mayChange: boolean };

/** The policies in the order in which they are asked; the first that fits takes a conversation. */
export function PolicyList({ policies, things, mayChange }: Part) {
  const { order, isMoved, move, putBack, said } = useOrder(policies);
  const [asks, setAsks] = useState<'order' | SlaPolicyView>();
  const ordered = useChange(orderPoliciesAction, () => setAsks(undefined));
  const archived = useChange(archivePolicyAction, () => setAsks(undefined));
  const movable = order.filter(({ takesAll }) => !takesAll).length;
  return (
    <div className="grid gap-3">
      <Unsaved when={isMoved && !ordered.isPending} />
      {isMoved ? (
        <div className="flex flex-wrap items-center gap-2 rounded-sm bg-amber-wash px-3 py-2 text-amber-ink">
          <p className="mr-1">This order is not saved yet.</p>
          <Button tone="go" onClick={() => setAsks('order')}>
            Save this order
          </Button>
          <Button onClick={putBack}>Put back</Button>
        </div>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
      <Notice message={ordered.problem ?? archived.problem} />
      <ol className="rounded-lg border border-line bg-panel">
        {order.map((policy, index) => (
          <PolicyLine
            key={policy.policyId}
            policy={policy}
            no={index + 1}
            things={things}
            mayChange={mayChange}
            mayUp={index > 0}
            mayDown={index < movable - 1}
            onMove={(by) => move(policy, by)}
            onArchive={() => setAsks(policy)}
          />
        ))}
      </ol>
      {mayChange ? (
        <SoftLink href="/settings/promises/new" className={buttonClass('plain', 'w-fit')}>
          New policy
        </SoftLink>
      ) : null}
      {asks === 'order' ? (
        <ApplyQuestion
          title="Save this order"
          send="Save this order"
          change={{ kind: 'order', order: idsOf(order) }}
          isPending={ordered.isPending}
          problem={ordered.problem}
          onSend={(applyTo) => ordered.change({ order: idsOf(order), applyTo })}
          onClose={() => setAsks(undefined)}
        />
      ) : null}
      {asks && asks !== 'order' ? (
        <ApplyQuestion
          title={`Archive “${asks.name}”`}
          send="Archive this policy"
          change={{ kind: 'archive', policyId: asks.policyId }}
          isPending={archived.isPending}
          problem={archived.problem}
          onSend={(applyTo) =>
            archived.change({ policyId: asks.policyId, archived: true, applyTo })
          }
          onClose={() => setAsks(undefined)}
        />
      ) : null}
    </div>
  );
}

/** Those that were taken out of use; restoring one asks for whom, as every change does. */
export function ArchivedPolicies({
  policies,
  mayChange,
}: {
  policies: readonly SlaPolicyView[];
  mayChange: boolean;
}) {
  const [asks, setAsks] = useState<SlaPolicyView>();
  const { change, isPending, problem } = useChange(archivePolicyAction, () => setAsks(undefined));
  return (
    <>
      <Archived
        about="No conversation comes under them. What they promised before stays promised."
        lines={policies.map((policy) => ({
          id: policy.policyId,
          name: policy.name,
          href: `/settings/promises/${policy.policyId}`,
          ...(mayChange && { onRestore: () => setAsks(policy) }),
        }))}
      />
      {asks ? (
        <ApplyQuestion
          title={`Restore “${asks.name}”`}
          send="Restore this policy"
          change={{ kind: 'restore', policyId: asks.policyId }}
          isPending={isPending}
          problem={problem}
          onSend={(applyTo) => change({ policyId: asks.policyId, archived: false, applyTo })}
          onClose={() => setAsks(undefined)}
        />
      ) : null}
    </>
  );
}

function idsOf(order: readonly SlaPolicyView[]): string[] {
  return order.filter(({ takesAll }) => !takesAll).map(({ policyId }) => policyId);
}

/** An order that is tried out; it starts anew when the server's is another one. */
function useOrder(policies: readonly SlaPolicyView[]) {
  const kept = policies.map(({ policyId }) => policyId);
  const [ids, setIds] = useState(kept);
  const [seen, setSeen] = useState(kept.join());
  const [moved, setMoved] = useState<{ id: string; by: 1 | -1 }>();
  const handled = useRef<typeof moved>(undefined);
  if (seen !== kept.join()) {
    setSeen(kept.join());
    setIds(kept);
  }
  const order = ids.flatMap((id) => policies.find(({ policyId }) => policyId === id) ?? []);

  // What moves in the document loses the focus; whoever moves a line by keyboard goes on with it.
  useEffect(() => {
    if (!moved || handled.current === moved) return;
    handled.current = moved;
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(`[data-moves="${moved.id}"]`)];
    const wanted = moved.by < 0 ? buttons : buttons.toReversed();
    wanted.find(({ disabled }) => !disabled)?.focus();
  }, [moved]);

  function move({ policyId }: SlaPolicyView, by: 1 | -1) {
    const from = ids.indexOf(policyId);
    setIds(ids.toSpliced(from, 1).toSpliced(from + by, 0, policyId));
    setMoved({ id: policyId, by });
  }

  const last = order.find(({ policyId }) => policyId === moved?.id);
  return {
    order,
    isMoved: ids.join() !== kept.join(),
    move,
    putBack: () => setIds(kept),
    said: last ? `${last.name} is number ${order.indexOf(last) + 1} now.` : null,
  };
}
