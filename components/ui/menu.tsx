'use client';

import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useEffect, useRef } from 'react';

export type MenuChoice = {
  id: string;
  label: string;
  /** Said beside it. */
  hint?: string;
  lead?: ReactNode;
  chosen?: boolean;
};

/**
 * A short list of choices under the button that opens it. Arrow keys, Home, End and first letters
 * move; Enter chooses; Escape, Tab or a press elsewhere closes and gives the focus back.
 */
export function Menu({
  label,
  choices,
  anchor,
  side = 'below',
  onChoose,
  onClose,
}: {
  label: string;
  choices: readonly MenuChoice[];
  anchor: RefObject<HTMLElement | null>;
  /** Where it opens; above for what stands at the foot of the screen. */
  side?: 'below' | 'above';
  onChoose: (id: string) => void;
  onClose: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  useFocusInside(menu, anchor, onClose);

  function close() {
    onClose();
    anchor.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close();
      return;
    }
    const target = itemAfter(menu.current, event.key);
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  return (
    <div
      ref={menu}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={clsx(
        'quiet-scroll absolute right-0 z-30 max-h-80 w-60 animate-rise overflow-y-auto rounded-lg border border-line-strong bg-panel p-1 text-list shadow-float',
        side === 'above' ? 'bottom-full mb-1' : 'top-full mt-1',
      )}
    >
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          role="menuitemradio"
          aria-checked={choice.chosen === true}
          tabIndex={-1}
          onClick={() => {
            onChoose(choice.id);
            close();
          }}
          className="flex h-8 w-full items-center gap-2 rounded-sm px-2 text-left hover:bg-hover focus:bg-chosen focus:outline-none"
        >
          {choice.lead}
          <bdi className="min-w-0 flex-1 truncate">{choice.label}</bdi>
          {choice.hint ? (
            <span className="shrink-0 text-fact text-ink-3 tabular-nums">{choice.hint}</span>
          ) : null}
          {choice.chosen ? <Check aria-hidden size={14} /> : null}
        </button>
      ))}
    </div>
  );
}

function useFocusInside(
  menu: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  onClose: () => void,
) {
  const latestClose = useRef(onClose);
  useEffect(() => {
    latestClose.current = onClose;
  }, [onClose]);

  useEffect(() => {
    const items = itemsOf(menu.current);
    (items.find((item) => item.ariaChecked === 'true') ?? items[0])?.focus();
    function onPress(event: PointerEvent) {
      const inside = [menu.current, anchor.current].some(
        (part) => event.target instanceof Node && part?.contains(event.target),
      );
      if (!inside) latestClose.current();
    }
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [menu, anchor]);
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];
}

function itemAfter(menu: HTMLElement | null, key: string): HTMLElement | undefined {
  const items = itemsOf(menu);
  const at = items.findIndex((item) => item.matches(':focus'));
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1) return undefined;
  const letter = key.toLowerCase();
  const turned = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return turned.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter));
}
