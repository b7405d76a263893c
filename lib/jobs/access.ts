import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelPlace, SealedGrant } from '../commands/channel/credentials';
import {
  cellOf,
  claimRefresh,
  findGrant,
  giveUpGrant,
  keepRefreshed,
  releaseRefresh,
} from '../commands/channel/credentials';
import { env } from '../env';
import type { ConnectFlow, Tokens } from '../networks/network';
import { NetworkFailure } from '../networks/network';
import { appConfig, findNetwork } from '../networks/registry';
import { unseal } from '../vault';

/** What it takes to call the network for a channel. `version` names the token when the network refuses it. */
export type Access = { accessToken: string; version: number; network: string; externalId: string };

/** There is no grant that could work: an admin has to connect the channel again. */
export class AccessLost extends Error {
  override readonly name = 'AccessLost';
}

/** A new token could not be had just now; the grant itself may be well. */
export class AccessDelayed extends Error {
  override readonly name = 'AccessDelayed';
}

/** A token that ends within this is as good as ended: the call itself takes time. */
const MARGIN_MS = 5_000;
const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 60_000;
const LONGEST_CALL_MS = 10_000;

/**
 * A token to call with, refreshed when it has expired or when the network refused the one of version
 * `refused`. However many ask at once, one uses the single-use refresh token and the others wait for
 * what it brings. Throws `AccessLost` or `AccessDelayed`.
 */
export async function accessFor(place: ChannelPlace, refused?: number): Promise<Access> {
  const giveUpAtMs = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAtMs) {
    // biome-ignore lint/performance/noAwaitInLoops: looks again until somebody has brought a token
    const grant = await findGrant(place);
    if (!grant || grant.status === 'reconnect') throw new AccessLost('the channel has no grant');
    if (isUsable(grant, refused)) return await open(place, grant);
    if (grant.refresh === 'lapsed') {
      // Whoever had the token may have spent it and died with the new one: trying it again could
      // look like theft to the network, and would tell us nothing.
      await giveUpGrant(place, { version: grant.version, reason: 'ACCOUNT_DISCONNECTED' });
    } else if (grant.refresh === 'free') {
      await refresh(place, grant);
    } else {
      await sleep(LOOK_EVERY_MS);
    }
  }
  throw new AccessDelayed('somebody else is refreshing the token');
}

/** How long one process may use a refresh token: longer than any call, so that a lease in force means work. */
function refreshLeaseMs(network: string): number {
  return 3 * (appConfig(network, env()).callDeadlineMs ?? LONGEST_CALL_MS);
}

function isUsable(grant: SealedGrant, refused: number | undefined): boolean {
  return grant.expiresInMs > MARGIN_MS && (refused === undefined || grant.version > refused);
}

async function open(place: ChannelPlace, grant: SealedGrant): Promise<Access> {
  const { version, network, externalId } = grant;
  const accessToken = await unseal(grant.accessToken, cellOf(place, 'access_token'));
  return { accessToken, version, network, externalId };
}

async function refresh(place: ChannelPlace, grant: SealedGrant): Promise<void> {
  const { version } = grant;
  if (grant.refreshToken === null) {
    return await giveUpGrant(place, { version, reason: 'ACCOUNT_DISCONNECTED' });
  }
  const refreshToken = await unseal(grant.refreshToken, cellOf(place, 'refresh_token'));
  const leaseMs = refreshLeaseMs(grant.network);
  if (!(await claimRefresh(place, { version, leaseMs }))) return;
  const tokens = await exchangeOnce(place, version, () =>
    flowOf(grant.network).refresh(refreshToken),
  );
  if (tokens) await keep(() => keepRefreshed(place, version, tokens), leaseMs);
}

/** Undefined when the grant turned out to be spent. */
async function exchangeOnce(
  place: ChannelPlace,
  version: number,
  exchange: () => Promise<Tokens>,
): Promise<Tokens | undefined> {
  try {
    return await exchange();
  } catch (error) {
    if (error instanceof NetworkFailure && error.failure.kind === 'unauthorized') {
      await giveUpGrant(place, { version, reason: 'ACCOUNT_DISCONNECTED' });
      return undefined;
    }
    // We are alive to try again; should the token be spent after all, the network will say so.
    await releaseRefresh(place, version);
    throw new AccessDelayed('the token could not be refreshed', { cause: error });
  }
}

/** The old token is spent by now: what is not kept is lost, so a database in trouble is given time. */
async function keep(write: () => Promise<unknown>, forMs: number): Promise<void> {
  const giveUpAtMs = performance.now() + forMs;
  for (;;) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: each try waits for the one before
      await write();
      return;
    } catch (error) {
      if (performance.now() > giveUpAtMs) throw error;
      await sleep(LOOK_EVERY_MS);
    }
  }
}

function flowOf(network: string): ConnectFlow {
  const found = findNetwork(network);
  if (!found) throw new Error(`no such network: ${network}`);
  return found.connect(appConfig(network, env()));
}
