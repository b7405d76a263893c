import 'server-only';
import type { ChannelPlace, SealedGrant } from '../commands/channel/credentials';
import { cellOf, findGrant } from '../commands/channel/credentials';
import { forgetGrant } from '../commands/channel/forget';
import { env } from '../env';
import { log } from '../log';
import { appConfig, findNetwork } from '../networks/registry';
import { unseal } from '../vault';
import { codeOf } from './trouble';

/**
 * Takes leave of the network for a disconnected channel: ends the subscription, gives the grant back,
 * forgets the tokens. As well as it goes: a network that does not answer keeps nobody connected.
 */
export async function takeLeave(place: ChannelPlace): Promise<void> {
  const grant = await findGrant(place);
  if (!grant) return;
  for (const step of [unsubscribe, revoke]) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: the grant is needed to end the subscription
      await step(place, grant);
    } catch (error) {
      log.warn({ channel: place.channelId, step: step.name, problem: codeOf(error) }, 'farewell');
    }
  }
  await forgetGrant(place, grant.version);
}

async function unsubscribe(place: ChannelPlace, grant: SealedGrant): Promise<void> {
  const accessToken = await unseal(grant.accessToken, cellOf(place, 'access_token'));
  const { network, app } = networkOf(grant);
  await network.client(app, { accessToken, externalId: grant.externalId }).unsubscribe();
}

async function revoke(place: ChannelPlace, grant: SealedGrant): Promise<void> {
  const { network, app } = networkOf(grant);
  const flow = network.connect(app);
  if (grant.refreshToken !== null) {
    await flow.revoke(await unseal(grant.refreshToken, cellOf(place, 'refresh_token')));
  }
  await flow.revoke(await unseal(grant.accessToken, cellOf(place, 'access_token')));
}

function networkOf({ network: name }: SealedGrant) {
  const network = findNetwork(name);
  if (!network) throw new Error(`no such network: ${name}`);
  return { network, app: appConfig(name, env()) };
}
