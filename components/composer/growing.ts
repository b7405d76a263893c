'use client';

import type { RefObject } from 'react';
import { useLayoutEffect } from 'react';

/** Lets the field grow with its text where the style sheet cannot do it by itself. */
export function useGrowing(field: RefObject<HTMLTextAreaElement | null>, text: string) {
  useLayoutEffect(() => {
    if (field.current && !CSS.supports('field-sizing', 'content')) grow(field.current, text);
  }, [field, text]);
}

function grow(element: HTMLTextAreaElement, text: string) {
  element.style.setProperty('height', 'auto');
  if (text !== '') element.style.setProperty('height', `${element.scrollHeight}px`);
}
