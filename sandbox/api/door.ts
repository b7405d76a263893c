import { personSchema } from '../core/entities';
import { forbidden, json } from '../http/answer';
import type { Route } from '../http/route';
import type { AccountCall, Endpoint } from './endpoint';
import { bodyOf } from './parameters';

/**
 * Not X's: there an account's holder sets in the settings who may message it, and no app can. Here the
 * app may, in their place, so that a demo's door really opens.
 */
export const doorPath = '/i/account/door';

const wanted = personSchema.pick({ door: true }).strict();
const holder = { for: 'account', bucket: 'users', area: 'door' } as const;

export const doorRoutes: Route<Endpoint>[] = [
  { method: 'GET', path: doorPath, target: { ...holder, scopes: ['dm.read'], run: doorOf } },
  { method: 'PUT', path: doorPath, target: { ...holder, scopes: ['dm.write'], run: set } },
];

function set(call: AccountCall) {
  const patch = bodyOf(call, wanted);
  const { sandbox, accountId: id } = call;
  if (patch.door !== sandbox.world.people.get(id)?.door) {
    sandbox.record({ kind: 'person.changed', id, patch });
  }
  return doorOf(call);
}

function doorOf({ sandbox, accountId }: AccountCall) {
  const account = sandbox.world.people.get(accountId);
  return account ? json(200, { data: { door: account.door } }) : forbidden('Forbidden');
}
