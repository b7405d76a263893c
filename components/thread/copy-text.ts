'use client';

import { toast } from '../ui/toast';

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string) {
  try {
    await navigator.clipboard.writeText(text);
    toast('Copied.');
  } catch {
    toast('The browser did not allow copying.', { grave: true });
  }
}
