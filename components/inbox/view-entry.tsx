'use client';

import { clsx } from 'clsx';
import { lazy, Suspense, useRef, useState } from 'react';
import type { View } from '@/lib/domain/conversation/view';
import { Icon } from '../ui/icon';
import { isPlainClick } from '../ui/soft-link';
import { goTo, inboxPath } from './location';
import type { ViewMenuShown } from './view-menu';

const ViewMenu = lazy(() => import('./view-menu').then((loaded) => ({ default: loaded.ViewMenu })));

/** What is done with is not counted: nobody has to get to the end of it. */
const uncounted: readonly View[] = ['resolved', 'spam', 'all'];

/** What is more than a number wherever it is not nothing. */
const tones: Partial<Record<View, string>> = {
  due: 'font-title text-amber-ink',
  breached: 'font-title text-breach',
  review: 'font-title text-breach',
};

type Props = {
  view: View;
  name: string;
  /** A saved one that this person may change. */
  changeable: boolean;
  current: boolean;
  /** The one that Tab reaches. */
  reachable: boolean;
  count: number | undefined;
  cap: number;
  onFocus: (view: View) => void;
  onChosen: (() => void) | undefined;
};

/** A view in the column: its name, and how much stands in it where there is room for any number. */
export function ViewEntry({
  view,
  name,
  changeable,
  current,
  reachable,
  count,
  cap,
  onFocus,
  onChosen,
}: Props) {
  return (
    <li className="group/entry relative">
      <a
        href={inboxPath(view)}
        tabIndex={reachable ? 0 : -1}
        onFocus={() => onFocus(view)}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          goTo(view, null, {});
          onChosen?.();
        }}
        {...(current ? { 'aria-current': 'page' } : {})}
        className={clsx(
          'flex h-7 items-center gap-2 rounded-sm px-2 text-ink-2 -outline-offset-2 hover:bg-hover max-full:h-9',
          'aria-[current]:bg-chosen aria-[current]:font-[530] aria-[current]:text-ink',
        )}
      >
        <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
        {uncounted.includes(view) ? null : (
          <Count of={count} cap={cap} tone={tones[view]} hides={changeable} />
        )}
      </a>
      {changeable ? <More view={view} name={name} reachable={reachable} /> : null}
    </li>
  );
}

/** The menu of a saved view, in the place of its count while a pointer or the focus is near. */
function More({ view, name, reachable }: { view: View; name: string; reachable: boolean }) {
  const [shown, setShown] = useState<ViewMenuShown>(null);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        tabIndex={reachable ? 0 : -1}
        aria-label={`Change the view ${name}`}
        aria-haspopup="menu"
        aria-expanded={shown === 'choices'}
        onClick={() => setShown(shown === null ? 'choices' : null)}
        className="absolute top-0.5 right-1 grid size-6 place-items-center rounded-sm bg-hover text-ink-3 opacity-0 hover:text-ink focus-visible:opacity-100 group-hover/entry:opacity-100 aria-expanded:opacity-100 max-full:top-1.5 pointer-coarse:opacity-100"
      >
        <Icon name="more" size={16} />
      </button>
      {shown ? (
        <Suspense>
          <ViewMenu view={view} anchor={button} shown={shown} onShow={setShown} />
        </Suspense>
      ) : null}
    </>
  );
}

function Count({
  of: count,
  cap,
  tone,
  hides,
}: {
  of: number | undefined;
  cap: number;
  /** How it stands where there is anything. */
  tone: string | undefined;
  hides: boolean;
}) {
  return (
    <span
      className={clsx(
        'min-w-7 shrink-0 text-right text-fact tabular-nums',
        count && tone ? tone : 'font-quiet text-ink-3',
        hides && 'pointer-coarse:mr-6',
      )}
    >
      {count === undefined || count === 0 ? null : countShown(count, cap)}
    </span>
  );
}

/** "12", or "100+" once counting stopped. */
function countShown(count: number, cap: number): string {
  return count >= cap ? `${cap}+` : `${count}`;
}
