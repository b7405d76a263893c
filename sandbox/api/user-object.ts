import { createHash } from 'node:crypto';
import type { Person } from '../core/entities';
import type { World } from '../core/world';
import { mayWrite, pairKey } from '../core/world';

export const userFields = [
  'affiliation',
  'confirmed_email',
  'connection_status',
  'created_at',
  'description',
  'entities',
  'id',
  'is_identity_verified',
  'location',
  'most_recent_post_id',
  'most_recent_tweet_id',
  'name',
  'parody',
  'pinned_post_id',
  'pinned_tweet_id',
  'profile_banner_url',
  'profile_image_url',
  'protected',
  'public_metrics',
  'receives_your_dm',
  'subscribes_to_you',
  'subscription',
  'subscription_type',
  'url',
  'username',
  'verified',
  'verified_followers_count',
  'verified_type',
  'withheld',
] as const;

type Field = (typeof userFields)[number];

export const verifiedTypeOf = ({ verified, brand }: Person) => {
  if (!verified) return 'none';
  return brand ? 'business' : 'blue';
};

/** Hosted nowhere, like the pictures of the demo; stable for each person. */
export const imageUrlOf = ({ id }: Person) =>
  `https://pbs.twimg.com/profile_images/${id}/${stamp(id)}_normal.jpg`;

const stamp = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, 8);

type Reader = (person: Person, world: World, viewerId: string | null) => unknown;

const readers: Partial<Record<Field, Reader>> = {
  connection_status: (person, world, viewerId) =>
    viewerId === null ? undefined : connection(world, viewerId, person.id),
  created_at: ({ joinedAt }) => joinedAt,
  description: ({ bio }) => bio,
  is_identity_verified: ({ verified }) => verified,
  location: ({ location }) => location || undefined,
  most_recent_post_id: ({ id }, world) => world.postsByAuthor.get(id)?.at(-1),
  most_recent_tweet_id: ({ id }, world) => world.postsByAuthor.get(id)?.at(-1),
  parody: () => false,
  profile_image_url: imageUrlOf,
  protected: (person) => person.protected,
  public_metrics: (person, world) => {
    const metrics = metricsOf(person, world);
    // The newer documents say post_count, older clients read tweet_count.
    return { ...metrics, post_count: metrics.tweet_count };
  },
  receives_your_dm: (person, world, viewerId) =>
    viewerId === null ? undefined : mayWrite(world, viewerId, person.id).allow,
  subscribes_to_you: (_, __, viewerId) => (viewerId === null ? undefined : false),
  url: () => '',
  verified: ({ verified }) => verified,
  verified_type: verifiedTypeOf,
};

/** A user as the API shows them: always id, name and username, and what was asked for. */
export function userObject(
  world: World,
  person: Person,
  fields: ReadonlySet<string>,
  viewerId: string | null,
) {
  const { id, name, username } = person;
  const user: Record<string, unknown> = { id, name, username };
  for (const [field, read] of Object.entries(readers)) {
    const value = fields.has(field) ? read(person, world, viewerId) : undefined;
    if (value !== undefined) user[field] = value;
  }
  return user;
}

export function metricsOf({ id, followers }: Person, world: World) {
  const posts = world.postsByAuthor.get(id)?.length ?? 0;
  return {
    followers_count: followers,
    following_count: 40 + (followers % 300),
    tweet_count: posts,
    listed_count: followers % 17,
    like_count: followers % 400,
    media_count: 0,
  };
}

/** There is no word for being blocked by them: the network does not tell. */
function connection(world: World, viewerId: string, personId: string): string[] {
  const forth = pairKey(viewerId, personId);
  const states: [string, boolean][] = [
    ['following', world.follows.has(forth)],
    ['followed_by', world.follows.has(pairKey(personId, viewerId))],
    ['blocking', world.blocks.has(forth)],
  ];
  return states.filter(([, is]) => is).map(([state]) => state);
}
