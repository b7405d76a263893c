import 'server-only';
import { refusalOf } from './action';
import { currentActor } from './auth/actor';
import type { Actor } from './domain/access/can';
import type { RefusalCode } from './domain/refusal';

const statusOf: Record<RefusalCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
};

type Context<Params> = { params: Promise<Params> };

/**
 * A route that reads: who asks, the query, JSON that no cache keeps. Refusals answer with their
 * status and `{ code, message }`.
 */
export function read<Params, T>(
  query: (actor: Actor, params: Params, search: URLSearchParams) => Promise<T>,
) {
  return async (request: Request, { params }: Context<Params>): Promise<Response> => {
    try {
      const actor = await currentActor();
      return answer(200, await query(actor, await params, new URL(request.url).searchParams));
    } catch (error) {
      return refused(error);
    }
  };
}

/** What a route answers to anything that was thrown. */
export function refused(error: unknown): Response {
  const refusal = refusalOf(error);
  return answer(statusOf[refusal.code], refusal);
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
