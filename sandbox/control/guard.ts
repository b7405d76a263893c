import { isIP } from 'node:net';
import type { Answer } from '../http/answer';
import { json } from '../http/answer';
import type { Asked } from '../http/request';
import { mediaType } from '../http/request';
import { sameSite } from '../oauth/consent-rules';

const trouble = (status: number, error: string) => json(status, { error });

/**
 * Keeps other websites' pages away from the controls: no cross-site requests, no foreign host names (which would
 * be a rebound address), and no writing without a content type that a plain form cannot send.
 */
export function guard(asked: Asked, ownHost: string): Answer | undefined {
  const host = asked.url.hostname.replace(/^\[|\]$/g, '');
  const isOwn =
    isIP(host) !== 0 || host === 'localhost' || host.endsWith('.localhost') || host === ownHost;
  if (!isOwn) return trouble(421, 'This host name is not served here.');
  if (!sameSite(asked)) return trouble(403, 'Requests from other sites are refused.');
  const { origin } = asked.headers;
  if (
    origin !== undefined &&
    origin !== `http://${asked.headers.host}` &&
    origin !== `https://${asked.headers.host}`
  ) {
    return trouble(403, 'Requests from other origins are refused.');
  }
  const isWrite = asked.method !== 'GET';
  if (isWrite && asked.body.length > 0 && !isSafeType(mediaType(asked))) {
    return trouble(415, 'Send application/json.');
  }
  return undefined;
}

const isSafeType = (type: string) => type === 'application/json' || /^(image|video)\//.test(type);
