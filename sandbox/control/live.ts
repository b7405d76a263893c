import type { ServerResponse } from 'node:http';
import type { Entry } from '../core/facts';
import type { Sandbox } from '../core/sandbox';

const HEARTBEAT_MS = 15_000;

/** Tells a page, as server-sent events, what kinds of things happened and to whom. */
export function live(sandbox: Sandbox, response: ServerResponse) {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 1000\n\n');
  const onEntries = (entries: readonly Entry[]) => {
    const kinds = [...new Set(entries.map(({ kind }) => kind))].filter(
      (kind) => kind !== 'call.answered',
    );
    const offset = entries.at(-1)?.offset ?? 0;
    if (kinds.length > 0)
      response.write(`id: ${offset}\ndata: ${JSON.stringify({ offset, kinds })}\n\n`);
  };
  sandbox.changes.on('entries', onEntries);
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    sandbox.changes.off('entries', onEntries);
  });
}
