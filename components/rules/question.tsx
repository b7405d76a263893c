'use client';

import { useId } from 'react';
import type { FieldName } from '@/lib/domain/permissions/suppose-fields';
import { Choice, FieldLabel } from './choice';

const asked: readonly FieldName[] = ['purpose', 'by', 'rules'];

/** What is asked of the two: why and by whom something is written, and under which rules. */
export function Question() {
  return (
    <section aria-label="Question" className="mb-6 flex flex-wrap gap-x-6 gap-y-3">
      {asked.map((name) => (
        <Asked key={name} name={name} />
      ))}
    </section>
  );
}

function Asked({ name }: { name: FieldName }) {
  const label = useId();
  return (
    <div className="min-w-0">
      <FieldLabel name={name} id={label} className="mb-1 block text-fact text-ink-3" />
      <Choice name={name} labelledBy={label} />
    </div>
  );
}
