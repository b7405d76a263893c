'use client';

import type { ReactNode } from 'react';
import { priorities } from '@/lib/domain/conversation/conversation';
import { priorityNames } from '../thread/priority-names';
import { Check, toggled } from './check';
import type { PolicyDraft } from './draft';
import { Several } from './several';
import type { Named, namedThings } from './things';

type Chosen = PolicyDraft['conditions'];

const lists = [
  { field: 'channelIds', name: 'Channel', none: 'Any channel', add: 'Choose channels' },
  { field: 'teamIds', name: 'Team', none: 'Any team, or none', add: 'Choose teams' },
  { field: 'labelIds', name: 'Labels', none: 'Whatever it carries', add: 'Choose labels' },
] as const;

/** Which conversations a policy is for: all that is chosen must fit, one of each list is enough. */
export function ConditionFields({
  conditions,
  named,
  problems,
  mayChange,
  onChange,
}: {
  conditions: Chosen;
  named: ReturnType<typeof namedThings>;
  problems: Readonly<Record<string, string>>;
  mayChange: boolean;
  onChange: (conditions: Chosen) => void;
}) {
  return (
    <dl className="border-line border-y">
      {lists.map(({ field, name, none, add }) => (
        <Row key={field} name={name}>
          <Several
            label={name}
            add={add}
            none={none}
            choices={offered(named[field], conditions[field])}
            chosen={conditions[field]}
            problem={problems[`conditions.${field}`]}
            mayChange={mayChange}
            onChange={(ids) => onChange({ ...conditions, [field]: ids })}
          />
        </Row>
      ))}
      <Row name="Priority">
        <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <legend className="sr-only">Priority</legend>
          {priorities.map((priority) => (
            <Check
              key={priority}
              checked={conditions.priorities.includes(priority)}
              onChange={(on) =>
                onChange({
                  ...conditions,
                  priorities: toggled(priorities, conditions.priorities, priority, on),
                })
              }
            >
              {priorityNames[priority]}
            </Check>
          ))}
          {conditions.priorities.length === 0 ? (
            <span className="text-ink-3">With none ticked, any.</span>
          ) : null}
        </fieldset>
      </Row>
    </dl>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-1 border-line border-b py-2 last:border-b-0 sm:grid-cols-[88px_minmax(0,1fr)] sm:items-center">
      <dt className="font-medium">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** What is out of use is shown where it was chosen before. */
export function offered(things: readonly Named[], chosen: readonly string[]) {
  return things
    .filter(({ id, gone }) => !gone || chosen.includes(id))
    .map(({ id, name, gone }) => ({ id, label: name, ...(gone && { hint: 'not in use' }) }));
}
