'use client';

import { useQuery } from '@tanstack/react-query';
import type { DraftsView } from '@/lib/queries/inbox/thread-views';
import { draftsQuery } from './queries';

const none: Pick<DraftsView, 'uses' | 'approvals'> = { uses: [], approvals: [] };

/** The approved replies that stand in one's unsent reply, and what waits for an approval here; read with the drafts. */
export function useReplyUses(conversationId: string): Pick<DraftsView, 'uses' | 'approvals'> {
  const { data } = useQuery(draftsQuery(conversationId));
  return data ?? none;
}
