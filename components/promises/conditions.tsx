'use client';

import type { ReactNode } from 'react';
import { contactKinds } from '@/lib/domain/contact/contact';
import { priorities } from '@/lib/domain/conversation/conversation';
import { box } from '../hours/clock-field';
import { kindNames } from '../routing/kind-names';
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
        <Ticks
          name="Priority"
          all={priorities}
          chosen={conditions.priorities}
          names={priorityNames}
          onChange={(some) => onChange({ ...conditions, priorities: some })}
        />
      </Row>
      <Row name="Contact">
        <Ticks
          name="Contact"
          all={contactKinds}
          chosen={conditions.contactKinds}
          names={kindNames}
          onChange={(some) => onChange({ ...conditions, contactKinds: some })}
        />
      </Row>
      <Row name="VIP">
        <select
          aria-label="VIP"
          value={String(conditions.vip ?? 'any')}
          onChange={({ target: { value } }) =>
            onChange({ ...conditions, vip: value === 'any' ? null : value === 'true' })
          }
          className={box}
        >
          <option value="any">Whether or not</option>
          <option value="true">Only VIPs</option>
          <option value="false">Only others</option>
        </select>
      </Row>
    </dl>
  );
}

function Ticks<T extends string>({
  name,
  all,
  chosen,
  names,
  onChange,
}: {
  name: string;
  all: readonly T[];
  chosen: readonly T[];
  names: Readonly<Record<T, string>>;
  onChange: (chosen: readonly T[]) => void;
}) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <legend className="sr-only">{name}</legend>
      {all.map((one) => (
        <Check
          key={one}
          checked={chosen.includes(one)}
          onChange={(on) => onChange(toggled(all, chosen, one, on))}
        >
          {names[one]}
        </Check>
      ))}
      {chosen.length === 0 ? <span className="text-ink-3">With none ticked, any.</span> : null}
    </fieldset>
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
