import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { connectChannel } from './commands/channel/connect';
import { beginConnecting, returnFromNetwork } from './commands/channel/connect-attempt';
import type { Actor } from './domain/access/can';
import { Refusal } from './domain/refusal';
import { env } from './env';
import type { AppConfig, Network } from './networks/network';
import { appConfig, findNetwork } from './networks/registry';

/** Where an admin goes to let us speak for a brand account; they come back to `finishConnecting`. */
export async function startConnecting(actor: Actor, name: string): Promise<string> {
  const { network, app } = networkFor(name);
  const state = randomBytes(32).toString('base64url');
  const codeVerifier = randomBytes(48).toString('base64url');
  await beginConnecting(actor, { network: name, state, codeVerifier });
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  return network
    .connect(app)
    .authorizeUrl({ state, codeChallenge, redirectUri: redirectUri(name) });
}

/** Takes what the network sent back, asks whose account it is, and connects it. */
export async function finishConnecting(
  actor: Actor,
  name: string,
  { state, code }: { state: string; code: string },
): Promise<{ channelId: string }> {
  const { network, app } = networkFor(name);
  const { codeVerifier } = await returnFromNetwork(actor, { network: name, state });
  const grant = await network
    .connect(app)
    .exchange({ code, codeVerifier, redirectUri: redirectUri(name) });
  const { value: person } = await network.client(app, { accessToken: grant.accessToken }).me();
  const handle = person.handle ?? person.externalId;
  return await connectChannel(actor, {
    network: name,
    account: { externalId: person.externalId, handle, name: person.name ?? handle },
    grant,
  });
}

function networkFor(name: string): { network: Network; app: AppConfig } {
  const network = findNetwork(name);
  if (!network) throw new Refusal('not_found', 'There is no such network.');
  return { network, app: appConfig(name, env()) };
}

/** Registered with the network, so made of the one public address and nothing that a request says. */
function redirectUri(name: string): string {
  return `${env().APP_URL}/api/connect/${name}/callback`;
}
