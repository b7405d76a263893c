'use client';

import type { ThreadFact } from '@/lib/queries/inbox/thread-views';
import { goTo, inboxPath } from '../inbox/location';
import { At } from '../ui/at';
import { isPlainClick } from '../ui/soft-link';
import { FactIcon } from './fact-icon';
import type { FactNames } from './fact-words';
import { factWords } from './fact-words';

/** The way from a public conversation to the private one that it went on in, and back. */
function OtherSide({ fact: { type, data } }: { fact: ThreadFact }) {
  if (type !== 'conversation.handed_off') return null;
  const other = data['to'] ?? data['from'];
  if (typeof other !== 'string') return null;
  return (
    <>
      {' '}
      <a
        href={inboxPath('all', other)}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          goTo('all', other);
        }}
        className="text-ink-2 underline underline-offset-2 hover:text-ink"
      >
        {data['to'] ? 'Open the private conversation' : 'Open the public one'}
      </a>
    </>
  );
}

/** Something that happened, told between the messages. */
export function FactLine({ fact, names }: { fact: ThreadFact; names: FactNames }) {
  const told = factWords(fact, names);
  if (!told) return null;
  return (
    <li className="mt-3.5 flex items-start gap-2 text-fact text-ink-3 pane:pl-10.5">
      <FactIcon type={fact.type} />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <bdi>{told}</bdi>, <At at={fact.at} />
        <OtherSide fact={fact} />
      </span>
    </li>
  );
}
