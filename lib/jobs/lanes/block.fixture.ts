import type { IncomingMessage } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between us and a network, and keeps back as many of its answers as it is told to. */
export async function startRelay(networkUrl: string) {
  const relay = { url: '', answersKept: 0, close: async () => {} };
  const server = createServer((asked, response) => {
    const { method, headers } = asked;
    const onward = request(`${networkUrl}${asked.url}`, { method, headers }, (answer) => {
      if (asked.url?.includes('/dm/') && relay.answersKept > 0) {
        relay.answersKept -= 1;
        answer.resume();
        response.socket?.destroy();
        return;
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      pass(answer, response);
    });
    onward.on('error', () => response.socket?.destroy());
    pass(asked, onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  relay.url = `http://127.0.0.1:${port}`;
  relay.close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return relay;
}

function pass(from: IncomingMessage, to: NodeJS.WritableStream) {
  from.pipe(to);
}
