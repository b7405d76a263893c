'use client';

import { useState } from 'react';
import type { LayerName } from '@/lib/domain/permissions/decide';
import { factsAbout } from '@/lib/domain/permissions/decide';
import type { FieldName } from '@/lib/domain/permissions/suppose-fields';
import { fieldsAsked } from '@/lib/domain/permissions/suppose-fields';
import { FieldRow } from './field-row';
import { useThisTrial } from './trial';
import { wordWithout } from './use-case';

/** What seldom decides: folded away while it is as it mostly is. */
const seldom: readonly FieldName[] = [
  'blockedByUs',
  'refused',
  'encrypted',
  'gone',
  'weAreVerified',
  'theyAreVerified',
  'ourDoor',
  'offerDays',
  'approved',
];

const usual: readonly (string | null)[] = ['no', 'never', 'unknown'];

/** What a layer looks at, the rest of it behind one step more. */
export function LayerFacts({ layer }: { layer: LayerName }) {
  const trial = useThisTrial();
  const { input, test } = trial;
  const [showsAll, setShowsAll] = useState(false);
  const asked = fieldsAsked(layer, input);
  // As they are with what is supposed: what follows from a supposed fact says so.
  const known = factsAbout(input);
  const isFolded = (name: FieldName) =>
    seldom.includes(name) &&
    test.supposed[name] === undefined &&
    usual.includes(wordWithout(trial, name));
  const folded = asked.filter(isFolded);
  if (asked.length === 0) return <p className="text-ink-2">{nothingAsked[layer]}</p>;
  return (
    <>
      {asked.map((name) =>
        showsAll || !folded.includes(name) ? (
          <FieldRow key={name} name={name} facts={known} />
        ) : null,
      )}
      {folded.length > 0 ? (
        <button
          type="button"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
          className="min-h-6 w-fit text-fact text-ink-2 underline-offset-2 hover:text-ink hover:underline"
        >
          {showsAll ? 'Fewer facts' : moreWords(folded.length)}
        </button>
      ) : null}
    </>
  );
}

const nothingAsked: Partial<Record<LayerName, string>> = {
  network: 'These rules look only at when they last wrote, which stands above.',
  brand: 'Of a reply or a follow-up it asks only whether they or we wrote before.',
};

function moreWords(count: number): string {
  return count === 1 ? '1 more fact, as usual' : `${count} more facts, all as usual`;
}
