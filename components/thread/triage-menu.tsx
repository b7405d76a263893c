'use client';

import type { ReactNode } from 'react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useShortcut } from '../shell/shortcuts';
import { keepTyping } from '../shell/typed-ahead';
import type { Conversation } from './conversation';
import type { PickerKind } from './picker-props';
import type { WantedChange } from './triage';

const loadPicker = () =>
  import('./triage-picker').then(({ TriagePicker }) => ({ default: TriagePicker }));
const TriagePicker = lazy(loadPicker);

export type TriageMenu = {
  /** Which picker is open. */
  kind: PickerKind | null;
  open: (kind: PickerKind, anchor?: HTMLElement | null) => void;
  picker: ReactNode;
};

/** The pickers of a conversation, opened by a button, a key or the palette; one at a time. */
export function useTriageMenu(
  conversation: Conversation,
  { may, onChange }: { may: boolean; onChange: (change: WantedChange) => void },
): TriageMenu {
  const [shown, setShown] = useState<{ kind: PickerKind; anchor: HTMLElement | null } | null>(null);

  useEffect(() => {
    // Fetched before it is asked for, so that a key shows it in the same moment.
    const timer = setTimeout(() => void loadPicker(), 800);
    return () => clearTimeout(timer);
  }, []);

  function open(kind: PickerKind, anchor?: HTMLElement | null) {
    // Letters that come before it is there narrow it, and are no shortcuts.
    keepTyping(() => setShown(null));
    setShown({ kind, anchor: anchor ?? anchorFor(kind) });
  }
  const opens = (kind: PickerKind) => (may ? () => open(kind) : null);
  useShortcut('status', opens('status'));
  useShortcut('snooze', opens('snooze'));
  useShortcut('priority', opens('priority'));
  useShortcut('labels', opens('labels'));
  useShortcut('team', opens('team'));
  useShortcut('assign', opens('assign'));

  return {
    kind: shown?.kind ?? null,
    open,
    picker: shown ? (
      <Suspense>
        <TriagePicker
          key={shown.kind}
          kind={shown.kind}
          subjects={[conversation]}
          anchor={shown.anchor}
          onChange={onChange}
          onTurn={(kind) => setShown({ kind, anchor: shown.anchor })}
          onClose={() => setShown(null)}
        />
      </Suspense>
    ) : null,
  };
}

/** The button that opens it, or the one behind which that is folded away. */
function anchorFor(kind: PickerKind): HTMLElement | null {
  const shown = [`[data-opens="${kind}"]`, '[data-opens="more"]'].flatMap((selector) => [
    ...document.querySelectorAll<HTMLElement>(`main header ${selector}`),
  ]);
  return shown.find((element) => element.offsetWidth > 0) ?? null;
}
