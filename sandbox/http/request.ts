import type { IncomingMessage } from 'node:http';

/** A request after its body has come in. */
export type Asked = {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: Buffer;
};

export class BodyTooLarge extends Error {}

export async function readRequest(message: IncomingMessage, maxBytes: number): Promise<Asked> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) throw new BodyTooLarge(`more than ${maxBytes} bytes`);
    chunks.push(chunk as Buffer);
  }
  const host = message.headers.host ?? '127.0.0.1';
  return {
    method: message.method ?? 'GET',
    url: new URL(message.url ?? '/', `http://${host}`),
    headers: message.headers,
    body: Buffer.concat(chunks),
  };
}

export function mediaType({ headers }: Asked): string {
  return `${headers['content-type'] ?? ''}`.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The body as JSON; `undefined` when it is empty or is none. */
export function jsonOf({ body }: Asked): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The fields of a form, or of a JSON object that stands in for one: some clients send tokens that way. */
export function fieldsOf(asked: Asked): URLSearchParams {
  if (mediaType(asked) !== 'application/json')
    return new URLSearchParams(asked.body.toString('utf8'));
  const parsed = jsonOf(asked);
  const entries = Object.entries(parsed && typeof parsed === 'object' ? parsed : {});
  return new URLSearchParams(entries.map(([key, value]) => [key, String(value)]));
}

/** A list in the query, as in `ids=1,2`. */
export function listOf(query: URLSearchParams, name: string): string[] {
  return (query.get(name) ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}
