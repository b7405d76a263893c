import { z } from 'zod';
import type { Person } from '../core/entities';
import { personSchema } from '../core/entities';
import type { World } from '../core/world';
import { mayWrite, pairKey, personByUsername, relationOf } from '../core/world';
import type { Route } from '../http/route';
import { compareIds } from '../snowflake';
import type { Operate, Operation } from './operation';
import { ControlError, done, inputOf, made, personFor } from './operation';
import { refusalWords } from './refusal-words';

const creation = personSchema.partial().required({ username: true }).strict();
const creations = z.union([creation.transform((one) => [one]), z.array(creation).min(1).max(5000)]);
const change = personSchema.omit({ id: true }).partial().strict();
const pair = z.strictObject({ from: z.string(), to: z.string() });

export const peopleRoutes: Route<Operate>[] = [
  { method: 'GET', path: '/sandbox/people', target: list },
  { method: 'POST', path: '/sandbox/people', target: create },
  {
    method: 'GET',
    path: '/sandbox/people/{id}',
    target: (operation) => done(personFor(operation, operation.params['id'] ?? '')),
  },
  { method: 'PATCH', path: '/sandbox/people/{id}', target: patch },
  { method: 'GET', path: '/sandbox/people/{id}/with/{accountId}', target: between },
  { method: 'POST', path: '/sandbox/follow', target: tie('follow.started') },
  { method: 'POST', path: '/sandbox/unfollow', target: tie('follow.ended') },
  { method: 'POST', path: '/sandbox/block', target: tie('block.started') },
  { method: 'POST', path: '/sandbox/unblock', target: tie('block.ended') },
];

/** Those of the search first by their last message to any brand, then by name. */
function list({ sandbox, query }: Operation) {
  const { world } = sandbox;
  const words = (query.get('query') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const limit = Math.min(Number(query.get('limit') ?? 200), 5000);
  const lastId = (id: string) => world.byParticipant.get(id)?.at(-1) ?? '0';
  const found = [...world.people.values()]
    .filter(({ brand }) =>
      query.get('brand') === null ? true : String(brand) === query.get('brand'),
    )
    .filter(({ name, username }) =>
      words.every((word) => `${name} @${username}`.toLowerCase().includes(word)),
    )
    .sort((a, b) => compareIds(lastId(b.id), lastId(a.id)) || a.name.localeCompare(b.name));
  const last = (id: string) => world.messages.get(lastId(id));
  const people = found
    .slice(0, limit)
    .map((person) => ({ ...person, last: last(person.id) ?? null }));
  return done({ people, total: found.length });
}

function create(operation: Operation) {
  const { sandbox } = operation;
  const people = inputOf(operation, creations).map((sketch): Person => {
    const defaults = {
      id: sandbox.nextId(),
      name: sketch.username,
      bio: '',
      location: '',
      door: 'verified' as const,
      verified: false,
      protected: false,
      suspended: false,
      followers: 0,
      joinedAt: new Date(sandbox.now()).toISOString(),
      brand: false,
      encrypted: false,
    };
    return personSchema.parse({ ...defaults, ...sketch });
  });
  for (const { id, username } of people) {
    if (sandbox.world.people.has(id)) throw new ControlError(409, `The id ${id} is taken.`);
    if (personByUsername(sandbox.world, username))
      throw new ControlError(409, `The name @${username} is taken.`);
  }
  sandbox.record(...people.map((person) => ({ kind: 'person.created' as const, person })));
  return made(people.length === 1 ? people[0] : { people });
}

function patch(operation: Operation) {
  const { id, username } = personFor(operation, operation.params['id'] ?? '');
  const changes = inputOf(operation, change);
  const taken = changes.username && personByUsername(operation.sandbox.world, changes.username);
  if (taken && taken.id !== id)
    throw new ControlError(409, `The name @${changes.username ?? username} is taken.`);
  operation.sandbox.record({ kind: 'person.changed', id, patch: changes });
  return done(personFor(operation, id));
}

/** How a person and a brand account stand to each other, both ways. */
function between(operation: Operation) {
  const { world } = operation.sandbox;
  const person = personFor(operation, operation.params['id'] ?? '');
  const account = personFor(operation, operation.params['accountId'] ?? '');
  return done({
    person,
    account,
    ruleSet: world.settings.ruleSet,
    toAccount: sideOf(world, person, account),
    toPerson: sideOf(world, account, person),
    personBlocks: world.blocks.has(pairKey(person.id, account.id)),
    accountBlocks: [world.blocks, world.dmBlocks].some((set) =>
      set.has(pairKey(account.id, person.id)),
    ),
  });
}

function sideOf(world: World, from: Person, to: Person) {
  const verdict = mayWrite(world, from.id, to.id);
  const sentence = verdict.allow ? null : refusalWords(verdict.reason, from, to);
  return { ...relationOf(world, from.id, to.id), verdict, sentence };
}

function tie(kind: 'follow.started' | 'follow.ended' | 'block.started' | 'block.ended'): Operate {
  return (operation) => {
    const { from, to } = inputOf(operation, pair);
    const fromId = personFor(operation, from).id;
    const toId = personFor(operation, to).id;
    if (fromId === toId) throw new ControlError(400, 'Both ends are the same person.');
    const { world } = operation.sandbox;
    const isBlocked =
      world.blocks.has(pairKey(fromId, toId)) || world.blocks.has(pairKey(toId, fromId));
    if (kind === 'follow.started' && isBlocked)
      throw new ControlError(403, 'One of them blocks the other.');
    if (kind === 'block.started' || kind === 'block.ended') {
      operation.sandbox.record({ kind, fromId, toId, scope: 'all' });
    } else operation.sandbox.record({ kind, fromId, toId });
    return done();
  };
}
