import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { Server, ServerResponse } from 'node:http';
import { Server as Listener } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { closePool } from '@/db/client';
import { log } from './log';
import { hub } from './realtime/hub';

/** The launcher kills after 8 s; whatever still runs then is cut by us, a little earlier. */
const FINISH_WITHIN_MS = 6_500;
const CLOSE_WITHIN_MS = 1_000;
const QUIET_MS = 150;

type Exchange = { response: ServerResponse; server: Server };

/**
 * On SIGTERM and SIGINT: takes no new connection, tells live streams to reconnect, lets running
 * requests finish and exits with 0. Next itself would wait for the streams for ever.
 */
export function stopGracefully(): void {
  const servers = new Set<Server>();
  const running = new Set<ServerResponse>();
  let stopping = false;
  let onIdle: () => void = () => undefined;
  // Next hands out neither its server nor its requests; Node announces both.
  subscribe('http.server.request.start', (message) => {
    const { response, server } = message as Exchange;
    servers.add(server);
    running.add(response);
    if (stopping) response.shouldKeepAlive = false;
    response.once('close', () => {
      running.delete(response);
      if (running.size === 0) onIdle();
    });
  });

  async function finish(): Promise<void> {
    // Not the HTTP server's own close: it cuts idle connections, on one of which a request may be coming.
    for (const server of servers) Listener.prototype.close.call(server);
    for (const response of running) response.shouldKeepAlive = false;
    hub().closeAll();
    await Promise.race([idleFor(QUIET_MS), sleep(FINISH_WITHIN_MS)]);
    if (running.size > 0) log.warn({ running: running.size }, 'requests were cut off');
    await Promise.race([Promise.all([hub().stop(), closePool()]), sleep(CLOSE_WITHIN_MS)]);
  }

  /** Resolves once nothing has run for a moment: the last requests of kept-alive connections are in. */
  async function idleFor(ms: number): Promise<void> {
    if (running.size > 0) {
      await new Promise<void>((resolve) => {
        onIdle = resolve;
      });
    }
    await sleep(ms);
    if (running.size > 0) await idleFor(ms);
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (stopping) process.exit(0);
    stopping = true;
    log.info({ signal, running: running.size, streams: hub().size }, 'stopping');
    await finish();
    process.exit(0);
  }
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}
