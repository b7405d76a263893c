'use client';

import { Plus, X } from 'lucide-react';
import { mostSteps } from '@/lib/domain/sla/limits';
import type { Effect, Metric } from '@/lib/domain/sla/policy';
import { audiences, metrics } from '@/lib/domain/sla/policy';
import { box } from '../hours/clock-field';
import { Button, IconButton } from '../ui/button';
import { offered } from './conditions';
import type { PolicyDraft } from './draft';
import { DurationField } from './promise-fields';
import { Several } from './several';
import type { StepDraft, When } from './step-draft';
import type { namedThings } from './things';
import { audienceWords, metricWords } from './words';

type Names = ReturnType<typeof namedThings>;

type Part = {
  steps: readonly StepDraft[];
  promises: PolicyDraft['promises'];
  named: Names;
  problems: Readonly<Record<string, string>>;
  mayChange: boolean;
  onChange: (steps: readonly StepDraft[]) => void;
};

/** What happens before a promise is due and after, each once for each target. */
export function Steps({ steps, promises, named, problems, mayChange, onChange }: Part) {
  const promised = metrics.filter((metric) => promises[metric].on);
  const shown = steps.filter(({ metric }) => promises[metric].on);
  const [first] = promised;
  return (
    <div className="grid gap-2">
      {shown.length === 0 ? (
        <p className="text-ink-2">
          Nothing more happens by itself. Whoever has it hears when it is at risk, and they and the
          leads when it is broken.
        </p>
      ) : (
        <ol className="border-line border-y">
          {shown.map((step, no) => (
            <StepLine
              key={step.id}
              no={no}
              step={step}
              promised={promised}
              named={named}
              problems={problems}
              mayChange={mayChange}
              onChange={(part) =>
                onChange(steps.map((each) => (each === step ? { ...each, ...part } : each)))
              }
              onRemove={() => onChange(steps.filter((each) => each !== step))}
            />
          ))}
        </ol>
      )}
      {mayChange && first && shown.length < mostSteps ? (
        <Button className="w-fit" onClick={() => onChange([...steps, stepFor(first)])}>
          <Plus aria-hidden size={14} />
          Add a step
        </Button>
      ) : null}
    </div>
  );
}

function stepFor(metric: Metric): StepDraft {
  const id = `step-${crypto.randomUUID().slice(0, 8)}`;
  const effects: Effect[] = [{ kind: 'notify', who: 'owner' }];
  return { id, metric, when: 'before', amount: '15 m', effects };
}

function StepLine({
  no,
  step,
  promised,
  named,
  problems,
  mayChange,
  onChange,
  onRemove,
}: {
  no: number;
  step: StepDraft;
  promised: readonly Metric[];
  named: Names;
  problems: Readonly<Record<string, string>>;
  mayChange: boolean;
  onChange: (part: Partial<StepDraft>) => void;
  onRemove: () => void;
}) {
  const of = `Step ${no + 1}`;
  return (
    <li className="grid gap-2 border-line border-b py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-start gap-2">
        <select
          aria-label={`${of}: promise`}
          value={step.metric}
          onChange={({ target }) => {
            const metric = promised.find((each) => each === target.value);
            if (metric) onChange({ metric });
          }}
          className={box}
        >
          {promised.map((metric) => (
            <option key={metric} value={metric}>
              {metricWords[metric].label}
            </option>
          ))}
        </select>
        <Moment of={of} step={step} problem={problems[`steps.${no}.at`]} onChange={onChange} />
        {mayChange ? (
          <IconButton
            label={`Remove step ${no + 1}`}
            hint="Remove"
            className="mt-0.5"
            onClick={onRemove}
          >
            <X aria-hidden size={14} />
          </IconButton>
        ) : null}
      </div>
      <Several
        label={`${of}: what happens`}
        add={step.effects.length > 0 ? 'Change' : 'Choose'}
        none="Nothing yet"
        choices={effectChoices(named, step.effects)}
        chosen={step.effects.map(idOf)}
        problem={problems[`steps.${no}.effects`]}
        mayChange={mayChange}
        onChange={(ids) => onChange({ effects: ids.map(effectOf) })}
      />
    </li>
  );
}

const whens = {
  percent: 'at a share of its time',
  before: 'before it is due',
  after: 'after it was due',
} as const satisfies Record<When, string>;

function Moment({
  of,
  step: { when, amount },
  problem,
  onChange,
}: {
  of: string;
  step: StepDraft;
  problem: string | undefined;
  onChange: (part: Partial<StepDraft>) => void;
}) {
  return (
    <>
      <select
        aria-label={`${of}: when`}
        value={when}
        onChange={({ target }) => {
          const next = target.value as When;
          const fits = (next === 'percent') === (when === 'percent');
          onChange({ when: next, ...(!fits && { amount: next === 'percent' ? '75' : '15 m' }) });
        }}
        className={box}
      >
        {Object.entries(whens).map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      <span className="flex w-32 items-start gap-1.5">
        <DurationField
          of={`${of}: ${when === 'percent' ? 'percent' : 'how long'}`}
          clock="always"
          value={amount}
          problem={problem}
          onChange={(text) => onChange({ amount: text })}
        />
        {when === 'percent' ? <span className="py-1.5 text-ink-2">%</span> : null}
      </span>
    </>
  );
}

function idOf(effect: Effect): string {
  switch (effect.kind) {
    case 'notify':
      return `notify:${effect.who}`;
    case 'notify_member':
      return `member:${effect.memberId}`;
    case 'label':
      return `label:${effect.labelId}`;
    case 'team':
      return `team:${effect.teamId}`;
    case 'raise':
    case 'unassign':
      return effect.kind;
  }
}

function effectOf(id: string): Effect {
  const [kind, rest = ''] = id.split(':');
  const who = audiences.find((audience) => audience === rest);
  if (kind === 'notify' && who) return { kind, who };
  if (kind === 'member') return { kind: 'notify_member', memberId: rest };
  if (kind === 'label') return { kind, labelId: rest };
  if (kind === 'team') return { kind, teamId: rest };
  return kind === 'raise' ? { kind } : { kind: 'unassign' };
}

function effectChoices({ memberIds, labelIds, teamIds }: Names, effects: readonly Effect[]) {
  const told = effects.flatMap((each) => (each.kind === 'notify_member' ? [each.memberId] : []));
  const put = effects.flatMap((each) => (each.kind === 'label' ? [each.labelId] : []));
  const given = effects.flatMap((each) => (each.kind === 'team' ? [each.teamId] : []));
  return [
    ...audiences.map((who) => ({ id: `notify:${who}`, label: audienceWords[who] })),
    { id: 'raise', label: 'Raise its priority by one' },
    { id: 'unassign', label: 'Take it from its owner' },
    ...offered(teamIds, given).map((team) => ({
      ...team,
      id: `team:${team.id}`,
      label: `Give it to ${team.label}`,
    })),
    ...offered(memberIds, told).map((member) => ({
      ...member,
      id: `member:${member.id}`,
      label: `Tell ${member.label}`,
    })),
    ...offered(labelIds, put).map((label) => ({
      ...label,
      id: `label:${label.id}`,
      label: `Label it ${label.label}`,
    })),
  ];
}
