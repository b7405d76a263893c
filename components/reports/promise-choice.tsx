'use client';

import { priorities } from '@/lib/domain/conversation/conversation';
import type { PromiseFilter, PromisesAsked } from '@/lib/domain/reports/promises';
import { promisesAsked } from '@/lib/domain/reports/promises';
import { priorityNames } from '../thread/priority-names';
import { Choose, TimeChoice } from './choose';
import { promisesPath } from './paths';

type Named = { id: string; name: string };

/** What promises can be narrowed to, by name. */
export type PromiseNames = Record<'channels' | 'teams' | 'members' | 'labels', readonly Named[]>;

type Part = Exclude<keyof PromiseFilter, 'hour'>;

/** What the report of promises is about; each choice is an address. */
export function PromiseChoice({
  asked,
  zones,
  names,
}: {
  asked: PromisesAsked;
  zones: readonly string[];
  names: PromiseNames;
}) {
  const choices: { part: Part; label: string; none: string | null; named: readonly Named[] }[] = [
    { part: 'channel', label: 'Channel', none: null, named: names.channels },
    { part: 'team', label: 'Team', none: 'No team', named: names.teams },
    { part: 'member', label: 'Member', none: 'Nobody', named: names.members },
    { part: 'priority', label: 'Priority', none: null, named: namedPriorities },
    { part: 'label', label: 'Label', none: 'No label', named: names.labels },
  ];
  return (
    <TimeChoice asked={asked} zones={zones} pathOf={(time) => promisesPath({ ...asked, ...time })}>
      {choices.map(({ part, label, none, named: those }) => (
        <Choose
          key={part}
          label={label}
          value={asked.filter[part] ?? ''}
          options={[
            ['', 'All'],
            ...those.map(({ id, name }) => [id, name] as const),
            ...(none === null ? [] : [['none', none] as const]),
          ]}
          pathOf={(value) => promisesPath(narrowed(asked, part, value))}
        />
      ))}
    </TimeChoice>
  );
}

function narrowed(asked: PromisesAsked, part: Part, value: string): PromisesAsked {
  // The address knows which values there are.
  const { filter } = promisesAsked({ [part]: value }, { now: new Date(0), zone: asked.zone });
  return { ...asked, filter: { ...asked.filter, [part]: filter[part] } };
}

const namedPriorities: readonly Named[] = priorities
  .toReversed()
  .map((id) => ({ id, name: priorityNames[id] }));
