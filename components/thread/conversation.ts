'use client';

import { useInfiniteQuery, useMutationState } from '@tanstack/react-query';
import type { MessageItem, ThreadFact, ThreadView } from '@/lib/queries/inbox/thread-views';
import type { Attempt } from '../composer/attempt';
import { writeKey } from '../composer/attempt';
import { useMe } from '../shell/me';
import type { ThreadPage } from './queries';
import { threadQuery } from './queries';

export type Conversation = ThreadView['conversation'];

/** A conversation as the cache knows it: everything loaded so far, oldest first, and what is on its way. */
export type OpenConversation = {
  conversation: Conversation;
  messages: MessageItem[];
  facts: ThreadFact[];
  seq: number;
  /** The oldest message of each page that has been loaded. */
  pageStarts: string[];
  /** True when nothing older exists. */
  complete: boolean;
  /** True when nothing newer was known when it was opened, or has been asked for since. */
  fresh: boolean;
};

export function useConversation(conversationId: string) {
  const query = useInfiniteQuery(threadQuery(conversationId));
  const underway = useUnderway(conversationId);
  const fresh = query.isFetchedAfterMount || !query.isStale;
  return { query, open: query.data ? openOf(query.data.pages, underway, fresh) : null };
}

function openOf(
  pages: readonly ThreadPage[],
  underway: MessageItem[],
  fresh: boolean,
): OpenConversation | null {
  const view = pages[0]?.view;
  if (!view) return null;
  const known = pages.toReversed().flatMap((page) => page.messages);
  const arrived = new Set(known.map(({ clientKey }) => clientKey));
  return {
    conversation: view.conversation,
    messages: [...known, ...underway.filter(({ clientKey }) => !arrived.has(clientKey))],
    facts: pages.toReversed().flatMap((page) => page.facts),
    seq: view.seq,
    pageStarts: pages.flatMap(({ messages: [oldest] }) => oldest?.id ?? []),
    complete: pages.at(-1)?.olderCursor === null,
    fresh,
  };
}

/** What was written here and is not confirmed yet, drawn as if it already stood there. */
function useUnderway(conversationId: string): MessageItem[] {
  const { memberId } = useMe();
  return useMutationState({
    filters: { mutationKey: writeKey(conversationId), status: 'pending' },
    select: ({ state }) => pending(state.variables as Attempt, memberId, state.submittedAt),
  }).flatMap((message) => message ?? []);
}

/** Null for what is no message before somebody approves it. */
function pending(attempt: Attempt, authorId: string, submittedAt: number): MessageItem | null {
  if (attempt.asks) return null;
  const at = new Date(submittedAt).toISOString();
  const delivery = {
    state: 'sending',
    reason: null,
    detail: null,
    notBefore: at,
    attemptNo: 0,
    updatedAt: at,
    waitsFor: null,
  } as const;
  return {
    id: attempt.clientKey,
    kind: attempt.mode === 'reply' ? 'outbound' : 'note',
    authorId,
    body: attempt.text,
    automatic: null,
    unreadable: null,
    attachments: [...attempt.attachments],
    at,
    clientKey: attempt.clientKey,
    post: null,
    mentionIds: [...attempt.mentionIds],
    delivery: attempt.mode === 'reply' ? delivery : null,
  };
}
