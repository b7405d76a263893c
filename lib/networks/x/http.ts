import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';

export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** For the whole exchange; half of it for connecting. 10,000 by default. */
  deadlineMs?: number;
  /** An answer longer than this is given up. 8 MiB by default. */
  limitBytes?: number;
  /** Which addresses a name may stand for; the system's word by default. */
  lookup?: LookupFunction;
};

type Heading = { status: number; headers: Headers };

/**
 * How far an exchange came. `unsent`: no byte of the request left. `unanswered`: it left and no
 * status came back. `cut`: a status came, not the whole body. `answered`: all of it came.
 */
export type Exchange =
  | { phase: 'unsent'; detail: string }
  | { phase: 'unanswered'; detail: string }
  | (Heading & { phase: 'cut'; detail: string })
  | (Heading & { phase: 'answered'; bytes: Buffer; readonly text: string });

const DEADLINE_MS = 10_000;
const ANSWER_LIMIT_BYTES = 8 * 1024 * 1024;

/** The detail of an exchange that was cut because there was no end to it. */
export const TOO_LARGE = 'the answer is too large';

/**
 * One request on a connection of its own; never repeated, no redirect followed. Not `fetch`, which
 * does not tell whether the request had left before the connection broke. Does not reject.
 */
export function exchange(request: HttpRequest): Promise<Exchange> {
  return new Promise((resolve) => {
    try {
      follow(request, open(request), resolve);
    } catch (error) {
      resolve({ phase: 'unsent', detail: describe(error) });
    }
  });
}

function open({ method, url, headers, lookup }: HttpRequest): http.ClientRequest {
  const { request } = url.startsWith('https:') ? https : http;
  return request(url, {
    method,
    headers: { 'user-agent': 'Porchlight', ...headers },
    agent: false,
    ...(lookup && { lookup }),
  });
}

function follow(
  { url, body, deadlineMs = DEADLINE_MS, limitBytes = ANSWER_LIMIT_BYTES }: HttpRequest,
  outgoing: http.ClientRequest,
  resolve: (outcome: Exchange) => void,
): void {
  let phase: 'unsent' | 'unanswered' = 'unsent';
  let heading: Heading | undefined;
  const settle = (outcome: Exchange) => {
    clearTimeout(connecting);
    clearTimeout(everything);
    resolve(outcome);
    outgoing.destroy();
  };
  const fail = (detail: string) =>
    settle(heading ? { phase: 'cut', ...heading, detail } : { phase, detail });
  const connecting = setTimeout(() => fail('no connection in time'), deadlineMs / 2);
  const everything = setTimeout(() => fail('no answer in time'), deadlineMs);

  outgoing.once('socket', (socket) => {
    // Node holds the request back until this event, so before it nothing can have arrived.
    socket.once(url.startsWith('https:') ? 'secureConnect' : 'connect', () => {
      phase = 'unanswered';
      clearTimeout(connecting);
    });
  });
  outgoing.on('error', (error) => fail(describe(error)));
  outgoing.once('close', () => fail('connection closed'));
  outgoing.once('response', (response) => {
    const known = headingOf(response);
    heading = known;
    collect(response, limitBytes, fail, (bytes) => settle(answered(known, bytes)));
  });
  outgoing.end(body);
}

function headingOf({ statusCode = 0, headersDistinct }: http.IncomingMessage): Heading {
  const headers = Object.entries(headersDistinct).map(([name, values]): [string, string] => [
    name,
    (values ?? []).join(', '),
  ]);
  return { status: statusCode, headers: new Headers(headers) };
}

function answered(heading: Heading, bytes: Buffer): Exchange {
  return {
    phase: 'answered',
    ...heading,
    bytes,
    get text() {
      return bytes.toString();
    },
  };
}

function collect(
  response: http.IncomingMessage,
  limitBytes: number,
  fail: (detail: string) => void,
  done: (bytes: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limitBytes) fail(TOO_LARGE);
    else chunks.push(chunk);
  });
  response.on('error', (error) => fail(describe(error)));
  response.once('end', () => {
    if (response.complete) done(Buffer.concat(chunks));
    else fail('the answer broke off');
  });
}

/** The code of an error when it has one: messages of errors may hold addresses. */
function describe(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return describe(error.errors[0]);
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : 'unknown error';
}
