import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Received = { body: string; signature: string; isAuthentic: boolean; at: number };

/** A local webhook: answers the check, collects deliveries, and may be told to refuse them. */
export async function startReceiver(consumerSecret: string) {
  const received: Received[] = [];
  const behaviour = { status: 200, wrongToken: false };
  const hmac = (text: string | Buffer) =>
    `sha256=${createHmac('sha256', consumerSecret).update(text).digest('base64')}`;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const token = new URL(request.url ?? '/', 'http://local').searchParams.get('crc_token');
      if (request.method === 'GET' && token !== null) {
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({ response_token: hmac(behaviour.wrongToken ? `${token}x` : token) }),
        );
        return;
      }
      const body = Buffer.concat(chunks);
      const signature = `${request.headers['x-twitter-webhooks-signature']}`;
      received.push({
        body: body.toString('utf8'),
        signature,
        isAuthentic: signature === hmac(body),
        at: Date.now(),
      });
      response.statusCode = behaviour.status;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/x`,
    received,
    behaviour,
    close: () =>
      new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}

/** Waits for something to become true, up to ten seconds. */
export async function eventually<T>(
  look: () => T | undefined | false,
  withinMs = 10_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const seen = look();
    if (seen) return seen;
    if (Date.now() > until) throw new Error('it did not happen in time');
    // biome-ignore lint/performance/noAwaitInLoops: waiting is the point
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
