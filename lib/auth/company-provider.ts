import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '@/lib/env';
import type { Claims } from './single-sign-on';

/** The company's own OpenID Connect provider, if the settings name one. */
export function companyProvider(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!(OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET)) return [];
  return [
    {
      id: 'oidc',
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      checks: ['pkce', 'state', 'nonce'],
      idToken: true,
      httpOptions: { timeout: 8_000 },
      userinfo: {
        // Many providers keep the address out of the token and give it here; the token's word goes first.
        async request({ client, tokens }) {
          const told = tokens.access_token ? await client.userinfo(tokens.access_token) : {};
          const proven = tokens.id_token ? claimsOf(tokens.id_token) : {};
          if ('sub' in told && 'sub' in proven && told.sub !== proven['sub']) {
            throw new Error('The provider speaks of two different people.');
          }
          return { ...told, ...proven };
        },
      },
      profile: (profile) => ({ id: `${profile.iss}|${profile.sub}`, email: null, name: null }),
    },
  ];
}

// The signature, audience and nonce were checked before this is called.
function claimsOf(idToken: string): Record<string, unknown> {
  const [, body = ''] = idToken.split('.');
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
}
