'use client';

import { useId } from 'react';
import type { FieldName } from '@/lib/domain/permissions/suppose-fields';
import { fields } from '@/lib/domain/permissions/suppose-fields';
import { useThisTrial } from './trial';
import { supposeWord, wordWithout } from './use-case';
import { choiceWords, fieldLabel } from './words';

const mostSideBySide = 4;
const longestSideBySide = 36;

/** What a field is called; `id` is that of the label, and the choice is `labelledBy` it. */
export function FieldLabel({
  name,
  id,
  className,
}: {
  name: FieldName;
  id: string;
  className: string;
}) {
  const { names } = useThisTrial();
  const { isList } = useWords(name);
  const label = fieldLabel(name, names.network);
  if (isList) {
    return (
      <label id={id} htmlFor={listId(id)} className={className}>
        {label}
      </label>
    );
  }
  return (
    <span id={id} className={className}>
      {label}
    </span>
  );
}

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
  const trial = useThisTrial();
  const { words, chosen, isList } = useWords(name);
  const choose = (word: string) => supposeWord(trial, name, word);
  const described = describedBy ? { 'aria-describedby': describedBy } : {};
  if (isList) {
    return (
      <select
        id={listId(labelledBy)}
        {...described}
        value={chosen}
        onChange={({ target }) => choose(target.value)}
        className="h-7 max-w-full rounded-sm border border-line-strong bg-panel px-1.5 text-ink"
      >
        {words.map(({ word, label }) => (
          <option key={word} value={word}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <fieldset
      aria-labelledby={labelledBy}
      {...described}
      className="flex w-fit max-w-full flex-wrap rounded-sm bg-sunken p-0.5"
    >
      {words.map(({ word, label }) => (
        <Side
          key={word}
          word={word}
          label={label}
          group={labelledBy}
          isChosen={word === chosen}
          onChoose={() => choose(word)}
        />
      ))}
    </fieldset>
  );
}

function Side({
  word,
  label,
  group,
  isChosen,
  onChoose,
}: {
  word: string;
  label: string;
  group: string;
  isChosen: boolean;
  onChoose: () => void;
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
        checked={isChosen}
        onChange={onChoose}
        className="absolute inset-0 size-full cursor-pointer appearance-none rounded-sm outline-none"
      />
      <span className="pointer-events-none relative">{label}</span>
    </label>
  );
}

function listId(labelId: string): string {
  return `${labelId}-list`;
}

/** What can be chosen; also what is so, or was chosen by a link, though nobody offers it. */
function useWords(name: FieldName) {
  const trial = useThisTrial();
  const { test, input } = trial;
  const { read, offered } = fields[name];
  const so = wordWithout(trial, name);
  const chosen = test.supposed[name] ?? read(input) ?? '';
  const words = [...new Set([so, chosen, ...offered])]
    .filter((word): word is string => Boolean(word))
    .map((word) => ({ word, label: choiceWords(name, word) }))
    .sort((one, other) => placeOf(one.word, offered) - placeOf(other.word, offered));
  const length = words.reduce((sum, { label }) => sum + label.length, 0);
  return {
    words,
    chosen,
    isList: words.length > mostSideBySide || length > longestSideBySide,
  };
}

/** Whatever is not offered stands first. */
function placeOf(word: string, offered: readonly string[]): number {
  return offered.indexOf(word);
}
