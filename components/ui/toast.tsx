'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ShortcutName } from '../shell/shortcuts';
import { useShortcut } from '../shell/shortcuts';
import type { Undo } from '../shell/undo';
import { forgetUndo, pushUndo } from '../shell/undo';
import { Button } from './button';

type Way = Undo['run'];
/** Something else that can be done about what a toast says; by keyboard from the palette as well. */
export type Also = { label: string; of: ShortcutName; run: () => unknown };
type Toast = {
  id: number;
  text: string;
  grave: boolean;
  way: Way | undefined;
  also: Also | undefined;
  back?: () => void;
};

const shownMs = 7_000;
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
        <Line key={one.id} toast={one} held={held && toasts.length > 0} />
      ))}
    </div>
  );
}

function Line({ toast: { id, text, grave, back, also }, held }: { toast: Toast; held: boolean }) {
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => end(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, held]);

  return (
    <div
      data-grave={grave}
      className="pointer-events-auto flex animate-rise items-center gap-3 rounded-md border border-line-strong bg-panel py-1.5 pr-2 pl-3 shadow-float data-[grave=true]:text-breach"
    >
      <span className="min-h-7 min-w-0 py-1 wrap-anywhere">{text}</span>
      {also ? <Other also={also} onDone={() => end(id)} /> : null}
      {back ? (
        <Button
          tone="quiet"
          title="Undo (z)"
          onClick={() => {
            back();
            end(id);
          }}
        >
          Undo
        </Button>
      ) : null}
    </div>
  );
}

function Other({ also: { label, of, run }, onDone }: { also: Also; onDone: () => void }) {
  const go = () => {
    run();
    onDone();
  };
  useShortcut(of, go, { label, first: true });
  return (
    <Button tone="quiet" onClick={go}>
      {label}
    </Button>
  );
}
