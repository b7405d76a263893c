'use client';

import type { RefObject } from 'react';
import { useLayoutEffect } from 'react';

const gapPx = 4;
const edgePx = 8;

/**
 * Opens a native dialog under what it belongs to: focus stays inside, Escape closes it, and the focus
 * goes back to where it was. Without room, or on a phone, it stands where its style puts it.
 */
export function usePopover(
  dialog: RefObject<HTMLDialogElement | null>,
  anchor: HTMLElement | null,
) {
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    if (!shown.open) shown.showModal();
    function place() {
      if (shown) placeUnder(shown, anchor);
    }
    place();
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('resize', place);
      shown.close();
    };
  }, [dialog, anchor]);
}

function placeUnder(dialog: HTMLDialogElement, anchor: HTMLElement | null) {
  const phone = window.matchMedia('(max-width: 759px)').matches;
  if (phone) {
    dialog.style.inset = 'auto 0 0 0';
    return;
  }
  const { innerWidth, innerHeight } = window;
  const at = anchor?.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = dialog;
  // What has no place on the screen, such as a button that is folded away, cannot be stood under.
  const near = at && at.width > 0 ? at : null;
  const left = near ? besideOf(near, offsetWidth) : (innerWidth - offsetWidth) / 2;
  const below = near ? near.bottom + gapPx : innerHeight / 6;
  const top = Math.min(below, innerHeight - offsetHeight - edgePx);
  const inside = Math.min(Math.max(edgePx, left), innerWidth - offsetWidth - edgePx);
  dialog.style.inset = `${Math.max(edgePx, top)}px auto auto ${inside}px`;
}

/** Towards the middle of the screen, so that what belongs to the anchor's other side stays to be seen. */
function besideOf({ left, right }: DOMRect, width: number): number {
  return left + right < window.innerWidth ? left : right - width;
}
