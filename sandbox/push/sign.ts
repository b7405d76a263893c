import { createHmac } from 'node:crypto';

/** `sha256=` and the HMAC of exactly these bytes under the app's consumer secret. */
export function signed(consumerSecret: string, bytes: string | Uint8Array): string {
  return `sha256=${createHmac('sha256', consumerSecret).update(bytes).digest('base64')}`;
}
