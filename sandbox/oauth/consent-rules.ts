import { z } from 'zod';
import type { Asked } from '../http/request';
import { knownScopes as scopes } from './tokens';

const knownScopes: readonly string[] = scopes;

/** What each scope lets the app do, in a person's words. */
export const scopeWords: Record<string, string> = {
  'dm.read': 'Read private messages',
  'dm.write': 'Send private messages',
  'tweet.read': 'Read posts',
  'tweet.write': 'Post in public',
  'users.read': 'See accounts',
  'media.write': 'Upload pictures and videos',
  'block.read': 'See who is blocked',
  'follows.read': 'See who follows',
  'mute.read': 'See who is muted',
  'offline.access': 'Stay connected until you disconnect it',
};

/** Browsers say where a request comes from; other clients say nothing and are no threat to a browser's person. */
export function sameSite({ headers }: Asked): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** What an app asks an account's owner for. */
export const consentRequest = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.url({ protocol: /^https?$/ }),
  scope: z
    .string()
    .transform((scope) => scope.split(/[ +]+/).filter(Boolean))
    .refine((scopes) => scopes.length > 0 && scopes.every((scope) => knownScopes.includes(scope))),
  state: z.string().min(1).max(500),
  code_challenge: z.string().min(1).max(128),
  code_challenge_method: z.enum(['S256', 'plain']).default('plain'),
});

export type ConsentRequest = z.infer<typeof consentRequest>;
