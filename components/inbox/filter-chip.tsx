'use client';

import { useQuery } from '@tanstack/react-query';
import type { Term } from '@/lib/domain/search/query';
import { Icon } from '../ui/icon';
import { labelsQuery } from './queries';

const words: Record<string, string> = {
  'status:open': 'open',
  'status:waiting': 'waiting on the customer',
  'status:on_hold': 'on hold',
  'status:snoozed': 'snoozed',
  'status:resolved': 'closed',
  'status:spam': 'spam',
  'is:unread': 'unread',
  'is:mentioned': 'names you',
  'is:public': 'in public',
  'is:private': 'in private',
  'has:attachment': 'has an attachment',
  'owner:me': 'yours',
  'owner:nobody': 'unassigned',
};

const labels: readonly Term['operator'][] = ['label', 'contactlabel'];
/** Where what is typed is no word to read. */
const names: Partial<Record<Term['operator'], string>> = { contactlabel: 'contact label' };

/** One filter of the search, in words, and the way to take it out. */
export function FilterChip({ term, onRemove }: { term: Term; onRemove: () => void }) {
  const { operator, value, negated } = term;
  const said = words[`${operator}:${value}`];
  const name = names[operator] ?? operator;
  return (
    <li className="flex h-6 max-w-full items-center rounded-sm border border-line bg-paper pl-1.5">
      {labels.includes(operator) ? <LabelMark name={value} /> : null}
      <span className="min-w-0 truncate">
        {negated ? <span className="text-ink-3">not </span> : null}
        {said ? null : <span className="text-ink-3">{name} </span>}
        <bdi>{said ?? value}</bdi>
      </span>
      <button
        type="button"
        aria-label={`Without the filter ${negated ? 'not ' : ''}${said ?? `${name} ${value}`}`}
        title="Take this filter out"
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center text-ink-3 hover:text-ink"
      >
        <Icon name="close" size={12} />
      </button>
    </li>
  );
}

function LabelMark({ name }: { name: string }) {
  const { data = [] } = useQuery(labelsQuery);
  const label = data.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!label) return null;
  return (
    <span
      aria-hidden
      data-label={label.colour}
      className="label-mark mr-1.5 size-2 shrink-0 rounded-full"
    />
  );
}
