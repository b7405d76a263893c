import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Answer } from './answer';

/** Puts an answer on the wire, or does to the connection what the answer says instead. */
export function sendAnswer(response: ServerResponse, answer: Answer) {
  if ('sever' in answer) return sever(response, answer.sever);
  const bytes =
    answer.bytes ??
    (answer.body === undefined ? undefined : Buffer.from(JSON.stringify(answer.body)));
  response.writeHead(answer.status, {
    'x-transaction-id': randomBytes(8).toString('hex'),
    'x-access-level': 'read-write-directmessages',
    'api-version': '2.167',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'content-length': bytes?.length ?? 0,
    ...answer.headers,
  });
  response.end(bytes);
}

function sever(response: ServerResponse, how: 'hang' | 'reset' | 'close') {
  if (how === 'reset') response.socket?.resetAndDestroy();
  if (how === 'close') response.socket?.destroy();
}
