'use client';

import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { Late } from '../shell/late';
import type { Conversation } from '../thread/conversation';
import { targetsQuery } from './queries';
import { TargetLine } from './target-line';

const PromisesSheet = lazy(() =>
  import('./promises-sheet').then((loaded) => ({ default: loaded.PromisesSheet })),
);

/** The others are behind the way to the working. */
const mostShown = 5;

/** What is and was promised in this visit, each with the way to its working. Nothing where nothing was. */
export function Promises({ conversation }: { conversation: Conversation }) {
  const { data } = useQuery(targetsQuery(conversation.id));
  const [shown, setShown] = useState<string | null>(null);
  const targets = data?.targets ?? [];
  const [next] = targets;
  if (targets.length === 0 && conversation.ring === null) return null;
  return (
    <section aria-label="Promises" className="min-h-26">
      <div className="mb-1 flex items-center justify-between gap-2">
        <h2 className="font-strong text-fact text-ink-3">Promises</h2>
        {next ? (
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={() => setShown(next.id)}
            className="text-fact text-ink-2 underline-offset-2 hover:text-ink hover:underline"
          >
            Show the working
          </button>
        ) : null}
      </div>
      <ul>
        {targets.slice(0, mostShown).map((target) => (
          <li key={target.id}>
            <button
              type="button"
              title="Show the working"
              aria-haspopup="dialog"
              onClick={() => setShown(target.id)}
              className="-mx-2 block w-[calc(100%+16px)] rounded-sm px-2 py-1 text-left hover:bg-hover"
            >
              <TargetLine target={target} />
            </button>
          </li>
        ))}
      </ul>
      {shown ? (
        <Late>
          <PromisesSheet conversation={conversation} first={shown} onClose={() => setShown(null)} />
        </Late>
      ) : null}
    </section>
  );
}
