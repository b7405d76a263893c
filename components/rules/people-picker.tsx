'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TestableChannel } from '@/lib/queries/rules/case';
import { useSettled } from '../shell/settled';
import { Face } from '../ui/face';
import { Picker } from '../ui/picker';
import { peopleQuery } from './queries';

const mostShown = 12;

/** Finds a conversation by whom it is with, or by its words; the newest before anything is typed. */
export function PeoplePicker({
  anchor,
  channels,
  onChoose,
  onClose,
}: {
  anchor: HTMLElement | null;
  channels: readonly TestableChannel[];
  onChoose: (conversationId: string) => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim());
  const { data, isFetching, isError } = useQuery(peopleQuery(sought));
  const handleOf = (channelId: string) => channels.find(({ id }) => id === channelId)?.handle;
  const choices = (data?.rows ?? []).slice(0, mostShown).map((row) => ({
    id: row.id,
    label: row.contactName,
    hint: `@${handleOf(row.channelId) ?? row.network}`,
    lead: <Face id={row.id} name={row.contactName} />,
  }));
  return (
    <Picker
      label="Find a person"
      anchor={anchor}
      choices={choices}
      onType={setTyped}
      nothing={() => nothingWords(isError, isFetching)}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}

function nothingWords(isError: boolean, isFetching: boolean): string {
  if (isError) return 'Porchlight did not answer. Type again in a moment.';
  return isFetching ? 'Looking' : 'Nobody is called that, and nothing was said like it.';
}
