'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { useEffect } from 'react';
import { Button } from '../ui/button';
import { Steps } from './steps';
import { useGuide } from './use-guide';

/** The first minute in one line, which opens; for wherever there is no room for all of it. */
export function GuideLine({ className = '' }: { className?: string }) {
  const guide = useGuide();
  const tell = guide?.tell;
  useEffect(() => {
    function onKey({ key }: KeyboardEvent) {
      if (key === '?' && !isWriting()) tell?.('keys');
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [tell]);
  if (!guide) return null;

  const { steps } = guide.view;
  const done = steps.filter((step) => step.done).length;
  return (
    <details className={`group shrink-0 border-line border-t bg-panel ${className}`}>
      <summary className="flex h-9 cursor-pointer list-none items-center gap-2 px-3.5 text-fact text-ink-2 hover:bg-hover">
        <span className="font-medium text-ink">Your first minute</span>
        <span className="num">
          {done} of {steps.length}
        </span>
        <svg
          aria-hidden
          width={12}
          height={12}
          viewBox="0 0 12 12"
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
          className="ml-auto group-open:rotate-180"
        >
          <path d="M2.5 7.5L6 4l3.5 3.5" />
        </svg>
      </summary>
      <div className="max-h-[60vh] overflow-y-auto px-1.5 pb-2">
        <Steps guide={guide} />
        <Button tone="quiet" className="mt-1" onClick={guide.putAway}>
          {guide.next === null ? 'Close' : 'Put this away'}
        </Button>
      </div>
    </details>
  );
}

function isWriting(): boolean {
  const at = document.activeElement;
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))
  );
}
