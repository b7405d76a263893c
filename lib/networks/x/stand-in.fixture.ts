import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { AppConfig, InboundEvent, Network } from '../network';

export type Seen = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

/** A server on a real socket that answers as the test says and remembers what it was asked. */
export async function standIn(answer: (seen: Seen, response: ServerResponse) => void) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(`${request.url}`, 'http://stand-in');
    const { method = '', headers } = request;
    const body = await bodyOf(request);
    const asked = { method, path: pathname, query: searchParams, headers, body };
    seen.push(asked);
    answer(asked, response);
  });
  onTestFinished(() => stop(server));
  return { url: await listen(server), seen };
}

/** The routes of a test, by `METHOD /path`; anything else is a 404 in the words of X. */
export async function routes(
  table: Readonly<Record<string, (seen: Seen, response: ServerResponse) => void>>,
) {
  return await standIn((seen, response) => {
    const handler = table[`${seen.method} ${seen.path}`];
    if (handler) handler(seen, response);
    else
      json(response, 404, {
        title: 'Not Found Error',
        type: 'about:blank',
        detail: 'no such route',
      });
  });
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${portOf(server.address())}`;
}

async function stop(server: Server): Promise<void> {
  const stopped = new Promise((resolve) => {
    server.close(resolve);
  });
  server.closeAllConnections();
  await stopped;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}

export function appAt(url: string, callDeadlineMs = 10_000): AppConfig {
  return {
    apiUrl: url,
    siteUrl: url,
    authorizeUrl: `${url}/i/oauth2/authorize`,
    clientId: 'client-of-ours',
    clientSecret: 'its-secret',
    consumerKey: 'consumer-key',
    consumerSecrets: ['consumer-secret-one'],
    bearerToken: 'app-bearer',
    callDeadlineMs,
  };
}

export const rateHeaders = {
  'x-rate-limit-limit': '15',
  'x-rate-limit-remaining': '14',
  'x-rate-limit-reset': '1784929000',
};

export type Receiver = { url: string; events: InboundEvent[]; close: () => Promise<void> };

/** A webhook of ours: answers the challenge, checks signatures, keeps what the deliveries say. */
export async function receiver(network: Network, app: AppConfig): Promise<Receiver> {
  const events: InboundEvent[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { searchParams } = new URL(`${request.url}`, 'http://receiver');
    if (request.method === 'GET') {
      const answer = network.webhook.answerChallenge(searchParams, app);
      return json(response, answer.status, answer.body);
    }
    const headers = new Headers(
      Object.entries(request.headersDistinct).flatMap(([name, values]) =>
        (values ?? []).map((value): [string, string] => [name, value]),
      ),
    );
    const isAuthentic = network.webhook.isAuthentic(body, headers, app);
    if (isAuthentic) events.push(...network.webhook.read(body));
    return json(response, isAuthentic ? 200 : 401, {});
  });
  const url = await listen(server);
  return { url: `${url}/hook`, events, close: () => stop(server) };
}
