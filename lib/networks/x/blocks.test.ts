import { describe, expect, it } from 'vitest';
import { NetworkFailure } from '../network';
import { client } from './client';
import { brand, customer } from './deliveries.fixture';
import { appAt, json, rateHeaders, routes } from './stand-in.fixture';

const block = `POST /2/users/${customer}/dm/block`;
const unblock = `POST /2/users/${customer}/dm/unblock`;

function clientAt(url: string, deadlineMs?: number) {
  return client(appAt(url, deadlineMs), { accessToken: 'user-token', externalId: brand });
}

async function failing(call: Promise<unknown>): Promise<NetworkFailure> {
  const error = await call.catch((thrown: unknown) => thrown);
  if (!(error instanceof NetworkFailure)) throw new Error('It did not fail.');
  return error;
}

describe('blocking a person’s private messages', () => {
  it('asks for it once, without words, and brings back the budget', async () => {
    const { url, seen } = await routes({
      [block]: (_, response) => json(response, 200, { data: { blocked: true } }, rateHeaders),
      [unblock]: (_, response) => json(response, 200, { data: { blocked: false } }),
    });
    const rate = { limit: 15, remaining: 14, resetAt: expect.any(Date) };
    expect(await clientAt(url).setBlock(customer, true)).toEqual({ value: { kind: 'done' }, rate });
    expect(await clientAt(url).setBlock(customer, false)).toEqual({ value: { kind: 'done' } });
    expect(seen.map(({ method, body }) => [method, body.length])).toEqual([
      ['POST', 0],
      ['POST', 0],
    ]);
    expect(seen[0]?.headers.authorization).toBe('Bearer user-token');
  });

  it.each([
    [
      'whoever is gone',
      404,
      {
        title: 'Not Found Error',
        type: 'https://api.twitter.com/2/problems/resource-not-found',
        detail: 'Could not find user.',
      },
      'RECIPIENT_GONE',
    ],
    [
      'an app that may not',
      403,
      { title: 'Forbidden', detail: 'Forbidden', type: 'about:blank', status: 403 },
      'APP_SCOPE_MISSING',
    ],
    [
      'a plan without it',
      403,
      { errors: [{ code: 453, message: 'a subset only' }] },
      'APP_SCOPE_MISSING',
    ],
    [
      'an account that may not act',
      403,
      { detail: 'This operation is not permitted.' },
      'SENDER_RESTRICTED',
    ],
    ['what nobody explains', 400, {}, 'INVALID_MESSAGE'],
  ])('says that it will not be done for %s', async (_, status, body, reason) => {
    const { url } = await routes({ [block]: (__, response) => json(response, status, body) });
    expect(await clientAt(url).setBlock(customer, true)).toEqual({
      value: { kind: 'refused', reason },
    });
  });

  it.each([
    ['too many', 429, { title: 'Too Many Requests' }, 'rate_limited'],
    ['no credits', 402, { title: 'CreditsDepleted' }, 'credits_depleted'],
    ['a spent token', 401, { errors: [{ code: 89 }] }, 'unauthorized'],
    ['trouble at X', 503, {}, 'unreachable'],
    ['another answer than was wanted', 200, { data: { blocked: false } }, 'not_understood'],
    ['nothing that can be read', 200, { errors: [{ title: 'Odd' }] }, 'not_understood'],
  ])('throws for what may be otherwise later: %s', async (_, status, body, kind) => {
    const { url } = await routes({
      [block]: (__, response) => json(response, status, body, rateHeaders),
    });
    const { failure } = await failing(clientAt(url).setBlock(customer, true));
    expect(failure.kind).toBe(kind);
    if (failure.kind === 'rate_limited') expect(failure.resetAt).toEqual(expect.any(Date));
  });

  it('does not know whether it arrived when nobody answers', async () => {
    const { url } = await routes({ [block]: (_, response) => response.socket?.destroy() });
    const { failure } = await failing(clientAt(url).setBlock(customer, true));
    expect(failure).toMatchObject({ kind: 'unreachable', mayHaveArrived: true });
  });
});
