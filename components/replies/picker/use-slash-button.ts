'use client';

import type { RefObject } from 'react';
import { useEffect } from 'react';
import { insertText } from '../../composer/insert-text';

/** The button of the composer that types the slash, for whoever does not know of it. */
export function useSlashButton(field: RefObject<HTMLTextAreaElement | null>) {
  useEffect(() => {
    const form = field.current?.form;
    function onClick({ target }: Event) {
      if (target instanceof Element && target.closest('[data-slash]') && field.current) {
        typeSlash(field.current);
      }
    }
    form?.addEventListener('click', onClick);
    // It was pressed before this was here, and nothing else since.
    const pressed = document.activeElement;
    if (pressed?.matches('[data-slash]') && form?.contains(pressed) && field.current) {
      typeSlash(field.current);
    }
    return () => form?.removeEventListener('click', onClick);
  }, [field]);
}

function typeSlash(element: HTMLTextAreaElement) {
  const before = element.value.slice(0, element.selectionStart);
  element.focus();
  // One that is there already is asked again.
  if (!/(^|\s)\/$/.test(before)) insertText(element, /(^|\s)$/.test(before) ? '/' : ' /');
}
