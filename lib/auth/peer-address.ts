import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** The address the connection came from, written by this process over whatever the client sent. */
export const PEER_HEADER = 'x-porchlight-peer';

/**
 * Next shows its routes no socket, and believes any X-Forwarded-For. Node announces every request
 * before Next sees it: here its true origin is put into a header that nobody outside can set.
 */
export function recordPeerAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? '';
  });
}
