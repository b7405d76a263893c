'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { dayName } from '../ui/days';
import { clockTime, exactTime } from '../ui/time';
import { contactChangeWords } from './contact-change-words';
import type { Conversation } from './conversation';
import { FactIcon } from './fact-icon';
import { useFactNames } from './fact-names';
import { factWords } from './fact-words';
import { activityQuery } from './past-queries';

/** Everything that happened in a conversation, the newest first. */
export function Activity({ conversation: { id, contactName } }: { conversation: Conversation }) {
  const names = useFactNames(contactName);
  const { now, zone } = useClock();
  const query = useInfiniteQuery(activityQuery(id));
  const facts = query.data?.pages.flatMap((page) => page.items) ?? [];
  const told = facts.flatMap((fact) => {
    const words = contactChangeWords(fact, names) ?? factWords(fact, names);
    return words ? [{ fact, words, day: dayName(fact.at, now, zone) }] : [];
  });
  if (query.isError && told.length === 0) return <p className="text-ink-3">No activity to show.</p>;
  return (
    <section>
      <h2 className="mb-2 font-strong text-fact text-ink-3">Activity</h2>
      <ol className="grid gap-1.5">
        {told.map(({ fact, words, day }, index) => (
          <li key={fact.seq} className="grid grid-cols-[14px_minmax(0,1fr)] gap-x-2 text-fact">
            <span className="text-ink-3">
              <FactIcon type={fact.type} />
            </span>
            <span className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">
              <bdi>{words}</bdi>{' '}
              <time
                dateTime={fact.at}
                title={exactTime(fact.at, zone)}
                className="whitespace-nowrap text-ink-3 tabular-nums"
              >
                {day === told[index - 1]?.day ? '' : `${day}, `}
                {clockTime(fact.at, zone)}
              </time>
            </span>
          </li>
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button
          tone="quiet"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
          className="-ml-2.5 mt-1.5"
        >
          What came before
        </Button>
      ) : null}
    </section>
  );
}
