import 'server-only';
import type { Holder } from '@/lib/domain/routing/absence';
import { msOf } from '@/lib/ms-of';
import { availabilityOf } from '@/lib/standing';

/** What is read of member `m` who holds something. */
export const holderColumns = `m.removed_at is not null as removed, ${availabilityOf('m')} as availability,
  ${msOf('m.availability_at')} as "availabilityAt", ${msOf('m.seen_at')} as "seenAt"`;

export function asHolder({ removed, availability, availabilityAt, seenAt }: Holder): Holder {
  return { removed, availability, availabilityAt, seenAt };
}
