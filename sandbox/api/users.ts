import type { Person } from '../core/entities';
import { personByUsername } from '../core/world';
import { invalidRequest, json, notFoundError } from '../http/answer';
import { listOf } from '../http/request';
import type { Route } from '../http/route';
import type { Call, Endpoint } from './endpoint';
import { Refused } from './endpoint';
import { idOf, idsOf, namesOf } from './parameters';
import { postFields } from './post-object';
import { userFields, userObject } from './user-object';

const reading = {
  for: 'both',
  bucket: 'users',
  appBucket: 'app.users',
  scopes: ['users.read', 'tweet.read'],
  area: 'users',
} as const;

export const userRoutes: Route<Endpoint>[] = [
  {
    method: 'GET',
    path: '/2/users/me',
    target: {
      for: 'account',
      bucket: 'users',
      scopes: ['users.read', 'tweet.read'],
      area: 'users',
      run: (call) => one(call, call.sandbox.world.people.get(call.accountId), 'id', call.accountId),
    },
  },
  { method: 'GET', path: '/2/users', target: { ...reading, run: byIds } },
  { method: 'GET', path: '/2/users/by', target: { ...reading, run: byUsernames } },
  {
    method: 'GET',
    path: '/2/users/by/username/{username}',
    target: { ...reading, run: byUsername },
  },
  {
    method: 'GET',
    path: '/2/users/{id}',
    target: {
      ...reading,
      run: (call: Call) => {
        const id = idOf(call, 'id');
        return one(call, call.sandbox.world.people.get(id), 'id', id);
      },
    },
  },
];

function byUsername(call: Call) {
  const username = call.params['username'] ?? '';
  checkUsernames([username]);
  return one(call, personByUsername(call.sandbox.world, username), 'username', username);
}

function byIds(call: Call) {
  const ids = idsOf(call, 'ids');
  return many(
    call,
    ids.map((id) => [id, call.sandbox.world.people.get(id)]),
    'ids',
  );
}

function byUsernames(call: Call) {
  const usernames = listOf(call.query, 'usernames');
  checkUsernames(usernames);
  return many(
    call,
    usernames.map((name) => [name, personByUsername(call.sandbox.world, name)]),
    'usernames',
  );
}

function checkUsernames(usernames: readonly string[]) {
  const wrong = usernames.find((name) => !/^[A-Za-z0-9_]{1,15}$/.test(name));
  if (usernames.length === 0 || wrong !== undefined) {
    throw new Refused(
      invalidRequest(`The username [${wrong ?? ''}] is not valid`, { username: [wrong ?? ''] }),
    );
  }
}

/** A missing person is an error inside a successful answer, as on the real network. */
function one(call: Call, person: Person | undefined, parameter: string, value: string) {
  const fields = fieldsFor(call);
  if (!person) return json(200, { errors: [notFoundError('user', parameter, value)] });
  return json(200, { data: userObject(call.sandbox.world, person, fields, call.accountId) });
}

function many(call: Call, found: [string, Person | undefined][], parameter: string) {
  const fields = fieldsFor(call);
  const data = found.flatMap(([, person]) =>
    person ? [userObject(call.sandbox.world, person, fields, call.accountId)] : [],
  );
  const errors = found
    .filter(([, person]) => !person)
    .map(([value]) => notFoundError('user', parameter, value));
  return json(200, {
    ...(data.length > 0 ? { data } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  });
}

function fieldsFor(call: Call): Set<string> {
  namesOf(call, 'post.fields', postFields);
  namesOf(call, 'tweet.fields', postFields);
  namesOf(call, 'expansions', [
    'affiliation',
    'most_recent_post_id',
    'pinned_post_id',
    'pinned_tweet_id',
  ]);
  return namesOf(call, 'user.fields', userFields);
}
