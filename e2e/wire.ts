import { createHmac } from 'node:crypto';
import http from 'node:http';

const agent = new http.Agent({ keepAlive: true, maxSockets: 600 });

export type Reply = { status: number; body: string };

/** One request over a kept connection; the whole answer as text. */
export function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const request = http.request(url, { agent, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
      );
      response.on('error', reject);
    });
    request.on('error', (error) => {
      // The server let a kept connection go just as it was used again: nothing had arrived.
      if (request.reusedSocket && 'code' in error && error.code === 'ECONNRESET') {
        resolve(ask(url, options));
      } else reject(error);
    });
    request.end(body);
  });
}

/** The same, refusing anything but 200: a fast error must not look like a fast answer. */
export async function ok(url: string, options?: Parameters<typeof ask>[1]): Promise<Reply> {
  const reply = await ask(url, options);
  if (reply.status !== 200)
    throw new Error(`${url} answered ${reply.status}: ${reply.body.slice(0, 200)}`);
  return reply;
}

export type LiveStream = {
  close: () => void;
  /** Whether more may come: not once either side has ended it. */
  isOpen: () => boolean;
};

/**
 * Follows the live stream; calls back with each change's arrival in milliseconds since the process
 * began, and never after it was closed.
 */
export function follow(
  url: string,
  cookie: string,
  onChange: (data: string, at: number) => void,
): Promise<LiveStream> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      url,
      { headers: { cookie, accept: 'text/event-stream' } },
      (response) => {
        if (response.statusCode !== 200) {
          reject(new Error(`the stream answered ${response.statusCode}`));
          request.destroy();
          return;
        }
        let open = true;
        let rest = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          const at = performance.now();
          const frames = (rest + part).split('\n\n');
          rest = frames.pop() ?? '';
          for (const frame of frames) if (open) onChange(frame, at);
        });
        const over = () => {
          open = false;
        };
        response.on('close', over);
        response.on('error', over);
        resolve({
          isOpen: () => open,
          close: () => {
            over();
            request.destroy();
          },
        });
      },
    );
    request.on('error', (error) => reject(error));
  });
}

export type PrivateMessage = { id: string; from: string; text: string; at: number };

type Delivery = { body: string; headers: Record<string, string> };

/** A delivery as X would push it, holding one private message. */
export function signedMessage(secret: string, message: PrivateMessage & { to: string }): Delivery {
  return signedMessages(secret, { uuid: message.id, to: message.to, messages: [message] });
}

/** A delivery as X would push it, holding several private messages, signed over its exact bytes. */
export function signedMessages(
  secret: string,
  { uuid, to, messages }: { uuid: string; to: string; messages: readonly PrivateMessage[] },
): Delivery {
  const users = messages.map(({ from }) => [
    from,
    { data: { id: from, username: `u${from.slice(-8)}`, name: `Customer ${from.slice(-4)}` } },
  ]);
  const payload = {
    direct_message_events: messages.map((message) => wireMessage(message, to)),
    users: Object.fromEntries(users),
  };
  const data = { event_uuid: uuid, filter: { user_id: to }, event_type: 'dm.received', payload };
  return signed(secret, JSON.stringify({ data }));
}

/** Any body with its true signature. */
export function signed(secret: string, body: string): Delivery {
  const digest = createHmac('sha256', secret).update(body).digest('base64');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'x-twitter-webhooks-signature': `sha256=${digest}`,
    },
  };
}

function wireMessage({ id, from, text, at }: PrivateMessage, to: string) {
  const entities = { hashtags: [], symbols: [], user_mentions: [], urls: [] };
  return {
    type: 'message_create',
    id,
    created_timestamp: String(at),
    message_create: {
      target: { recipient_id: to },
      sender_id: from,
      message_data: { text, entities },
    },
  };
}
