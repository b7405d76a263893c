'use client';

import type { RefObject } from 'react';
import { IconButton } from '../ui/button';
import { insertText } from './insert-text';

/** Types the slash, for whoever does not know of it. */
export function ReplyButton({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  function slash() {
    const element = field.current;
    if (!element) return;
    const before = element.value.slice(0, element.selectionStart);
    element.focus();
    // One that is there already is asked again.
    if (!/(^|\s)\/$/.test(before)) insertText(element, /(^|\s)$/.test(before) ? '/' : ' /');
  }
  return (
    <IconButton label="Approved replies" hint="Approved replies (type /)" onClick={slash}>
      <b className="font-strong">/</b>
    </IconButton>
  );
}
