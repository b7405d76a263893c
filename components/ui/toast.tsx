'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { lazy, useEffect, useState, useSyncExternalStore } from 'react';
import { afterPaint } from '../shell/after-paint';
import { Late } from '../shell/late';
import type { Undo } from '../shell/undo';
import { forgetUndo, pushUndo } from '../shell/undo';
import type { Also, Toast } from './toast-line';

type Way = Undo['run'];

const loadLine = () => import('./toast-line').then((loaded) => ({ default: loaded.ToastLine }));
const ToastLine = lazy(loadLine);

const mostShown = 3;
let shown: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

/**
 * Says one thing at the foot of the screen for seven seconds, longer while somebody is at it. A way
 * back is kept for `z`, also when its toast is gone.
 */
export function toast(
  text: string,
  { undo, grave, also }: { undo?: Way; grave?: boolean; also?: Also | undefined } = {},
) {
  count += 1;
  const next: Toast = { id: count, text, grave: grave === true, way: undo, also };
  if (undo) next.back = pushUndo({ label: text, run: undo });
  change([...shown, next].slice(-mostShown));
}

/** What it offers has been done another way, or cannot be done any more: `z` does not offer it either. */
export function endToastOf(way: Way) {
  forgetUndo(way);
  change(shown.filter((one) => one.way !== way));
}

function end(id: number) {
  change(shown.filter((one) => one.id !== id));
}

function change(next: readonly Toast[]) {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const nothing: readonly Toast[] = [];

/** Over the list where there is room beside it, under the header on a phone: never over the composer. */
export function Toaster() {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => nothing,
  );
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = hovered || focused;
  useEffect(() => {
    // Fetched before there is anything to say: it may be that nothing can be fetched.
    void afterPaint().then(loadLine);
  }, []);
  return (
    <div
      role="status"
      aria-atomic="false"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      className="pointer-events-none fixed top-14 right-4 left-4 z-40 flex flex-col items-center gap-2 pane:top-auto pane:right-auto pane:bottom-4 pane:left-16 pane:max-w-60 pane:items-start wide:max-w-72 full:max-w-100"
    >
      {toasts.map((one) => (
        <Late key={one.id}>
          <ToastLine toast={one} held={held && toasts.length > 0} onEnd={end} />
        </Late>
      ))}
    </div>
  );
}
