import 'server-only';
import { refusalOf } from './action';
import { currentActor } from './auth/actor';
import { requireSameOrigin } from './auth/same-origin';
import type { Command } from './commands/command';
import type { Actor } from './domain/access/can';
import type { TextFile } from './domain/csv';
import type { RefusalCode } from './domain/refusal';
import { Refusal } from './domain/refusal';
import { env } from './env';
import { dataHeaders } from './http/security-headers';
import { processWide } from './process-wide';
import { readRawBody } from './raw-body';

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

/** A route that reads a file of text: the browser keeps it instead of showing it. */
export function readFile<Params>(
  query: (actor: Actor, params: Params, search: URLSearchParams) => Promise<TextFile>,
) {
  return async (request: Request, { params }: Context<Params>): Promise<Response> => {
    try {
      const actor = await currentActor();
      const { searchParams } = new URL(request.url);
      const { name, type, text } = await query(actor, await params, searchParams);
      const disposition = `attachment; filename="${name}"`;
      const headers = { ...ours(), 'content-type': type, 'content-disposition': disposition };
      return new Response(text, { headers });
    } catch (error) {
      return refused(error);
    }
  };
}

const MOST_BODY_BYTES = 1024 * 1024;

/**
 * A route that writes: for what happens often or beside a person's decisions, because a browser sends
 * its server actions one by one. The command gets the JSON body with the address's own parts in it.
 * `mostBytes` is for what is larger than most.
 */
export function write<Params, T>(command: Command<T>, mostBytes = MOST_BODY_BYTES) {
  return async (request: Request, { params }: Context<Params>): Promise<Response> => {
    try {
      requireSameOrigin(request.headers);
      const actor = await currentActor();
      const input = await jsonOf(request, mostBytes);
      return answer(200, await command(actor, { ...input, ...(await params) }));
    } catch (error) {
      return refused(error);
    }
  };
}

async function jsonOf(request: Request, mostBytes: number): Promise<object> {
  const body = await readRawBody(request, mostBytes);
  if (body === 'too_large') {
    throw new Refusal('invalid', 'This is too much at once. Send less.');
  }
  const parsed = body === 'broken' ? undefined : parsedJson(new TextDecoder().decode(body));
  if (typeof parsed === 'object' && parsed !== null) return parsed;
  throw new Refusal('invalid', 'This request cannot be read. Load the page again.');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a route answers to anything that was thrown. */
export function refused(error: unknown): Response {
  const refusal = refusalOf(error);
  return answer(statusOf[refusal.code], refusal);
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: ours() });
}

const kept = processWide<{ headers?: Record<string, string> }>('data headers', () => ({}));

function ours(): Record<string, string> {
  kept.headers ??= dataHeaders({ isSecure: env().APP_URL.startsWith('https:') });
  return kept.headers;
}
