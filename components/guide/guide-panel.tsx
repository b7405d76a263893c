'use client';

import { Button } from '../ui/button';
import { Steps } from './steps';
import type { Guide } from './use-guide';

/** The first minute, where otherwise nothing would be open. */
export function GuidePanel({ guide }: { guide: Guide }) {
  const { next, putAway } = guide;
  return (
    <div className="grid h-full place-content-center overflow-y-auto px-8 py-10">
      <div className="w-[380px] max-w-full">
        <h2 className="px-2.5 font-title text-title">
          {next === null ? 'That was it' : 'Your first minute'}
        </h2>
        <p className="mb-3 px-2.5 text-ink-2">
          {next === null
            ? 'The rest is more of the same, and ? always tells you the keys.'
            : 'Play the customer once, and you know the place.'}
        </p>
        <Steps guide={guide} />
        <Button tone="quiet" className="mt-2" onClick={putAway}>
          {next === null ? 'Close' : 'Put this away'}
        </Button>
      </div>
    </div>
  );
}
