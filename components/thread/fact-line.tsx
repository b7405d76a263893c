'use client';

import type { ThreadFact } from '@/lib/queries/inbox/views';
import { At } from '../ui/clock';
import { FactIcon } from './fact-icon';
import type { FactNames } from './fact-words';
import { factWords } from './fact-words';

/** Something that happened, told between the messages. */
export function FactLine({ fact, names }: { fact: ThreadFact; names: FactNames }) {
  const told = factWords(fact, names);
  if (!told) return null;
  return (
    <li className="mt-3.5 flex items-start gap-2 text-fact text-ink-3 pane:pl-10.5">
      <FactIcon type={fact.type} />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <bdi>{told}</bdi>, <At at={fact.at} />
      </span>
    </li>
  );
}
