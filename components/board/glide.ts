'use client';

import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';

const glideMs = 220;
const easing = 'cubic-bezier(0.2, 0, 0, 1)';

/**
 * Lets cards glide to where they stand now, each time the board is drawn. They are found by their id, so
 * that one which changed hands goes the way from one list to the other.
 */
export function useGlide(root: RefObject<HTMLElement | null>) {
  const known = useRef(new Map<string, DOMRect>());
  useLayoutEffect(() => {
    const stood = known.current;
    const stands = new Map<string, DOMRect>();
    const moved: [HTMLElement, DOMRect, DOMRect][] = [];
    for (const card of cardsIn(root.current)) {
      const id = card.dataset['card'] ?? '';
      const now = card.getBoundingClientRect();
      const before = stood.get(id);
      stands.set(id, now);
      if (before && isElsewhere(before, now)) moved.push([card, before, now]);
    }
    known.current = stands;
    if (isStill()) return;
    for (const [card, before, now] of moved) {
      const [x, y] = [before.left - now.left, before.top - now.top];
      card.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
        duration: glideMs,
        easing,
      });
    }
  });
  // Scrolling moves every card, and none of them has gone anywhere.
  useLayoutEffect(() => {
    const within = root.current;
    if (!within) return;
    const remember = () => {
      known.current = new Map(
        cardsIn(within).map((card) => [card.dataset['card'] ?? '', card.getBoundingClientRect()]),
      );
    };
    within.addEventListener('scroll', remember, { capture: true, passive: true });
    return () => within.removeEventListener('scroll', remember, { capture: true });
  }, [root]);
}

/** Shows a card on its way from one place of the board to another, where it is not drawn itself. */
export function glideBetween(name: string, from: DOMRect | undefined, to: DOMRect | undefined) {
  if (!from || !to || isStill()) return;
  const ghost = document.createElement('div');
  ghost.className =
    'pointer-events-none fixed z-40 truncate rounded-md border border-line-strong bg-panel px-2.5 py-2 text-list shadow-float';
  ghost.ariaHidden = 'true';
  ghost.textContent = name;
  ghost.style.left = `${from.left}px`;
  ghost.style.top = `${from.top}px`;
  ghost.style.width = `${Math.min(from.width, to.width)}px`;
  document.body.append(ghost);
  const [x, y] = [to.left - from.left, to.top - from.top];
  const glide = ghost.animate(
    [{ transform: 'none' }, { transform: `translate(${x}px, ${y}px)`, opacity: 0.2 }],
    { duration: 2 * glideMs, easing },
  );
  glide.onfinish = () => ghost.remove();
  glide.oncancel = () => ghost.remove();
}

/** Where a card stands, or the place of whoever has it. */
export function placeOfCard(id: string): DOMRect | undefined {
  return rectOf(`[data-card="${CSS.escape(id)}"]`);
}

/** Where a member stands, or for null the place of what nobody has. */
export function placeOfHolder(memberId: string | null): DOMRect | undefined {
  return rectOf(`[data-holder="${CSS.escape(memberId ?? 'nobody')}"]`);
}

function rectOf(selector: string): DOMRect | undefined {
  return document.querySelector(selector)?.getBoundingClientRect();
}

function cardsIn(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
}

function isElsewhere(before: DOMRect, now: DOMRect): boolean {
  return Math.abs(before.left - now.left) > 1 || Math.abs(before.top - now.top) > 1;
}

function isStill(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
