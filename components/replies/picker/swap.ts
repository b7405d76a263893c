'use client';

import type { RefObject } from 'react';
import { shelfOf, typeDraft } from '../../composer/drafts';
import { insertText } from '../../composer/insert-text';

/** Puts other words where these stand last in a draft; in the field where it is open, so that undo knows of it. */
export function swapWords(
  { draftId, field }: { draftId: string; field: RefObject<HTMLTextAreaElement | null> },
  words: string,
  by: string,
) {
  const { text } = shelfOf(draftId).drafts.reply;
  const from = text.lastIndexOf(words);
  if (from < 0 || words === '') return;
  const to = from + words.length;
  const element = field.current;
  if (!element || element.value !== text || document.activeElement !== element) {
    typeDraft(draftId, 'reply', text.slice(0, from) + by + text.slice(to));
    return;
  }
  const { selectionStart, selectionEnd } = element;
  const kept = (place: number) => {
    if (place <= from) return place;
    return place >= to ? place + by.length - words.length : from + by.length;
  };
  element.setSelectionRange(from, to);
  if (by !== '' || !document.execCommand?.('delete')) insertText(element, by);
  element.setSelectionRange(kept(selectionStart), kept(selectionEnd));
}
