import type { Account, AppConfig, ChannelClient } from '../network';
import { api as apiFor } from './api';
import { setBlock } from './blocks';
import { doorControl } from './door';
import { downloadMedia } from './download';
import { lookUp } from './lookups';
import { findMediaState, mediaDeadlineMs, uploadMedia } from './media';
import { ownPosts, post } from './posting';
import { send } from './send';
import { subscribe, unsubscribe } from './subscriptions';
import { findMe, findPeople } from './users';

/** X on behalf of one brand account. */
export function client(app: AppConfig, account: Account): ChannelClient {
  const api = apiFor(app, account);
  let asked: Promise<string> | undefined;
  const ownId = async () => {
    if (account.externalId !== undefined) return account.externalId;
    asked ??= findMe(api).then(({ value }) => value.externalId);
    asked.catch(() => {
      asked = undefined;
    });
    return await asked;
  };
  return {
    send: (recipient, message) => send(api, recipient, message),
    recentMessages: async (token) => await lookUp(api, { account: await ownId() }, token),
    messagesWith: async (person, token) =>
      await lookUp(api, { account: await ownId(), person }, token),
    people: (externalIds) => findPeople(api, externalIds),
    me: () => findMe(api),
    setBlock: (person, blocked) => setBlock(api, person, blocked),
    post: (text, options) => post(api, text, options),
    ownPosts: async (token) => await ownPosts(api, await ownId(), token),
    uploadMedia: (bytes, kind, mimeType) =>
      uploadMedia(api, mediaDeadlineMs(app), { bytes, kind, mimeType }),
    mediaState: (mediaId) => findMediaState(api, mediaId),
    downloadMedia: (url, limitBytes) => downloadMedia(app, account, { url, limitBytes }),
    subscribe: async (webhookUrl) => await subscribe(api, await ownId(), webhookUrl),
    unsubscribe: async () => await unsubscribe(api, await ownId()),
    ...(app.hasDoorControl && { door: doorControl(api) }),
  };
}
