'use client';

import { useId } from 'react';
import type { FieldName } from '@/lib/domain/permissions/suppose-fields';
import { fields } from '@/lib/domain/permissions/suppose-fields';
import { useThisTrial } from './trial';
import { supposeWord } from './use-case';
import { choiceWords } from './words';

const mostSideBySide = 4;
const longestSideBySide = 36;

/** The words of one field to choose from: side by side where they are few and short, else as a list. */
export function Choice({
  name,
  labelledBy,
  describedBy,
}: {
  name: FieldName;
  labelledBy: string;
  describedBy?: string | undefined;
}) {
  const { test, base, input } = useThisTrial();
  const so = fields[name].read(base);
  const chosen = test.supposed[name] ?? fields[name].read(input) ?? '';
  const words = [...new Set([...extra(name, [so, chosen]), ...fields[name].offered])];
  const labels = words.map((word) => choiceWords(name, word));
  const choose = (word: string) => supposeWord(test, base, name, word);
  const named = {
    'aria-labelledby': labelledBy,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
  };
  if (words.length > mostSideBySide || labels.join('').length > longestSideBySide) {
    return (
      <select
        {...named}
        value={chosen}
        onChange={({ target }) => choose(target.value)}
        className="h-7 max-w-full scroll-mt-28 rounded-sm border border-line-strong bg-panel px-1.5 text-ink"
      >
        {words.map((word, index) => (
          <option key={word} value={word}>
            {labels[index]}
          </option>
        ))}
      </select>
    );
  }
  return (
    <fieldset {...named} className="flex w-fit max-w-full flex-wrap rounded-sm bg-sunken p-0.5">
      {words.map((word, index) => (
        <Side
          key={word}
          word={word}
          label={labels[index] ?? word}
          group={labelledBy}
          {...{ chosen, choose }}
        />
      ))}
    </fieldset>
  );
}

function Side({
  word,
  label,
  group,
  chosen,
  choose,
}: {
  word: string;
  label: string;
  group: string;
  chosen: string;
  choose: (word: string) => void;
}) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="relative grid min-h-6 min-w-10 cursor-pointer place-items-center rounded-sm px-2 text-fact text-ink-2 has-checked:bg-panel has-checked:font-strong has-checked:text-ink has-checked:ring-1 has-checked:ring-line-strong has-focus-visible:outline-2 has-focus-visible:outline-focus"
    >
      <input
        id={id}
        type="radio"
        name={group}
        value={word}
        checked={chosen === word}
        onChange={() => choose(word)}
        className="absolute inset-0 size-full cursor-pointer scroll-mt-28 appearance-none rounded-sm outline-none"
      />
      <span className="pointer-events-none relative">{label}</span>
    </label>
  );
}

/** What is so, or chosen, though it is not among what is offered. */
function extra(name: FieldName, words: readonly (string | null)[]): string[] {
  const { offered } = fields[name];
  return words.filter((word): word is string => Boolean(word) && !offered.includes(word ?? ''));
}
