'use client';

import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '../inbox/queries';
import { MessageText } from './message-text';

/** A note that names colleagues. */
export function NoteText({ body, mentionIds }: { body: string; mentionIds: readonly string[] }) {
  const { data: members = [] } = useQuery(membersQuery);
  return <MessageText body={body} people={members.filter(({ id }) => mentionIds.includes(id))} />;
}
