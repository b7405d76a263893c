'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { useState } from 'react';
import { insertText } from '../../composer/insert-text';
import type { Variable } from './begun';
import { variableBegun, variablesLike } from './begun';

export type FillingIn = {
  /** What the letters behind the braces may mean; none while nothing is being filled in. */
  choices: readonly Variable[];
  /** The place in that list that Enter takes. */
  at: number;
  /** Where the braces begin, in the body. */
  from: number;
  choose: (variable: Variable) => void;
  /** To be told of every key before the field acts on it. */
  onKeyDown: (event: KeyboardEvent) => void;
  /** To be told whenever the cursor moved. */
  look: () => void;
  close: () => void;
};

/** Naming what is filled in: two braces and some letters offer it, Enter or Tab takes one. */
export function useFillingIn(
  variables: readonly Variable[],
  field: RefObject<HTMLTextAreaElement | null>,
): FillingIn {
  const [begun, setBegun] = useState<{ typed: string; from: number } | null>(null);
  const [at, setAt] = useState(0);
  const choices = begun ? variablesLike(variables, begun.typed) : [];

  function look() {
    const element = field.current;
    const collapsed = element && element.selectionStart === element.selectionEnd;
    const next = collapsed ? variableBegun(element.value.slice(0, element.selectionStart)) : null;
    if (next?.from === begun?.from && next?.typed === begun?.typed) return;
    setBegun(next);
    setAt(0);
  }

  function choose({ name, fallback }: Variable) {
    const element = field.current;
    if (!element || !begun) return;
    const caret = element.selectionStart;
    // Whoever goes back into one that is closed already needs no second pair of braces.
    const closed = /^[\w.]*(?:\}\}|\|[^{}\n]*\}\})/.exec(element.value.slice(caret));
    element.setSelectionRange(begun.from, caret + (closed ? closed[0].length : 0));
    const told = fallback === '' ? name : `${name}|${fallback}`;
    insertText(element, `{{${told}}}`);
    // What is proposed for nobody's name is selected: the next letters replace it.
    if (fallback !== '') {
      const end = element.selectionStart - 2;
      element.setSelectionRange(end - fallback.length, end);
    }
    setBegun(null);
  }

  const close = () => setBegun(null);

  function onKeyDown(event: KeyboardEvent) {
    if (choices.length === 0 || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const run = keys(choices, at, { setAt, choose, close })[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  }

  return { choices, at, from: begun?.from ?? 0, choose, onKeyDown, look, close };
}

function keys(
  choices: readonly Variable[],
  at: number,
  act: { setAt: (at: number) => void; choose: (variable: Variable) => void; close: () => void },
): Record<string, () => void> {
  const take = () => {
    const variable = choices[at];
    if (variable) act.choose(variable);
  };
  return {
    ArrowDown: () => act.setAt((at + 1) % choices.length),
    ArrowUp: () => act.setAt((at + choices.length - 1) % choices.length),
    Home: () => act.setAt(0),
    End: () => act.setAt(choices.length - 1),
    Enter: take,
    Tab: take,
    Escape: act.close,
  };
}
