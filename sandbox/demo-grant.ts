import { createHmac } from 'node:crypto';

/**
 * The consent that the demo's brand accounts gave before the story begins: the tokens under which the
 * demo workspace is already connected. Known only to who holds the app's own secret.
 */
export function demoGrant(
  clientSecret: string,
  accountId: string,
): { accessToken: string; refreshToken: string } {
  const token = (kind: string) =>
    createHmac('sha256', clientSecret).update(`demo ${kind} ${accountId}`).digest('base64url');
  return { accessToken: token('access'), refreshToken: token('refresh') };
}
