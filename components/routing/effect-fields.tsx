'use client';

import type { ReactNode } from 'react';
import { offered } from '../promises/conditions';
import { Several } from '../promises/several';
import { priorityNames } from '../thread/priority-names';
import { Choose } from './boxes';
import { namesOffered } from './condition-fields';
import type { EffectsDraft } from './draft';
import type { Known } from './known';

type Fields = {
  effects: EffectsDraft;
  known: Known;
  problems: Readonly<Record<string, string>>;
  mayChange: boolean;
  onChange: (effects: EffectsDraft) => void;
};

const singles = [
  { field: 'teamId', name: 'Team', kind: 'teams', none: 'As it is' },
  { field: 'ownerId', name: 'Owner', kind: 'members', none: 'As it is' },
  { field: 'policyId', name: 'SLA policy', kind: 'policies', none: 'By its conditions' },
] as const;

const lists = [
  { field: 'addLabelIds', name: 'Put on', kind: 'labels', add: 'Choose labels', none: 'No label' },
  {
    field: 'removeLabelIds',
    name: 'Take off',
    kind: 'labels',
    add: 'Choose labels',
    none: 'No label',
  },
  {
    field: 'requiredSkillIds',
    name: 'Needs',
    kind: 'skills',
    add: 'Choose skills',
    none: 'No skill',
  },
  {
    field: 'preferredSkillIds',
    name: 'Better with',
    kind: 'skills',
    add: 'Choose skills',
    none: 'No skill',
  },
] as const;

/** What a rule does where it holds. What is not chosen stays as it is. */
export function EffectFields(fields: Fields) {
  const { effects, known, problems, mayChange, onChange } = fields;
  const shown = lists.filter(
    ({ field, kind }) => known.things[kind].length > 0 || effects[field].length > 0,
  );
  return (
    <dl className="border-line border-y">
      <Single {...fields} {...singles[0]} />
      <Row name="Priority">
        <Urgency {...fields} />
      </Row>
      {shown.map(({ field, name, kind, add, none }) => (
        <Row key={field} name={name}>
          <Several
            label={name}
            add={add}
            none={none}
            choices={offered(known.things[kind], effects[field])}
            chosen={effects[field]}
            problem={problems[`effects.${field}`]}
            mayChange={mayChange}
            onChange={(ids) => onChange({ ...effects, [field]: ids })}
          />
        </Row>
      ))}
      <Single {...fields} {...singles[2]} />
      <Single {...fields} {...singles[1]} />
    </dl>
  );
}

function Single({
  effects,
  known,
  problems,
  onChange,
  field,
  name,
  kind,
  none,
}: Fields & (typeof singles)[number]) {
  const problem = problems[`effects.${field}`];
  return (
    <Row name={name}>
      <Choose
        label={name}
        value={effects[field]}
        isWrong={problem !== undefined}
        choices={{ '': none, ...namesOffered(known.things[kind], effects[field]) }}
        onChange={(id) => onChange({ ...effects, [field]: id })}
      />
      {problem ? <p className="mt-1 text-breach text-fact">{problem}</p> : null}
    </Row>
  );
}

function Urgency({ effects, onChange }: Fields) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {effects.priority === '' ? null : (
        <Choose
          label="Priority: at least or exactly"
          value={effects.atLeast ? 'least' : 'to'}
          choices={{ least: 'at least', to: 'exactly' }}
          onChange={(value) => onChange({ ...effects, atLeast: value === 'least' })}
        />
      )}
      <Choose
        label="Priority"
        value={effects.priority}
        choices={{ '': 'As it is', ...priorityNames }}
        onChange={(priority) => onChange({ ...effects, priority })}
      />
    </div>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-3 gap-y-1 border-line border-b py-2 last:border-b-0 sm:grid-cols-[124px_minmax(0,1fr)] sm:items-center">
      <dt className="font-medium">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
