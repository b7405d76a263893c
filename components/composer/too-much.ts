'use client';

import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import { textLimits } from '@/lib/domain/conversation/conversation';
import { longestDraft } from '@/lib/domain/conversation/draft';
import type { Mode } from './attempt';

/**
 * Keeps what no message holds by far out of the field, which would freeze under it, and says so with
 * the count. It stays where it came from: on the clipboard.
 */
export function useTooMuch(field: RefObject<HTMLTextAreaElement | null>, mode: Mode) {
  const [words, setWords] = useState<string | null>(null);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    function onBeforeInput(event: InputEvent) {
      setWords(null);
      const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
      const input = event.target;
      if (!(input instanceof HTMLTextAreaElement)) return;
      const stays = input.value.length - (input.selectionEnd - input.selectionStart);
      if (stays + text.length <= longestDraft) return;
      event.preventDefault();
      setWords(sentence(mode, countOf(text), stays > 0));
    }
    element.addEventListener('beforeinput', onBeforeInput);
    return () => element.removeEventListener('beforeinput', onBeforeInput);
  }, [field, mode]);

  return words;
}

function sentence(mode: Mode, count: number, more: boolean): string {
  const figure = (number: number) => number.toLocaleString('en');
  return (
    `That has ${figure(count)} characters; a ${mode} takes ${figure(textLimits[mode])}. ` +
    `It stays on your clipboard${more ? ', and your text is as it was' : ''}.`
  );
}

/** Characters as people count them, without a copy of a text that may have millions. */
function countOf(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
