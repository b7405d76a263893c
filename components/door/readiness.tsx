'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import type { ReadinessItem, ReadinessState } from '@/lib/domain/readiness/readiness';
import { readinessKeys, readinessOf, tallyOf } from '@/lib/domain/readiness/readiness';
import type { ReadinessView } from '@/lib/queries/door/readiness';
import { useClock } from '../ui/clock';
import { SoftLink } from '../ui/soft-link';
import { readinessQuery } from './queries';
import { evidence, gapWords, questions } from './readiness-words';

const MOST_GAPS = 5;

const words: Record<ReadinessState | 'measuring', { word: string; tone: string }> = {
  ready: { word: 'Ready', tone: 'bg-met-wash text-met' },
  not_ready: { word: 'Not ready', tone: 'bg-amber-wash text-amber-ink' },
  not_measured: {
    word: 'Not yet measured',
    tone: 'bg-sunken text-ink-2 ring-1 ring-line ring-inset',
  },
  measuring: { word: 'Measuring', tone: 'bg-sunken text-ink-3 ring-1 ring-line ring-inset' },
};

/** Whether the team is ready for more messages: each question, its answer, what that rests on. */
export function Readiness() {
  const { view, items, isError } = useReadiness();
  if (isError) return <p className="text-ink-2">It could not be measured just now.</p>;
  return (
    <>
      <p role="status" className="mb-2 min-h-5 text-ink-2">
        {items ? tallyWords(items) : null}
      </p>
      <ul className="rounded-lg border border-line bg-panel">
        {readinessKeys.map((key) => (
          <Item
            key={key}
            of={key}
            state={items?.find((item) => item.key === key)?.state ?? 'measuring'}
            view={view}
          />
        ))}
      </ul>
    </>
  );
}

/** The same in one line for each question, where somebody is about to open a door. */
export function ReadinessInShort() {
  const { items } = useReadiness();
  return (
    <section aria-label="Before it opens" className="grid gap-1.5">
      <h3 className="font-strong">Before it opens</h3>
      <ul className="grid gap-1">
        {readinessKeys.map((key) => (
          <li key={key} className="grid grid-cols-[8.5rem_minmax(0,1fr)] items-baseline">
            <span>
              <State of={items?.find((item) => item.key === key)?.state ?? 'measuring'} />
            </span>
            <span className="text-ink-2">{questions[key].asks}</span>
          </li>
        ))}
      </ul>
      <p className="text-fact text-ink-3">
        {items ? `${tallyWords(items)} ` : ''}What it rests on stands at the foot of this page.
      </p>
    </section>
  );
}

function useReadiness() {
  const { zone } = useClock();
  const { data: view, isError } = useQuery(readinessQuery(zone));
  return { view, items: view && readinessOf(view.measured), isError };
}

function Item({
  of,
  state,
  view,
}: {
  of: ReadinessItem['key'];
  state: ReadinessState | 'measuring';
  view: ReadinessView | undefined;
}) {
  const { asks, href, place } = questions[of];
  return (
    <li className="grid gap-1 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-60 font-strong">{asks}</h3>
        <State of={state} />
      </div>
      <div className="min-h-5 text-ink-2">
        {view ? evidence[of](view).map((sentence) => <p key={sentence}>{sentence}</p>) : null}
        {of === 'people' && view ? <Gaps view={view} /> : null}
      </div>
      <p>
        <SoftLink href={href} className="text-ink-2 underline">
          {place}
        </SoftLink>
      </p>
    </li>
  );
}

function Gaps({ view }: { view: ReadinessView }) {
  const gaps = gapWords(view.measured, MOST_GAPS);
  if (gaps.length === 0) return null;
  return (
    <>
      <p className="mt-1">Nobody usually works, by your clock, in:</p>
      <ul className="list-disc pl-5">
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </>
  );
}

function State({ of }: { of: ReadinessState | 'measuring' }) {
  const { word, tone } = words[of];
  return <span className={clsx('rounded-sm px-2 py-0.5 font-strong text-fact', tone)}>{word}</span>;
}

function tallyWords(items: readonly ReadinessItem[]): string {
  const { all, measured, ready } = tallyOf(items);
  return `${measured} of ${all} measured; ${ready} ready.`;
}
