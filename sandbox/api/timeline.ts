import { json } from '../http/answer';
import type { Route } from '../http/route';
import { compareIds } from '../snowflake';
import type { Call, Endpoint } from './endpoint';
import { idOf, namesOf, pageSizeOf, pageStartOf, pageTokenOf } from './parameters';
import { postExpansions, postFields, postObject } from './post-object';

export const timelineRoutes: Route<Endpoint>[] = [
  {
    method: 'GET',
    path: '/2/users/{id}/tweets',
    target: {
      for: 'both',
      bucket: 'posts.read',
      appBucket: 'posts.read',
      scopes: ['tweet.read', 'users.read'],
      area: 'posts',
      run: byAuthor,
    },
  },
];

/** What somebody said in public, newest first. */
function byAuthor(call: Call) {
  const { world } = call.sandbox;
  const older = namesOf(call, 'tweet.fields', postFields);
  const fields = new Set([...older, ...namesOf(call, 'post.fields', postFields)]);
  const names = older.size > 0 ? ('tweets' as const) : ('posts' as const);
  namesOf(call, 'expansions', postExpansions);
  const [size, before] = [pageSizeOf(call), pageStartOf(call)];
  const ids = (world.postsByAuthor.get(idOf(call, 'id')) ?? [])
    .filter((id) => before === undefined || compareIds(id, before) < 0)
    .toReversed();
  const posts = ids.slice(0, size).flatMap((id) => world.posts.get(id) ?? []);
  const last = posts.at(-1);
  const hasNext = ids.length > size || world.settings.nextTokenOnLastPage;
  return json(200, {
    ...(last ? { data: posts.map((post) => postObject(world, post, fields, names)) } : {}),
    meta: {
      result_count: posts.length,
      ...(last && hasNext ? { next_token: pageTokenOf(last.id) } : {}),
    },
  });
}
