import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody the company's provider knows. */
type ProviderAccount = {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
};

export type Issuer = {
  url: string;
  accounts: Map<string, ProviderAccount>;
  close: () => Promise<void>;
};

type Client = { id: string; secret: string; redirectUri: string };

/**
 * An OpenID Connect provider of the tests' own, on loopback. Its sign-in page asks for a login, which
 * is a key of `accounts`, and believes any password.
 */
export async function startIssuer(client: Client, port = 0): Promise<Issuer> {
  const { default: Provider } = await quietly(() => import('oidc-provider'));
  const accounts = new Map<string, ProviderAccount>();
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = await quietly(() =>
    Promise.resolve(
      new Provider(url, {
        clients: [
          {
            client_id: client.id,
            client_secret: client.secret,
            redirect_uris: [client.redirectUri],
            grant_types: ['authorization_code'],
            response_types: ['code'],
          },
        ],
        jwks: {
          keys: [{ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig' }],
        },
        cookies: { keys: [randomBytes(24).toString('hex')] },
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        pkce: { required: () => true },
        ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
        findAccount: (_context: unknown, login: string) => accountOf(accounts, login),
      }),
    ),
  );
  server.on('request', provider.callback());
  return {
    url,
    accounts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function accountOf(accounts: Map<string, ProviderAccount>, login: string) {
  const account = accounts.get(login);
  return account && { accountId: login, claims: () => account };
}

/** The package says on the console that a newer Node would be welcome, and that its pages are for development. */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const { info, warn } = console;
  console.info = () => undefined;
  console.warn = () => undefined;
  try {
    return await run();
  } finally {
    console.info = info;
    console.warn = warn;
  }
}
