import { z } from 'zod';
import type { SendOutcome } from '@/lib/domain/delivery/reasons';
import type { Answer, ChannelClient, PostPage, RateReading } from '../network';
import type { Api } from './api';
import { exchange } from './http';
import { outcomeOf } from './outcome';
import type { NewerPost } from './post-payloads';
import { newerPost } from './post-payloads';
import { wordsOf } from './posts';
import { rateIn } from './rates';

type PostOptions = NonNullable<Parameters<ChannelClient['post']>[1]>;

/** One attempt to say something in public; it answers with an outcome and never throws. */
export async function post(
  api: Api,
  text: string,
  { inReplyTo, messageLink }: PostOptions = {},
): Promise<{ outcome: SendOutcome; rate?: RateReading }> {
  const json = {
    text,
    ...(inReplyTo !== undefined && { reply: { in_reply_to_tweet_id: inReplyTo } }),
    ...(messageLink !== undefined && { direct_message_deep_link: messageLink }),
  };
  const sending = await exchange(api.request({ method: 'POST', path: '/2/tweets', json }));
  const rate = 'headers' in sending ? rateIn(sending.headers) : undefined;
  return { outcome: outcomeOf(sending, Date.now(), 'post'), ...(rate && { rate }) };
}

const fields = {
  max_results: '100',
  'tweet.fields': 'created_at,entities,note_tweet,referenced_tweets',
} as const;

const page = z
  .object({
    data: z.array(newerPost).optional(),
    meta: z.object({ next_token: z.string().min(1).optional() }).optional(),
    errors: z.array(z.unknown()).optional(),
  })
  // Without this a failure beside a status of success would pass for "no posts".
  .refine(({ data, errors }) => data !== undefined || !errors?.length);

/** One page of what the account said in public, newest first. */
export async function ownPosts(
  api: Api,
  account: string,
  pageToken?: string,
): Promise<Answer<PostPage>> {
  const path = `/2/users/${encodeURIComponent(account)}/tweets`;
  const query = { ...fields, pagination_token: pageToken };
  const { value, ...rest } = await api.ask({ method: 'GET', path, query }, page);
  const posts = (value.data ?? []).flatMap(shown);
  const oldestAt = posts.at(-1)?.at;
  const nextToken = posts.length > 0 ? value.meta?.next_token : undefined;
  return {
    value: { posts, ...(nextToken && { nextToken }), ...(oldestAt && { oldestAt }) },
    ...rest,
  };
}

function shown(told: NewerPost): PostPage['posts'] {
  const { id, created_at: at, referenced_tweets = [], referenced_posts = [] } = told;
  if (!at) return [];
  const answers = [...referenced_tweets, ...referenced_posts].find(
    ({ type }) => type === 'replied_to',
  );
  return [
    { externalId: id, text: wordsOf(told), at, ...(answers && { answersExternalId: answers.id }) },
  ];
}
