import { imageUrlOf, metricsOf, verifiedTypeOf } from '../api/user-object';
import type { Person } from '../core/entities';
import type { World } from '../core/world';

/** A user as the activity API carries it: the fields of v2, and each number a second time as text. */
export function newerUser(world: World, person: Person) {
  const metrics = Object.entries(metricsOf(person, world)).flatMap(([name, count]) => [
    [name, count],
    [`${name}_str`, String(count)],
  ]);
  return {
    id: person.id,
    username: person.username,
    name: person.name,
    description: person.bio,
    location: person.location,
    created_at: person.joinedAt,
    profile_image_url: imageUrlOf(person),
    profile_banner_url: '',
    url: '',
    protected: person.protected,
    verified: person.verified,
    verified_type: verifiedTypeOf(person),
    is_identity_verified: person.verified,
    public_metrics: Object.fromEntries(metrics),
  };
}

/** A user as the account activity API carries it. */
export function olderUser(world: World, person: Person) {
  const { followers_count, following_count, tweet_count } = metricsOf(person, world);
  return {
    id: person.id,
    created_timestamp: String(Date.parse(person.joinedAt)),
    name: person.name,
    screen_name: person.username,
    location: person.location,
    description: person.bio,
    protected: person.protected,
    verified: person.verified,
    followers_count,
    friends_count: following_count,
    statuses_count: tweet_count,
    profile_image_url: imageUrlOf(person),
    profile_image_url_https: imageUrlOf(person),
  };
}

export function peopleOf(world: World, ids: readonly string[]): Person[] {
  return [...new Set(ids)].flatMap((id) => world.people.get(id) ?? []);
}
