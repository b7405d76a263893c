import 'server-only';
import type { ChannelPlace } from '../commands/channel/credentials';
import { env } from '../env';
import type { ChannelClient } from '../networks/network';
import { NetworkFailure } from '../networks/network';
import { appConfig, findNetwork } from '../networks/registry';
import type { Access } from './access';
import { accessFor } from './access';

/**
 * Calls the network for a channel; once more with a fresh token when it refuses the one we have. Only
 * for calls that may be made twice: a refused one was not carried out.
 */
export async function callFor<T>(
  place: ChannelPlace,
  call: (client: ChannelClient) => Promise<T>,
): Promise<T> {
  const access = await accessFor(place);
  try {
    return await call(clientWith(access));
  } catch (error) {
    if (!isRefusedToken(error)) throw error;
  }
  return await call(clientWith(await accessFor(place, access.version)));
}

function isRefusedToken(error: unknown): boolean {
  return error instanceof NetworkFailure && error.failure.kind === 'unauthorized';
}

/** A client that calls as the channel. */
export function clientWith({ network: name, accessToken, externalId }: Access): ChannelClient {
  const network = findNetwork(name);
  if (!network) throw new Error(`no such network: ${name}`);
  return network.client(appConfig(name, env()), { accessToken, externalId });
}
