'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import type { ComponentType } from 'react';
import { lazy, useEffect, useState, useSyncExternalStore } from 'react';
import { noticeOldBuild } from '../live/new-build';
import { endToastOf, toast } from '../ui/toast';
import type { Held } from './key-match';
import { Late } from './late';
import type { ShortcutName } from './shortcuts';
import { useShortcut, useShortcutKeys } from './shortcuts';
import { keepTyping, takeTyped } from './typed-ahead';
import { undoLast } from './undo';

const HeldKey = lazy(() => import('./held-key').then((loaded) => ({ default: loaded.HeldKey })));
const loadKeys = () => import('./shortcut-sheet').then((loaded) => loaded.ShortcutSheet);
const loadPalette = () => import('./palette').then((loaded) => loaded.Palette);
/** After the first paint, and before the first key or letter. */
const pauseMs = 1_000;

type Load = () => Promise<ComponentType<{ onClose: () => void }>>;
type Shown = { Overlay: Awaited<ReturnType<Load>>; end: () => void };

/** What was asked for last, and what of it is there to be shown. */
let asked: Load | null = null;
let shown: Shown | null = null;
const listeners = new Set<() => void>();

export const showKeys = () => ask(loadKeys);
export const showPalette = () => ask(loadPalette);

/** Whoever knows it types on at once: no letter may be taken for a shortcut while it comes. */
function ask(load: Load) {
  if (asked === load) return;
  asked = load;
  // A dialog tells that it closed a moment later; by then it may have opened another one.
  const end = () => {
    if (asked !== load) return;
    asked = null;
    show(null);
  };
  keepTyping(end);
  load().then(
    (Overlay) => {
      if (asked === load) show({ Overlay, end });
    },
    (error: unknown) => {
      if (asked !== load) return;
      takeTyped();
      end();
      if (!noticeOldBuild(error)) toast('That could not be loaded. Try again.', { grave: true });
    },
  );
}

/** Hears the keys of the whole shell; shows them on `?`, and everything there is on Ctrl or ⌘ K. */
export function Keyboard() {
  const [held, setHeld] = useState<Held<ShortcutName> | null>(null);
  const [ready, setReady] = useState(false);
  useShortcutKeys(setHeld);
  useEffect(() => {
    const timer = setTimeout(() => {
      setReady(true);
      loadPalette().catch(() => undefined);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, []);
  useShortcut('palette', showPalette);
  useShortcut('help', showKeys);
  useShortcut('undo', () => void takeBack());
  const open = useSyncExternalStore(
    subscribe,
    () => shown,
    () => null,
  );
  return (
    <>
      <div
        role="status"
        className="pointer-events-none fixed bottom-16 left-4 z-40 pane:bottom-4 pane:left-16"
      >
        <Late>{held || ready ? <HeldKey held={held} /> : null}</Late>
      </div>
      <Late>{open ? <open.Overlay onClose={open.end} /> : null}</Late>
    </>
  );
}

async function takeBack() {
  const undone = undoLast();
  if (!undone) {
    toast('There is nothing to take back.');
    return;
  }
  endToastOf(undone.run);
  // Where it did not come back, the way itself says why.
  if (await undone.came) toast(`Taken back: ${undone.label}`);
}

function show(next: Shown | null) {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
