import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { networkApi } from './api/api';
import { doorPath } from './api/door';
import { controlApi } from './control/control';
import { guard } from './control/guard';
import { live } from './control/live';
import type { AppKeys, Sandbox } from './core/sandbox';
import { openSandbox } from './core/sandbox';
import type { Seed } from './core/seed';
import { epochOf, sow } from './core/seed';
import type { Answer } from './http/answer';
import { json, unavailable } from './http/answer';
import { asset, page } from './http/pages';
import type { Asked } from './http/request';
import { BodyTooLarge, readRequest } from './http/request';
import { sendAnswer } from './http/send';
import { showConsent, takeConsent } from './oauth/authorize';
import { codeBook } from './oauth/codes';
import { appTokenEndpoint, revokeEndpoint, tokenEndpoint } from './oauth/token-endpoint';
import { startPush } from './push/push';

export type SandboxOptions = {
  app: AppKeys;
  /** Where the ledger lives. */
  dataDir: string;
  /** 0 takes any free port. */
  port?: number;
  host?: string;
  /** What an empty ledger is filled with. */
  seed?: Seed;
  epoch?: Date;
  /** Shrinks rate windows and the retry schedule. */
  timeScale?: number;
  /** Where the built page is. */
  assetsDir?: string;
  now?: () => number;
};

export type RunningSandbox = { url: string; sandbox: Sandbox; close(): Promise<void> };

const MAX_BODY_BYTES = 32 * 2 ** 20;

/** Starts the network. It answers at `url` until `close`, and remembers everything in `dataDir`. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const {
    app,
    dataDir,
    port = 3001,
    host = '127.0.0.1',
    seed = 'story',
    timeScale = 1,
    now = Date.now,
  } = options;
  const sandbox = openSandbox({ app, dataDir, timeScale, now });
  const epoch = epochOf(dataDir, options.epoch, now);
  sow(sandbox, seed, epoch);

  const server = createServer();
  server.keepAliveTimeout = 65_000;
  const sockets = trackSockets(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  const push = startPush(sandbox, () => url);
  const reset = (again: Seed = seed) => {
    sandbox.restart();
    sow(sandbox, again, epoch);
  };
  const answers = answerer(sandbox, {
    host,
    assetsDir: options.assetsDir ?? path.join(process.cwd(), '.build', 'sandbox-page'),
    api: networkApi(sandbox, push),
    control: controlApi(sandbox, { host, reset }),
  });
  server.on('request', (request, response) => void serve(sandbox, answers, request, response));

  return {
    url,
    sandbox,
    async close() {
      push.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
      sandbox.ledger.close();
    },
  };
}

function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return sockets;
}

type Answerer = (
  asked: Asked,
  response: ServerResponse,
) => Answer | 'streaming' | Promise<Answer | 'streaming'>;

async function serve(
  sandbox: Sandbox,
  answers: Answerer,
  request: IncomingMessage,
  response: ServerResponse,
) {
  try {
    const asked = await readRequest(request, MAX_BODY_BYTES);
    const answer = await answers(asked, response);
    if (answer !== 'streaming') sendAnswer(response, answer);
  } catch (error) {
    if (response.headersSent) return void response.destroy();
    if (error instanceof BodyTooLarge)
      return sendAnswer(response, json(413, { error: 'The body is too large.' }));
    sandbox.changes.emit('trouble', error);
    sendAnswer(response, unavailable(500));
  }
}

type Parts = {
  host: string;
  assetsDir: string;
  api: (asked: Asked) => Promise<Answer>;
  control: (asked: Asked) => Promise<Answer>;
};

function answerer(sandbox: Sandbox, { host, assetsDir, api, control }: Parts): Answerer {
  const codes = codeBook(sandbox.now);
  const exact: Record<string, (asked: Asked, response: ServerResponse) => Answer | 'streaming'> = {
    'GET /': () => page(assetsDir),
    'GET /healthz': () => json(200, { ok: true, entries: sandbox.ledger.entries.length }),
    'GET /messages/compose': ({ url }) => ({
      status: 302,
      headers: { location: `/${url.search}` },
    }),
    'GET /i/oauth2/authorize': (asked) => showConsent(sandbox, asked),
    'GET /2/oauth2/authorize': (asked) => showConsent(sandbox, asked),
    'POST /i/oauth2/authorize': (asked) => takeConsent(sandbox, codes, asked),
    'POST /2/oauth2/token': (asked) => tokenEndpoint(sandbox, codes, asked),
    'POST /2/oauth2/revoke': (asked) => revokeEndpoint(sandbox, asked),
    'POST /oauth2/token': (asked) => appTokenEndpoint(sandbox, asked),
    'GET /sandbox/live': (asked, response) => {
      const refusal = guard(asked, host);
      if (refusal) return refusal;
      live(sandbox, response);
      return 'streaming';
    },
  };
  return (asked, response) => {
    const { pathname } = asked.url;
    const handler = exact[`${asked.method} ${pathname}`];
    if (handler) return handler(asked, response);
    if (pathname.startsWith('/2/') || pathname === doorPath) return api(asked);
    if (pathname.startsWith('/sandbox/')) return control(asked);
    if (pathname.startsWith('/assets/')) return asset(assetsDir, pathname.slice('/assets/'.length));
    return json(404, { error: 'There is nothing here.' });
  };
}
