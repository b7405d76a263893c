'use client';

import { useQuery } from '@tanstack/react-query';
import type { DragEvent } from 'react';
import { useState } from 'react';
import { namesOf } from '@/lib/domain/rules/names';
import type { Trial as Tried } from '@/lib/domain/rules/trial';
import type { RoutingView, RuleView } from '@/lib/queries/rulebook/settings';
import { Notice } from '../entrance/notice';
import { useOrder } from '../promises/use-order';
import { Section } from '../settings/page-frame';
import { Unsaved } from '../settings/unsaved';
import { UnsavedOrder } from '../settings/unsaved-order';
import { buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import { useDragged } from '../ui/use-dragged';
import { archiveRuleAction, orderRulesAction } from './actions';
import { ModeChoice } from './mode-choice';
import { rulesQuery } from './queries';
import { ArchivedLine, RuleLine } from './rule-line';
import { Trial } from './trial';
import { useRulesChange } from './use-changed';

/** The rules of the workspace in their order, how they stand to each other, and what they would do. */
export function Routing({ mayChange }: { mayChange: boolean }) {
  const { data } = useQuery(rulesQuery);
  if (!data) return null;
  return <Rules routing={data} mayChange={mayChange} />;
}

const idOf = ({ ruleId }: RuleView) => ruleId;

/** A rule in the hand, and the order that stands again if it is not dropped among the others. */
type Dragged = { ruleId: string; before: readonly string[] };

function Rules({ routing, mayChange }: { routing: RoutingView; mayChange: boolean }) {
  const inUse = routing.rules.filter(({ archived }) => !archived);
  const [trial, setTrial] = useState<Tried>();
  const order = useOrder(inUse, idOf);
  return (
    <>
      {inUse.length > 0 ? (
        <Section id="rule-mode" title="How they stand to each other">
          <ModeChoice mode={routing.mode} mayChange={mayChange} />
        </Section>
      ) : null}
      <Section id="rules" title={`In use (${inUse.length})`}>
        <InUse routing={routing} order={order} trial={trial} mayChange={mayChange} />
      </Section>
      {mayChange && inUse.length > 0 ? (
        <Section id="trial" title="Try them out">
          <p className="mb-2 max-w-140 text-ink-2">
            What the rules in this order would do to the newest message of each of the latest
            conversations. Nothing is changed.
          </p>
          <Trial
            draft={null}
            order={order.isMoved ? order.order.map(idOf) : null}
            onTried={setTrial}
          />
        </Section>
      ) : null}
      <Archived routing={routing} mayChange={mayChange} />
    </>
  );
}

function InUse({
  routing,
  order: { order, isMoved, move, place, putBack, said },
  trial,
  mayChange,
}: {
  routing: RoutingView;
  order: ReturnType<typeof useOrder<RuleView>>;
  trial: Tried | undefined;
  mayChange: boolean;
}) {
  const ordered = useRulesChange(orderRulesAction);
  const [dragged, drag] = useDragged<Dragged>();
  const names = namesOf(routing.things);
  return (
    <div {...(dragged ? droppable : {})} className="grid gap-3">
      <Unsaved when={isMoved && !ordered.isPending} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <Notice message={ordered.problem} />
      {order.length === 0 ? (
        <p className="text-ink-2">
          No rule yet, so messages go where people put them. A rule looks at what comes in, such as
          “a complaint from a journalist”, and gives it to a team.
        </p>
      ) : (
        <ol className="rounded-lg border border-line bg-panel">
          {order.map((rule, index) => (
            <RuleLine
              key={rule.ruleId}
              rule={rule}
              no={index + 1}
              names={names}
              held={trial?.counts[rule.versionId] ?? null}
              asked={trial?.asked ?? 0}
              mayChange={mayChange}
              mayUp={index > 0}
              mayDown={index < order.length - 1}
              isDragged={dragged?.ruleId === rule.ruleId}
              onDrag={() => drag({ ruleId: rule.ruleId, before: order.map(idOf) })}
              onDragOver={(after) => {
                if (dragged) place(dragged.ruleId, { id: rule.ruleId, after });
              }}
              onDragEnd={(isDropped) => {
                if (dragged && !isDropped) putBack(dragged.before);
                drag(null);
              }}
              onMove={(by) => move(rule, by)}
            />
          ))}
        </ol>
      )}
      {isMoved ? (
        <UnsavedOrder
          isPending={ordered.isPending}
          onSave={() => ordered.change({ order: order.map(idOf) })}
          onPutBack={() => putBack()}
        />
      ) : null}
      {mayChange ? (
        <SoftLink
          href="/settings/routing/new"
          className={buttonClass(order.length === 0 ? 'go' : 'plain', 'w-fit')}
        >
          {order.length === 0 ? 'First rule' : 'New rule'}
        </SoftLink>
      ) : null}
    </div>
  );
}

/** Whoever lets go just below the last rule means the end of the list. */
const droppable = {
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop: (event: DragEvent) => event.preventDefault(),
};

function Archived({ routing, mayChange }: { routing: RoutingView; mayChange: boolean }) {
  const { change, isPending, problem } = useRulesChange(archiveRuleAction);
  const archived = routing.rules.filter((rule) => rule.archived);
  if (archived.length === 0) return null;
  const names = namesOf(routing.things);
  return (
    <Section id="archived-rules" title={`Archived (${archived.length})`}>
      <Notice message={problem} />
      <ul className="rounded-lg border border-line bg-panel">
        {archived.map((rule) => (
          <ArchivedLine
            key={rule.ruleId}
            rule={rule}
            names={names}
            mayRestore={mayChange && !isPending}
            onRestore={() => change({ ruleId: rule.ruleId, archived: false })}
          />
        ))}
      </ul>
    </Section>
  );
}
