'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useSearchParams } from 'next/navigation';
import type { JourneyKind } from '@/lib/domain/contact/journey';
import { journeyKinds, kindsAsked } from '@/lib/domain/contact/journey';
import type { JourneyItem as Item } from '@/lib/queries/contacts/journey';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { dayName } from '../ui/days';
import { JourneyItem } from './journey-item';
import { journeyQuery } from './queries';
import { journeyNames } from './words';

/** All that there is with a contact, day by day, of the kinds that the address asks for. */
export function Journey({ contactId, name }: { contactId: string; name: string }) {
  const kinds = kindsAsked(useSearchParams().get('show'));
  const query = useInfiniteQuery(journeyQuery(contactId, kinds));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section
      aria-labelledby="journey"
      className="grid grid-cols-[minmax(0,1fr)] content-start gap-3"
    >
      <h2 id="journey" className="font-title text-title">
        Journey
      </h2>
      <Filter kinds={kinds} />
      {query.isError && items.length === 0 ? (
        <p className="text-ink-2">The journey could not be read. It will be tried again.</p>
      ) : null}
      {query.isSuccess && items.length === 0 ? (
        <p className="text-ink-2">Nothing of this kind yet.</p>
      ) : null}
      <Days items={items} name={name} />
      {query.hasNextPage ? (
        <Button
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
          className="w-fit"
        >
          What came before
        </Button>
      ) : null}
    </section>
  );
}

function Days({ items, name }: { items: readonly Item[]; name: string }) {
  const { now, zone } = useClock();
  const days: { day: string; items: Item[] }[] = [];
  for (const item of items) {
    const day = dayName(item.at, now, zone);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days.map(({ day, items: those }) => (
    <div key={day}>
      <h3 className="mb-1.5 font-strong text-fact text-ink-3">{day}</h3>
      <ol aria-label={day} className="rounded-lg border border-line bg-panel">
        {those.map((item) => (
          <JourneyItem key={`${item.id} ${item.at}`} item={item} name={name} />
        ))}
      </ol>
    </div>
  ));
}

function Filter({ kinds }: { kinds: readonly JourneyKind[] }) {
  const isAll = kinds.length === journeyKinds.length;
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">Show</legend>
      <Choice pressed={isAll} onPress={() => show(null)}>
        All
      </Choice>
      {journeyKinds.map((kind) => {
        const pressed = !isAll && kinds.includes(kind);
        const others = isAll ? [] : kinds.filter((each) => each !== kind);
        return (
          <Choice
            key={kind}
            pressed={pressed}
            onPress={() => show(pressed ? others : [...others, kind])}
          >
            {journeyNames[kind]}
          </Choice>
        );
      })}
    </fieldset>
  );
}

function Choice({
  pressed,
  onPress,
  children,
}: {
  pressed: boolean;
  onPress: () => void;
  children: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={clsx(
        'h-7 rounded-sm border px-2.5 transition-colors duration-100',
        pressed ? 'border-ink bg-ink text-panel' : 'border-line bg-panel text-ink-2 hover:bg-hover',
      )}
    >
      {children}
    </button>
  );
}

/** The address says what is shown, so that it can be sent to a colleague. */
function show(kinds: readonly JourneyKind[] | null): void {
  const { pathname } = window.location;
  const named = kinds && kinds.length > 0 ? kindsAsked(kinds.join()) : null;
  const isSome = named !== null && named.length < journeyKinds.length;
  window.history.replaceState(null, '', isSome ? `${pathname}?show=${named.join()}` : pathname);
}
