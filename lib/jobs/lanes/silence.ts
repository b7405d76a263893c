import 'server-only';
import type { ChannelPlace } from '../../commands/channel/credentials';
import { dueToListen, listenFor } from '../../commands/channel/silence';
import { env } from '../../env';
import { log } from '../../log';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';

/** While a channel is silent, somebody looks this often whether it still is. */
const REST_MS = 5 * 60_000;

/** Channels on which nothing has come for long: tells of it, once, and of the end of it. */
export const silenceLane: LaneDefinition<ChannelPlace> = {
  lane: 'silence',
  pollMs: 15_000,
  concurrency: 1,
  claim: dueToListen,
  run: async (channel) => {
    const told = await listenFor(channel, { timeScale: env().TIME_SCALE, restMs: paced(REST_MS) });
    if (told)
      log.info({ channel: channel.channelId, told }, 'a channel fell silent, or was heard again');
  },
};
