'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { Completion } from '@/lib/domain/search/completion';
import { complete, completionAt } from '@/lib/domain/search/completion';
import type { ConversationPage } from '@/lib/queries/inbox/views';
import { channelsQuery, labelsQuery, membersQuery, teamsQuery } from './queries';
import type { Suggestion, Vocabulary } from './suggestions';
import { suggestionsFor } from './suggestions';

type Field = RefObject<HTMLInputElement | null>;

/** What the field offers at the caret while `wanted`: arrow keys choose, Enter or Tab takes, Escape puts away. */
export function useSuggesting({
  field,
  text,
  onText,
  wanted,
}: {
  field: Field;
  text: string;
  onText: (text: string) => void;
  wanted: boolean;
}) {
  const caret = useCaret(field, text);
  const vocabulary = useVocabulary();
  const [put, setPut] = useState<string | null>(null);
  const [active, setActive] = useState({ text, index: -1 });
  const completion = completionAt(text, caret);
  const found = wanted && put !== text ? offered(completion, text, vocabulary) : [];
  const index = active.text === text ? Math.min(active.index, found.length - 1) : -1;

  function take(suggestion: Suggestion) {
    if (!completion) return;
    const next = complete(text, completion, suggestion.text);
    onText(next.text);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.caret, next.caret);
    });
  }

  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index < 0 ? found.length - 1 : index - 1,
  };

  /** Whether the key was for the suggestions. */
  function onKey(key: string): boolean {
    if (found.length === 0) return false;
    const to = moves[key];
    const chosen = key === 'Enter' || key === 'Tab' ? found[index] : undefined;
    if (to !== undefined) setActive({ text, index: (to + found.length) % found.length });
    if (key === 'Escape') setPut(text);
    if (chosen) take(chosen);
    return to !== undefined || key === 'Escape' || chosen !== undefined;
  }

  return { found, index, isOperator: completion?.kind === 'operator', take, onKey };
}

/** Every operator in an empty field; once something is asked, what was found stays in sight until a word begins. */
function offered(
  completion: Completion | null,
  text: string,
  vocabulary: Vocabulary,
): Suggestion[] {
  if (!completion) return [];
  const isBetweenWords = completion.kind === 'operator' && completion.typed === '';
  return isBetweenWords && text !== '' ? [] : suggestionsFor(completion, vocabulary);
}

function useCaret(field: Field, text: string): number {
  const [caret, setCaret] = useState(text.length);
  useEffect(() => {
    function look() {
      if (document.activeElement === field.current) setCaret(field.current?.selectionStart ?? 0);
    }
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [field]);
  return Math.min(caret, text.length);
}

/** The names that the workspace uses; of contacts those whose conversations were looked at. */
function useVocabulary(): Vocabulary {
  const client = useQueryClient();
  const { data: labels = [] } = useQuery(labelsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: channels = [] } = useQuery(channelsQuery);
  const { data: members = [] } = useQuery(membersQuery);
  return {
    labels: labels.filter(({ archived }) => !archived).map(({ name }) => name),
    teams: teams.filter(({ archived }) => !archived).map(({ name }) => name),
    channels: channels.map(({ handle }) => `@${handle}`),
    people: members.filter(({ removed }) => !removed).map(({ name }) => name),
    contacts: () => {
      const lists = client.getQueriesData<{ pages: ConversationPage[] }>({
        queryKey: ['conversations'],
      });
      const rows = lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.rows) ?? []);
      const known = rows.map(
        ({ handle, contactName: name }) => [handle ?? name, { handle, name }] as const,
      );
      return [...new Map(known).values()];
    },
  };
}
