'use client';

import { clsx } from 'clsx';
import { Face } from '../ui/face';
import type { Naming } from './naming';

export const namingListId = 'naming';
export const namingOptionId = (memberId: string) => `naming-${memberId}`;

/** The colleagues whom the letters after an @ may mean, above the field. */
export function NamingList({ naming }: { naming: Naming }) {
  const { people, at, choose } = naming;
  if (people.length === 0) return null;
  return (
    <div className="absolute bottom-full left-2 z-20 mb-1 w-64 max-w-[calc(100%-16px)] animate-rise rounded-lg border border-line-strong bg-panel p-1 shadow-float">
      <div role="listbox" id={namingListId} aria-label="Colleagues">
        {people.map((person, index) => (
          <div
            key={person.id}
            id={namingOptionId(person.id)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The field keeps the focus: the next letter belongs to it.
            onPointerDown={(event) => {
              event.preventDefault();
              choose(person);
            }}
            className={clsx(
              'flex h-8 cursor-default items-center gap-2 rounded-sm px-2 hover:bg-hover',
              index === at && 'bg-chosen',
            )}
          >
            <Face id={person.id} name={person.name} size="small" />
            <bdi className="min-w-0 flex-1 truncate">{person.name}</bdi>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {people.length === 1 ? '1 colleague' : `${people.length} colleagues`}
      </p>
    </div>
  );
}
