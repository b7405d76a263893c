'use client';

import type { Mode } from './attempt';
import type { Shelf } from './drafts';
import { isAhead } from './known-drafts';

/** Where the text is kept by now, in words. */
export function SaveState({ shelf, mode }: { shelf: Shelf; mode: Mode }) {
  const state = stateOf(shelf, mode);
  return (
    <>
      <span
        data-grave={state === 'nowhere'}
        className="min-w-0 truncate text-fact text-ink-3 data-[grave=true]:text-breach"
      >
        {state ? words[state] : ''}
      </span>
      <span role="status" className="sr-only">
        {state === 'device' || state === 'nowhere' ? words[state] : ''}
      </span>
    </>
  );
}

const words = {
  server: 'Saved',
  device: 'Saved on this device only',
  nowhere: 'Not saved: copy it before you leave',
};

function stateOf({ drafts, known, unsaved, homeless }: Shelf, mode: Mode) {
  const { text } = drafts[mode];
  if (text === '') return null;
  if (!isAhead(text, known[mode])) return 'server';
  if (!unsaved.includes(mode)) return null;
  return homeless ? 'nowhere' : 'device';
}
