import { queryOptions } from '@tanstack/react-query';
import type { Ledger } from '@/lib/queries/consent/ledger';
import { afterPaint } from '../shell/after-paint';
import { readJson } from '../shell/read-json';

/** What the contact of a conversation allowed and forbade, newest first. */
export function ledgerQuery(conversationId: string) {
  return queryOptions({
    // With the thread: whatever happens in it may be about consent, or the message that confirmed it.
    queryKey: ['thread', conversationId, 'consent'],
    queryFn: async ({ signal }) => {
      await afterPaint();
      return await readJson<Ledger>(ledgerPath(conversationId), signal);
    },
  });
}

/** Where the same is to be had as a file. */
export function exportPath(conversationId: string): string {
  return `${ledgerPath(conversationId)}/export`;
}

function ledgerPath(conversationId: string): string {
  return `/api/conversations/${encodeURIComponent(conversationId)}/consent`;
}
