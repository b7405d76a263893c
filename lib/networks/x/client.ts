import { z } from 'zod';
import type { Account, AppConfig, ChannelClient } from '../network';
import type { Api } from './api';
import { api as apiFor } from './api';
import { doorControl } from './door';
import { downloadMedia } from './download';
import { lookUp } from './lookups';
import { findMediaState, mediaDeadlineMs, uploadMedia } from './media';
import { id } from './payloads';
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
    post: (text, options) => post(api, text, options),
    uploadMedia: (bytes, kind, mimeType) =>
      uploadMedia(api, mediaDeadlineMs(app), { bytes, kind, mimeType }),
    mediaState: (mediaId) => findMediaState(api, mediaId),
    downloadMedia: (url, limitBytes) => downloadMedia(app, account, { url, limitBytes }),
    subscribe: async (webhookUrl) => await subscribe(api, await ownId(), webhookUrl),
    unsubscribe: async () => await unsubscribe(api, await ownId()),
    ...(app.hasDoorControl && { door: doorControl(api) }),
  };
}

const posted = z.object({ data: z.object({ id }) });

async function post(
  api: Api,
  text: string,
  { inReplyTo, messageLink }: NonNullable<Parameters<ChannelClient['post']>[1]> = {},
) {
  const json = {
    text,
    ...(inReplyTo !== undefined && { reply: { in_reply_to_tweet_id: inReplyTo } }),
    ...(messageLink !== undefined && { direct_message_deep_link: messageLink }),
  };
  const { value, ...rest } = await api.ask({ method: 'POST', path: '/2/tweets', json }, posted);
  return { value: { externalId: value.data.id }, ...rest };
}
