import 'server-only';
import type { ChannelPlace } from '../commands/channel/credentials';
import { findChannelOf } from '../commands/channel/owner';

/** Accounts by their network and their id there. Never holds that an account is nobody's. */
const known = new Map<string, ChannelPlace>();

/**
 * Whose this live account is. Remembered, which is safe because an account is live in one workspace at
 * most, and a command for a channel that is not live any more says so: then `forgetOwner`.
 */
export async function findOwner(
  network: string,
  externalId: string,
): Promise<ChannelPlace | undefined> {
  const key = keyOf(network, externalId);
  const place = known.get(key) ?? (await findChannelOf(network, externalId));
  if (place) known.set(key, place);
  return place;
}

export function forgetOwner(network: string, externalId: string): void {
  known.delete(keyOf(network, externalId));
}

function keyOf(network: string, externalId: string): string {
  return `${network} ${externalId}`;
}
