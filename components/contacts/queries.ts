import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Attribute } from '@/lib/domain/contact/attributes';
import type { JourneyKind } from '@/lib/domain/contact/journey';
import type { ContactView } from '@/lib/queries/contacts/contact';
import type { JourneyPage } from '@/lib/queries/contacts/journey';
import { afterPaint } from '../shell/after-paint';
import { readJson } from '../shell/read-json';

/** Who a contact is to us, and what they did last elsewhere. */
export function contactQuery(contactId: string) {
  return queryOptions({
    queryKey: ['contacts', contactId],
    queryFn: async ({ signal }) => {
      await afterPaint();
      return await readJson<ContactView>(pathOf(contactId), signal);
    },
  });
}

/** All that there is with a contact, of these kinds, the newest first. */
export function journeyQuery(contactId: string, kinds: readonly JourneyKind[]) {
  return infiniteQueryOptions({
    queryKey: ['journey', contactId, kinds],
    queryFn: ({ pageParam: cursor, signal }) => {
      const search = new URLSearchParams({ show: kinds.join() });
      if (cursor !== null) search.set('cursor', cursor);
      return readJson<JourneyPage>(`${pathOf(contactId)}/journey?${search}`, signal);
    },
    initialPageParam: newest,
    getNextPageParam: (last: JourneyPage) => last.nextCursor,
  });
}

const newest: string | null = null;

/** Every attribute of the workspace in its order, also archived ones. */
export const attributesQuery = queryOptions({
  queryKey: ['attributes'],
  queryFn: ({ signal }) => readJson<Attribute[]>('/api/attributes', signal),
});

function pathOf(contactId: string): string {
  return `/api/contacts/${encodeURIComponent(contactId)}`;
}
