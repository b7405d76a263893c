import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AudiencePreview } from '@/lib/queries/offers/audience';
import type { OfferView } from '@/lib/queries/offers/offer';
import type { OfferLine } from '@/lib/queries/offers/offer-list';
import type { OutcomeGroup } from '@/lib/queries/offers/outcome';
import type { RecipientPage } from '@/lib/queries/offers/recipients';
import { readJson } from '../shell/read-json';

/** Everything under this is stale when an offer changes. */
const offers = ['offers'] as const;

export const offersQuery = queryOptions({
  queryKey: [...offers, 'list'],
  queryFn: ({ signal }) => readJson<OfferLine[]>('/api/offers', signal),
});

export function offerQuery(offerId: string) {
  return queryOptions({
    queryKey: [...offers, offerId],
    queryFn: ({ signal }) => readJson<OfferView>(offerPath(offerId), signal),
  });
}

/** How many an offer would be for, while its labels are being chosen. */
export function audienceQuery(channelId: string, labelIds: readonly string[]) {
  const search = new URLSearchParams({ channel: channelId });
  for (const labelId of labelIds) search.append('label', labelId);
  return queryOptions({
    queryKey: [...offers, 'audience', search.toString()],
    queryFn: ({ signal }) => readJson<AudiencePreview>(`/api/offers/audience?${search}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** Who shares one outcome and reason, a page at a time. */
export function recipientsQuery(
  offerId: string,
  { outcome, reason }: Pick<OutcomeGroup, 'outcome' | 'reason'>,
) {
  return infiniteQueryOptions({
    queryKey: [...offers, offerId, 'recipients', outcome, reason],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ outcome, reason: reason ?? '' });
      if (pageParam) search.set('after', pageParam);
      return readJson<RecipientPage>(`${offerPath(offerId)}/recipients?${search}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ after }) => after,
  });
}

/** Where everybody's outcome is to be had as a file. */
export function exportPath(offerId: string): string {
  return `${offerPath(offerId)}/export`;
}

function offerPath(offerId: string): string {
  return `/api/offers/${encodeURIComponent(offerId)}`;
}
