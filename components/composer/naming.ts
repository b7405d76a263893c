'use client';

import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, RefObject } from 'react';
import { useState } from 'react';
import { can } from '@/lib/domain/access/can';
import { mentionBegun, mentionedIn, peopleLike } from '@/lib/domain/conversation/mentions';
import { membersQuery } from '../inbox/queries';
import { useMe } from '../shell/me';
import type { Mode } from './attempt';
import { insertText } from './insert-text';

type Person = { id: string; name: string };

const mostShown = 8;

export type Naming = {
  /** Whom the letters after the @ may mean; none while nobody is being named. */
  people: readonly Person[];
  /** The place in that list that Enter takes. */
  at: number;
  choose: (person: Person) => void;
  /** To be told of every key before the field acts on it. */
  onKeyDown: (event: KeyboardEvent) => void;
  /** To be told whenever the cursor moved. */
  look: () => void;
  /** Who is named in a text. */
  mentionedIn: (text: string) => string[];
};

/** Colleagues who may be named: all who can read, without the person at this screen. */
function useNameable(): Person[] {
  const me = useMe();
  const { data: members = [] } = useQuery(membersQuery);
  return members.filter(
    (member) => !member.removed && member.id !== me.memberId && can(member, 'conversation.read'),
  );
}

/** Naming a colleague in a note: an @ and some letters offer names, Enter or Tab takes one. */
export function useNaming(mode: Mode, field: RefObject<HTMLTextAreaElement | null>): Naming {
  const nameable = useNameable();
  const [query, setQuery] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const people =
    mode === 'note' && query !== null ? peopleLike(nameable, query).slice(0, mostShown) : [];

  function look() {
    const element = field.current;
    const collapsed = element && element.selectionStart === element.selectionEnd;
    const next = collapsed ? mentionBegun(element.value.slice(0, element.selectionStart)) : null;
    if (next === query) return;
    setQuery(next);
    setAt(0);
  }

  function choose({ name }: Person) {
    const element = field.current;
    if (!element || query === null) return;
    const end = element.selectionStart;
    element.setSelectionRange(end - query.length - 1, end);
    insertText(element, `@${name} `);
    setQuery(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (people.length === 0 || event.nativeEvent.isComposing) return;
    const run = keys(people, at, { setAt, choose, close: () => setQuery(null) })[event.key];
    if (!run || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    run();
  }

  return {
    people,
    at,
    choose,
    onKeyDown,
    look,
    mentionedIn: (text) => mentionedIn(text, nameable),
  };
}

function keys(
  people: readonly Person[],
  at: number,
  act: { setAt: (at: number) => void; choose: (person: Person) => void; close: () => void },
): Record<string, () => void> {
  const take = () => {
    const person = people[at];
    if (person) act.choose(person);
  };
  return {
    ArrowDown: () => act.setAt((at + 1) % people.length),
    ArrowUp: () => act.setAt((at + people.length - 1) % people.length),
    Enter: take,
    Tab: take,
    Escape: act.close,
  };
}
