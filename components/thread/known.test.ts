import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { ConversationDetail } from '@/lib/queries/inbox/thread-views';
import type { ConversationRow } from '@/lib/queries/inbox/views';
import { conversationsQuery } from '../inbox/queries';
import { aRow } from '../inbox/rows.fixture';
import { knownOf } from './known';
import { pageOfView, threadQuery } from './queries';

const row = (version: number, minute = 0) =>
  aRow('ana', `10:0${minute}`, { contactName: 'Ana', version });

const detail = (known: ConversationRow): ConversationDetail => ({
  ...known,
  channel: { id: 'c', externalId: '1', handle: 'caramel', name: 'C', network: 'x', status: 'ok' },
  permission: {
    verdict: 'allow',
    layer: 'network',
    reason: 'NETWORK_SAYS_YES',
    remedies: [],
    facts: [],
  },
  relation: [],
  publicThread: null,
  inPublic: null,
  contact: {
    id: 'p',
    name: 'Ana',
    handle: null,
    verified: null,
    followerCount: null,
    kind: 'customer',
  },
  cameFrom: null,
  isRuled: false,
  triage: null,
  block: null,
  quarantine: null,
  episode: 1,
  createdAt: known.lastMessageAt,
  resolvedAt: null,
  resolvedBy: null,
  statusAt: known.lastMessageAt,
  readUpTo: null,
});

function aCache({ lists, thread }: { lists: ConversationRow[]; thread?: ConversationRow }) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const views = ['open', 'all', 'mine'] as const;
  for (const [index, one] of lists.entries()) {
    const { queryKey } = conversationsQuery(views[index] ?? 'open', { q: '', sort: null });
    const page = { rows: [one], nextCursor: null, problems: [] };
    client.setQueryData(queryKey, { pages: [page], pageParams: [null] });
  }
  if (thread) {
    const conversation = detail(thread);
    const view = { conversation, messages: [], facts: [], olderCursor: null, seq: 7 };
    client.setQueryData(threadQuery('ana').queryKey, {
      pages: [pageOfView(view)],
      pageParams: [null],
    });
  }
  return client;
}

describe('what is known of a conversation', () => {
  it('is nothing where nothing was read', () => {
    expect(knownOf(aCache({ lists: [] }), 'ana')).toBeNull();
  });

  it('is what was read of it, up to where, when no list knows more', () => {
    const client = aCache({ lists: [row(3)], thread: row(3) });
    expect(knownOf(client, 'ana')).toMatchObject({ row: { version: 3 }, seq: 7 });
  });

  it('is the row of a list that knows a later version', () => {
    const client = aCache({ lists: [row(2), row(4), row(1)], thread: row(3) });
    expect(knownOf(client, 'ana')).toEqual({ row: row(4), seq: null });
  });

  it('is the row of a list that knows a later message', () => {
    const client = aCache({ lists: [row(3, 5)], thread: row(3) });
    expect(knownOf(client, 'ana')).toEqual({ row: row(3, 5), seq: null });
  });

  it('is what stands open on the screen, whatever a list knows already', () => {
    const client = aCache({ lists: [row(4, 5)], thread: row(3) });
    const stop = new InfiniteQueryObserver(client, threadQuery('ana')).subscribe(() => undefined);
    expect(knownOf(client, 'ana')).toMatchObject({ row: { version: 3 }, seq: 7 });
    stop();
    expect(knownOf(client, 'ana')).toMatchObject({ row: { version: 4 }, seq: null });
  });
});
