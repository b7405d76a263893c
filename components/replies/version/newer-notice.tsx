'use client';

import { useState } from 'react';
import { Button } from '../../ui/button';
import { WordsDifference } from './difference-view';
import type { DraftKeeper, Keeping } from './draft-keeper';

/** The draft was saved elsewhere meanwhile: both are there until somebody says which holds. */
export function NewerNotice({
  keeper,
  keeping: { theirs, fields },
  language,
}: {
  keeper: DraftKeeper;
  keeping: Keeping;
  language: string;
}) {
  const [isShown, setShown] = useState(false);
  if (!theirs) return null;
  return (
    <section
      role="alert"
      aria-label="Saved elsewhere"
      className="grid gap-2 rounded-md bg-amber-wash px-3 py-2.5 text-amber-ink"
    >
      <p>
        Somebody saved this draft meanwhile, in another window or on another device. What you wrote
        here is kept; nothing is saved until you say which holds.
      </p>
      <div className="flex flex-wrap gap-2 text-ink">
        <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide the difference' : 'See the difference'}
        </Button>
        <Button onClick={() => keeper.keepMine()}>Keep what is here</Button>
        <Button onClick={() => keeper.takeTheirs()}>Take what was saved</Button>
      </div>
      {isShown ? (
        <div className="text-ink">
          <WordsDifference
            before={{ body: theirs.fields.body, language }}
            after={{ body: fields.body, language }}
            beforeName="Saved elsewhere"
            afterName="Here"
          />
        </div>
      ) : null}
    </section>
  );
}
