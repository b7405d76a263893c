'use client';

import { gemoji } from 'gemoji';
import type { KeyboardEvent, RefObject } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { recentEmoji, rememberEmoji } from './emoji-recent';
import type { Emoji } from './emoji-search';
import { emojiLike } from './emoji-search';

const across = 8;
const names = new Map(gemoji.map((one) => [one.emoji, one]));
const groups = groupsOf(gemoji);

type Group = readonly [title: string, emoji: readonly Emoji[]];

function groupsOf(all: typeof gemoji): Group[] {
  const titles = [...new Set(all.map(({ category }) => category))];
  return titles.map((title) => [title, all.filter(({ category }) => category === title)]);
}

/** Every emoji, those used last first, and a field that finds them by words. */
export function EmojiPanel({
  onChoose,
  onClose,
}: {
  onChoose: (emoji: string) => void;
  onClose: () => void;
}) {
  const panel = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const shown = useShown(query);
  useLeaving(panel, onClose);

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
      return;
    }
    const { activeElement } = document;
    if (event.key === 'Enter' && activeElement instanceof HTMLInputElement) {
      // It stands in the composer's form, which Enter would send.
      event.preventDefault();
      panel.current?.querySelector<HTMLElement>('[data-emoji]')?.click();
      return;
    }
    const target = targetOf(panel.current, event.key);
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label="Emoji"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="absolute bottom-full left-2 z-20 mb-1 flex h-80 w-76 max-w-[calc(100%-16px)] animate-rise flex-col rounded-lg border border-line-strong bg-panel shadow-float"
    >
      <input
        type="search"
        aria-label="Find an emoji"
        placeholder="Find an emoji"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        className="m-2 h-8 rounded-sm border border-line bg-paper px-2 outline-none focus:border-line-strong"
      />
      <div className="quiet-scroll min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {shown.length === 0 ? (
          <p role="status" className="px-1 py-3 text-ink-3">
            No emoji is called that.
          </p>
        ) : null}
        {shown.map(([title, emoji]) => (
          <section key={title} aria-label={title} className="[content-visibility:auto]">
            <h3 className="sticky top-0 bg-panel px-1 py-1 text-fact text-ink-3">{title}</h3>
            <div className="grid grid-cols-8">
              {emoji.map((one) => (
                <button
                  key={one.emoji}
                  type="button"
                  data-emoji
                  tabIndex={-1}
                  aria-label={one.description}
                  title={one.description}
                  onClick={() => {
                    rememberEmoji(one.emoji);
                    onChoose(one.emoji);
                  }}
                  className="grid size-8 place-items-center rounded-sm text-[20px] leading-none hover:bg-hover focus:bg-chosen focus:outline-none"
                >
                  {one.emoji}
                </button>
              ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

function useShown(query: string): Group[] {
  const recent = useMemo(
    () =>
      recentEmoji().flatMap((emoji): readonly Emoji[] =>
        [names.get(emoji)].filter((one) => one !== undefined),
      ),
    [],
  );
  return useMemo(() => {
    if (query.trim() === '') return recent.length > 0 ? [['Used last', recent], ...groups] : groups;
    const found = emojiLike(gemoji, query);
    return found.length > 0 ? [['Found', found]] : [];
  }, [query, recent]);
}

/** Arrows go from the field into the grid and through it. */
function targetOf(panel: HTMLElement | null, key: string): HTMLElement | undefined {
  const all = [...(panel?.querySelectorAll<HTMLElement>('[data-emoji]') ?? [])];
  const at = all.findIndex((one) => one.matches(':focus'));
  if (at === -1) return key === 'ArrowDown' ? all[0] : undefined;
  const field = panel?.querySelector('input') ?? undefined;
  const targets: Record<string, HTMLElement | undefined> = {
    ArrowRight: all[at + 1],
    ArrowLeft: all[at - 1],
    ArrowDown: all[at + across] ?? all.at(-1),
    ArrowUp: at < across ? field : all[at - across],
    Home: all[0],
    End: all.at(-1),
  };
  return targets[key];
}

function useLeaving(panel: RefObject<HTMLElement | null>, onClose: () => void) {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  }, [onClose]);
  useEffect(() => {
    function onPress({ target }: PointerEvent) {
      const own = target instanceof Element && target.closest('[data-emoji-button]');
      if (!own && target instanceof Node && !panel.current?.contains(target)) latest.current();
    }
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [panel]);
}
