'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { namesOf } from '@/lib/domain/rules/names';
import type { Trial as Tried } from '@/lib/domain/rules/trial';
import type { RoutingView, RuleView } from '@/lib/queries/rulebook/settings';
import { Notice } from '../entrance/notice';
import { useOrder } from '../promises/use-order';
import { Section } from '../settings/page-frame';
import { Unsaved } from '../settings/unsaved';
import { Button, buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
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
  const [dragged, setDragged] = useState<string | null>(null);
  const names = namesOf(routing.things);
  return (
    <div className="grid gap-3">
      <Unsaved when={isMoved && !ordered.isPending} />
      {isMoved ? (
        <div className="flex flex-wrap items-center gap-2 rounded-sm bg-amber-wash px-3 py-2 text-amber-ink">
          <p className="mr-1">This order is not saved yet.</p>
          <Button
            tone="go"
            disabled={ordered.isPending}
            onClick={() => ordered.change({ order: order.map(idOf) })}
          >
            Save this order
          </Button>
          <Button onClick={putBack}>Put back</Button>
        </div>
      ) : null}
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
              isDragged={dragged === rule.ruleId}
              onDrag={setDragged}
              onDragOver={() => {
                if (dragged !== null) place(dragged, rule.ruleId);
              }}
              onMove={(by) => move(rule, by)}
            />
          ))}
        </ol>
      )}
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
