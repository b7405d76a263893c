'use client';

import { useState } from 'react';
import type { SlaPolicyView } from '@/lib/queries/sla/settings';
import { Notice } from '../entrance/notice';
import { Archived } from '../settings/archived';
import { Unsaved } from '../settings/unsaved';
import { UnsavedOrder } from '../settings/unsaved-order';
import { useChange } from '../settings/use-change';
import { buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import { archivePolicyAction, orderPoliciesAction } from './actions';
import { ApplyQuestion } from './apply-question';
import { PolicyLine } from './policy-line';
import type { Things } from './things';
import { useOrder } from './use-order';

type Part = { policies: readonly SlaPolicyView[]; things: Things; mayChange: boolean };

/** The policies in the order in which they are asked; the first that fits takes a conversation. */
export function PolicyList({ policies, things, mayChange }: Part) {
  const { order, isMoved, move, putBack, said } = useOrder(policies, idOf);
  const [asks, setAsks] = useState<'order' | SlaPolicyView>();
  const ordered = useChange(orderPoliciesAction, () => setAsks(undefined));
  const archived = useChange(archivePolicyAction, () => setAsks(undefined));
  const movable = order.filter(({ takesAll }) => !takesAll).length;
  return (
    <div className="grid gap-3">
      <Unsaved when={isMoved && !ordered.isPending} />
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
      {isMoved ? (
        <UnsavedOrder
          isPending={false}
          onSave={() => setAsks('order')}
          onPutBack={() => putBack()}
        />
      ) : null}
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

const idOf = ({ policyId }: SlaPolicyView) => policyId;

function idsOf(order: readonly SlaPolicyView[]): string[] {
  return order.filter(({ takesAll }) => !takesAll).map(({ policyId }) => policyId);
}
