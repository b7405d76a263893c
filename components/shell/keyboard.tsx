'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { useRouter } from 'next/navigation';
import { lazy, useEffect, useState, useSyncExternalStore } from 'react';
import { endToastOf, toast } from '../ui/toast';
import type { Held } from './key-match';
import { Late } from './late';
import type { ShortcutName } from './shortcuts';
import { useShortcut, useShortcutKeys } from './shortcuts';
import { keepTyping, takeTyped } from './typed-ahead';
import { undoLast } from './undo';

const loadKeys = () =>
  import('./shortcut-sheet').then((loaded) => ({ default: loaded.ShortcutSheet }));
const ShortcutSheet = lazy(loadKeys);
const HeldKey = lazy(() => import('./held-key').then((loaded) => ({ default: loaded.HeldKey })));
const loadPalette = () => import('./palette').then((loaded) => ({ default: loaded.Palette }));
const Palette = lazy(loadPalette);
/** After the first paint, and before the first key or letter. */
const pauseMs = 1_000;

type Overlay = 'keys' | 'palette';

let shown: Overlay | null = null;
const listeners = new Set<() => void>();

export const showKeys = () => ask('keys', loadKeys);
export const showPalette = () => ask('palette', loadPalette);

/** Whoever knows it types on at once: no letter may be taken for a shortcut while it comes. */
function ask(overlay: Overlay, load: () => Promise<unknown>) {
  if (shown === overlay) return;
  keepTyping(() => hide(overlay));
  show(overlay);
  load().catch(() => {
    takeTyped();
    hide(overlay);
  });
}

/** Hears the keys of the whole shell; shows them on `?`, and everything there is on Ctrl or ⌘ K. */
export function Keyboard() {
  const router = useRouter();
  const [held, setHeld] = useState<Held<ShortcutName> | null>(null);
  const [ready, setReady] = useState(false);
  useShortcutKeys(setHeld);
  useEffect(() => {
    const timer = setTimeout(() => {
      setReady(true);
      void loadPalette();
    }, pauseMs);
    return () => clearTimeout(timer);
  }, []);
  useShortcut('palette', showPalette);
  useShortcut('help', showKeys);
  useShortcut('undo', () => void takeBack());
  useShortcut('goInbox', () => router.push('/inbox/mine'));
  useShortcut('goDoor', () => router.push('/door'));
  useShortcut('goMentions', () => router.push('/inbox/mentions'));
  useShortcut('goSettings', () => router.push('/settings'));
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
      <Late>{open === 'keys' ? <ShortcutSheet onClose={() => hide('keys')} /> : null}</Late>
      <Late>{open === 'palette' ? <Palette onClose={() => hide('palette')} /> : null}</Late>
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

/** A dialog tells that it closed a moment later; by then it may have opened another one. */
const hide = (overlay: Overlay) => {
  if (shown === overlay) show(null);
};

function show(next: Overlay | null) {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
