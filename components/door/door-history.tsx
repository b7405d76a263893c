'use client';

import { doorWords } from '@/lib/domain/channel/door';
import type { DoorView } from '@/lib/door';
import { useClock } from '../ui/clock';
import { exactTime } from '../ui/time';
import { broughtBy } from './words';

/** Who changed a door, how and exactly when; the newest first. */
export function DoorHistory({ door: { handle, network, history } }: { door: DoorView }) {
  const { zone } = useClock();
  if (history.length === 0) return null;
  return (
    <details>
      <summary className="w-fit cursor-pointer text-ink-2">
        History<span className="sr-only"> of @{handle}</span> ({history.length})
      </summary>
      <ol
        className="mt-2 grid gap-2 border-line border-l pl-3"
        aria-label={`What became of @${handle}’s door`}
      >
        {history.map((change) => (
          <li key={change.seq}>
            <p>{doorWords[change.to].title}</p>
            <p className="text-fact text-ink-3">
              {broughtBy(change, network)}
              {change.from === null
                ? ''
                : `; before that: ${doorWords[change.from].title.toLowerCase()}`}
              . <time dateTime={change.at}>{exactTime(change.at, zone)}</time>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
