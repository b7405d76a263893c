'use client';

import type { KeyboardEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '../shell/shortcuts';
import { Icon } from '../ui/icon';
import type { Place } from './location';
import { ask } from './location';
import { useSuggesting } from './suggesting';
import { SuggestionList, suggestionId, suggestionsId } from './suggestion-list';

const pauseMs = 120;
/** As many as the grammar reads; a pasted megabyte stays outside. */
const mostCharacters = 500;

/** Nothing corrects what is typed. */
const asTyped = {
  autoComplete: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  enterKeyHint: 'search',
  maxLength: mostCharacters,
} as const;

/** Searches and filters what is listed, as one types; `/` leads here. */
export function SearchField({ place }: { place: Place }) {
  const field = useRef<HTMLInputElement>(null);
  const { text, setText, begin } = useAsking(place.q);
  const [wanted, setWanted] = useState(false);
  const { found, index, isOperator, take, onKey } = useSuggesting({
    field,
    text,
    onText: setText,
    wanted,
  });
  useShortcut('search', () => field.current?.select());

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (onKey(event.key) || onOwnKey(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    } else {
      setWanted(true);
    }
  }

  /** Escape empties the field, then leaves it; Enter goes on to what was found. */
  function onOwnKey(key: string): boolean {
    if (key === 'Escape') {
      if (text === '') field.current?.blur();
      setText('');
    } else if (key === 'ArrowDown' || key === 'Enter') {
      setWanted(false);
      focusFirstRow(field);
    } else {
      return false;
    }
    return true;
  }

  return (
    <search className="relative block">
      <Lens />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Search conversations"
        aria-expanded={found.length > 0}
        aria-controls={suggestionsId}
        aria-autocomplete="list"
        {...(index >= 0 ? { 'aria-activedescendant': suggestionId(index) } : {})}
        {...asTyped}
        placeholder="Search or filter"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWanted(true);
        }}
        onFocus={() => {
          begin();
          setWanted(true);
        }}
        onPointerDown={() => setWanted(true)}
        onBlur={() => setWanted(false)}
        onKeyDown={onKeyDown}
        className="h-8 w-full rounded-sm border border-line bg-paper pr-8 pl-7.5 placeholder:text-ink-3 hover:border-line-strong"
      />
      {text === '' ? (
        <Slash />
      ) : (
        <ClearButton
          onClear={() => {
            setText('');
            field.current?.focus();
          }}
        />
      )}
      {found.length > 0 ? (
        <SuggestionList found={found} index={index} isOperator={isOperator} onTake={take} />
      ) : null}
    </search>
  );
}

function Lens() {
  return (
    <span className="pointer-events-none absolute inset-y-0 left-2 grid place-items-center text-ink-3">
      <Icon name="search" size={15} />
    </span>
  );
}

function Slash() {
  return (
    <kbd
      aria-hidden
      className="pointer-events-none absolute inset-y-0 right-2.5 hidden place-items-center font-sans text-fact text-ink-3 wide:grid"
    >
      /
    </kbd>
  );
}

function ClearButton({ onClear }: { onClear: () => void }) {
  return (
    <button
      type="button"
      aria-label="Clear the text"
      title="Clear the text"
      onClick={onClear}
      className="absolute inset-y-0 right-0 grid w-8 place-items-center text-ink-3 hover:text-ink"
    >
      <Icon name="close" size={14} />
    </button>
  );
}

/** The text as it is typed, and asked when the typing pauses. One step of Back for a whole search. */
function useAsking(q: string) {
  const [text, setText] = useState(q);
  const [asked, setAsked] = useState(q);
  const fresh = useRef(true);
  if (q !== asked) {
    setAsked(q);
    if (text.trim() !== q) setText(q);
  }

  useEffect(() => {
    const next = text.trim();
    if (next === q) return;
    const timer = setTimeout(() => {
      ask({ q: next }, fresh.current ? 'push' : 'replace');
      fresh.current = false;
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, q]);

  return {
    text,
    setText,
    begin: () => {
      fresh.current = true;
    },
  };
}

function focusFirstRow(field: RefObject<HTMLInputElement | null>) {
  const list = field.current?.closest('[data-inbox-list]');
  list?.querySelector<HTMLElement>('[data-holds] a[tabindex="0"]')?.focus();
}
