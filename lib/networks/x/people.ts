import { storable } from '@/lib/domain/delivery/normalise';
import type { Person } from '../network';
import type { XUser } from './payloads';
import { user } from './payloads';

/** The people named in a delivery, by id. XAA wraps each in `data`; AAA does not. */
export type People = Readonly<Record<string, unknown>>;

/** The person of that id, with whatever the delivery tells of them. */
export function personIn(people: People, externalId: string): Person {
  const known = user.safeParse(unwrapped(people[externalId]));
  return known.success ? toPerson(externalId, known.data) : { externalId };
}

export function toPerson(externalId: string, known: XUser): Person {
  const handle = known.username ?? known.screen_name;
  const avatarUrl = known.profile_image_url_https ?? known.profile_image_url;
  const followerCount = known.public_metrics?.followers_count ?? known.followers_count;
  const verified = isVerified(known);
  const relation = relationIn(known);
  return {
    externalId,
    ...(handle !== undefined && { handle: storable(handle) }),
    ...(known.name !== undefined && { name: storable(known.name) }),
    ...(avatarUrl !== undefined && { avatarUrl: storable(avatarUrl) }),
    ...(verified !== undefined && { verified }),
    ...(followerCount !== undefined && { followerCount }),
    ...(relation !== undefined && { relation }),
  };
}

/** X names what is so: what it leaves out of a list that it gave is not so. It never tells who blocked us. */
function relationIn({ receives_your_dm, connection_status }: XUser): Person['relation'] {
  if (receives_your_dm === undefined && connection_status === undefined) return undefined;
  return {
    ...(receives_your_dm !== undefined && { answer: receives_your_dm }),
    ...(connection_status !== undefined && {
      recipientFollowsSender: connection_status.includes('followed_by'),
      senderFollowsRecipient: connection_status.includes('following'),
      blockedByUs: connection_status.includes('blocking'),
    }),
  };
}

function isVerified(known: XUser): boolean | undefined {
  if (known.verified !== undefined) return known.verified;
  return known.verified_type === undefined ? undefined : known.verified_type !== 'none';
}

function unwrapped(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'data' in entry ? entry.data : entry;
}
