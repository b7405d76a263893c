import type { Fixture, Request, Scheme } from './fixture';

/** What to ask of an operation so that it succeeds, and, where there is a way, so that it is refused. */
export type Case = {
  good: (fixture: Fixture, scheme: Scheme) => Request[] | Promise<Request[]>;
  bad?: (fixture: Fixture) => Request[];
  /** The document allows more than this app may do: every answer is a refusal. */
  refused?: true;
};

const get = (path: string): Request => ({ method: 'GET', path });
const post = (path: string, body?: unknown): Request => ({
  method: 'POST',
  path,
  ...(body === undefined ? {} : { body }),
});
const put = (path: string, body?: unknown): Request => ({
  method: 'PUT',
  path,
  ...(body === undefined ? {} : { body }),
});
const remove = (path: string): Request => ({ method: 'DELETE', path });

const dmView =
  'dm_event.fields=attachments,created_at,dm_conversation_id,entities,event_type,id,text&expansions=attachments.media_keys,participant_ids,referenced_posts,sender_id&user.fields=connection_status,created_at,description,public_metrics,receives_your_dm,verified,verified_type&media.fields=type,url,media_key';
const userView =
  'user.fields=connection_status,created_at,description,entities,id,is_identity_verified,location,name,parody,profile_image_url,protected,public_metrics,receives_your_dm,subscribes_to_you,url,username,verified,verified_type';
const postView =
  'post.fields=author_id,conversation_id,created_at,entities,in_reply_to_user_id,lang,public_metrics,referenced_posts,reply_settings,text&expansions=author_id&user.fields=verified';

const conversation = ({ accountId, personId }: Fixture) =>
  BigInt(accountId) < BigInt(personId) ? `${accountId}-${personId}` : `${personId}-${accountId}`;

const dmPages = (base: string) => [
  get(base),
  get(`${base}?max_results=2&${dmView}`),
  get(`${base}?event_types=ParticipantsJoin`),
];
const badPage = (base: string) => [
  get(`${base}?max_results=0`),
  get(`${base}?pagination_token=nonsense-nonsense`),
  get(`${base}?dm_event.fields=mood`),
];

async function webhookId(fixture: Fixture): Promise<string> {
  const made = await fixture.ask(
    post('/2/webhooks', { url: fixture.freshAddress() }),
    'BearerToken',
  );
  return ((await made.json()) as { data: { id: string } }).data.id;
}

async function subscriptionId(fixture: Fixture): Promise<string> {
  const made = await fixture.ask(
    post('/2/activity/subscriptions', await subscription(fixture)),
    'OAuth2UserToken',
  );
  return ((await made.json()) as { data: { subscription: { subscription_id: string } } }).data
    .subscription.subscription_id;
}

async function subscription(fixture: Fixture, event_type = 'dm.received') {
  return {
    event_type,
    filter: { user_id: fixture.accountId },
    tag: 'conformance',
    webhook_id: await webhookId(fixture),
  };
}

async function sentMessage(fixture: Fixture): Promise<string> {
  const sent = await fixture.ask(
    post(`/2/dm_conversations/with/${fixture.personId}/messages`, { text: 'hello' }),
    'OAuth2UserToken',
  );
  return ((await sent.json()) as { data: { dm_event_id: string } }).data.dm_event_id;
}

async function uploaded(fixture: Fixture): Promise<string> {
  const made = await fixture.ask(upload(), 'OAuth2UserToken');
  return ((await made.json()) as { data: { id: string } }).data.id;
}

function upload(): Request {
  const form = new FormData();
  form.set('media', new File([new Uint8Array([137, 80, 78, 71])], 'a.png', { type: 'image/png' }));
  form.set('media_category', 'dm_image');
  return { method: 'POST', path: '/2/media/upload', form };
}

const subscriptions = '/2/activity/subscriptions';
const accountActivity = (id: string) => `/2/account_activity/webhooks/${id}/subscriptions/all`;

/** By method and path, as the document writes them. */
export const cases: Record<string, Case> = {
  'POST /2/dm_conversations/with/{participant_id}/messages': {
    good: async (f) => [
      post(`/2/dm_conversations/with/${f.personId}/messages`, { text: 'hello' }),
      post(`/2/dm_conversations/with/${f.personId}/messages`, {
        attachments: [{ media_id: await uploaded(f) }],
      }),
    ],
    bad: (f) => [
      post(`/2/dm_conversations/with/${f.personId}/messages`, {}),
      post('/2/dm_conversations/with/x/messages', { text: 'hello' }),
      post('/2/dm_conversations/with/42/messages', { text: 'hello' }),
    ],
  },
  'POST /2/dm_conversations/{dm_conversation_id}/messages': {
    good: (f) => [post(`/2/dm_conversations/${conversation(f)}/messages`, { text: 'hello' })],
    bad: () => [post('/2/dm_conversations/123456789012345/messages', { text: 'hello' })],
  },
  'POST /2/dm_conversations': {
    refused: true,
    good: (f) => [
      post('/2/dm_conversations', {
        conversation_type: 'Group',
        participant_ids: [f.personId, '42'],
        message: { text: 'hello' },
      }),
    ],
  },
  'GET /2/dm_conversations/with/{participant_id}/dm_events': {
    good: (f) => [
      ...dmPages(`/2/dm_conversations/with/${f.personId}/dm_events`),
      get('/2/dm_conversations/with/42/dm_events'),
    ],
    bad: (f) => badPage(`/2/dm_conversations/with/${f.personId}/dm_events`),
  },
  'GET /2/dm_conversations/{id}/dm_events': {
    good: (f) => dmPages(`/2/dm_conversations/${conversation(f)}/dm_events`),
    bad: () => badPage('/2/dm_conversations/x/dm_events'),
  },
  'GET /2/dm_events': { good: () => dmPages('/2/dm_events'), bad: () => badPage('/2/dm_events') },
  'GET /2/dm_events/{event_id}': {
    good: async (f) => [get(`/2/dm_events/${await sentMessage(f)}?${dmView}`)],
    bad: () => [get('/2/dm_events/42'), get('/2/dm_events/x')],
  },
  'DELETE /2/dm_events/{event_id}': {
    good: async (f) => [remove(`/2/dm_events/${await sentMessage(f)}`)],
    bad: () => [remove('/2/dm_events/42')],
  },
  'GET /2/users/me': {
    good: () => [get('/2/users/me'), get(`/2/users/me?${userView}`)],
    bad: () => [get('/2/users/me?user.fields=mood')],
  },
  'GET /2/users/{id}': {
    good: (f) => [get(`/2/users/${f.personId}?${userView}`), get('/2/users/42')],
    bad: () => [get('/2/users/x')],
  },
  'GET /2/users/by/username/{username}': {
    good: () => [
      get(`/2/users/by/username/conformer?${userView}`),
      get('/2/users/by/username/nobody_at_all'),
    ],
    bad: () => [get('/2/users/by/username/not-a-name')],
  },
  'POST /2/users/{id}/dm/block': {
    good: (f) => [post(`/2/users/${f.strangerId}/dm/block`)],
    bad: () => [post('/2/users/42/dm/block')],
  },
  'POST /2/users/{id}/dm/unblock': {
    good: (f) => [post(`/2/users/${f.strangerId}/dm/unblock`)],
    bad: () => [post('/2/users/42/dm/unblock')],
  },
  'GET /2/tweets': {
    good: (f) => [get(`/2/tweets?ids=${f.postId},42&${postView}`)],
    bad: () => [get('/2/tweets'), get('/2/tweets?ids=x')],
  },
  'POST /2/tweets': {
    good: (f) => [
      post('/2/tweets', { text: 'Fig today' }),
      post('/2/tweets', {
        text: 'Please write to us',
        reply: { in_reply_to_tweet_id: f.postId },
        direct_message_deep_link: `https://x.com/messages/compose?recipient_id=${f.accountId}`,
      }),
    ],
    bad: () => [post('/2/tweets', { text: '' }), post('/2/tweets', { mood: 'good' })],
  },
  'GET /2/media/upload': {
    good: async (f, scheme) => {
      const made = await f.ask(upload(), scheme);
      const { data } = (await made.json()) as { data: { id: string } };
      return [get(`/2/media/upload?media_id=${data.id}&command=STATUS`)];
    },
    bad: () => [get('/2/media/upload?media_id=42')],
  },
  'POST /2/media/upload': {
    good: () => [
      upload(),
      post('/2/media/upload', { media: 'iVBORw0KGgo=', media_category: 'dm_image' }),
    ],
    bad: () => [post('/2/media/upload', { media_category: 'dm_image' })],
  },
  'GET /2/webhooks': {
    good: () => [
      get('/2/webhooks'),
      get('/2/webhooks?webhook_config.fields=id,url,valid,created_at'),
    ],
  },
  'POST /2/webhooks': {
    good: (f) => [post('/2/webhooks', { url: f.freshAddress() })],
    bad: () => [post('/2/webhooks', { url: 'ftp://x' }), post('/2/webhooks', {})],
  },
  'DELETE /2/webhooks/{webhook_id}': {
    good: async (f) => [remove(`/2/webhooks/${await webhookId(f)}`)],
    bad: () => [remove('/2/webhooks/42')],
  },
  'PUT /2/webhooks/{webhook_id}': {
    good: async (f) => [put(`/2/webhooks/${await webhookId(f)}`)],
    bad: () => [put('/2/webhooks/42')],
  },
  'POST /2/webhooks/replay': {
    good: async (f) => [
      post('/2/webhooks/replay', {
        webhook_id: await webhookId(f),
        from_date: '202601010000',
        to_date: '202601010200',
      }),
    ],
    bad: () => [post('/2/webhooks/replay', { webhook_id: '42', from_date: '1', to_date: '2' })],
  },
  [`GET ${subscriptions}`]: {
    good: async (f) => {
      await subscriptionId(f);
      return [get(subscriptions), get(`${subscriptions}?max_results=1`)];
    },
  },
  [`POST ${subscriptions}`]: {
    good: async (f, scheme) => [
      post(
        subscriptions,
        await subscription(f, scheme === 'BearerToken' ? 'follow.follow' : 'dm.sent'),
      ),
    ],
    bad: (f) => [
      post(subscriptions, { event_type: 'mood.change', filter: { user_id: f.accountId } }),
      post(subscriptions, {}),
    ],
  },
  [`DELETE ${subscriptions}`]: {
    good: async (f) => [remove(`${subscriptions}?ids=${await subscriptionId(f)},42`)],
    bad: () => [remove(subscriptions)],
  },
  [`PUT ${subscriptions}/{subscription_id}`]: {
    good: async (f) => [put(`${subscriptions}/${await subscriptionId(f)}`, { tag: 'another' })],
    bad: () => [put(`${subscriptions}/42`, { tag: 'another' })],
  },
  [`DELETE ${subscriptions}/{subscription_id}`]: {
    good: async (f) => [remove(`${subscriptions}/${await subscriptionId(f)}`)],
    bad: () => [remove(`${subscriptions}/42`)],
  },
  [`GET ${accountActivity('{webhook_id}')}`]: {
    good: async (f) => [get(accountActivity(await webhookId(f)))],
  },
  [`POST ${accountActivity('{webhook_id}')}`]: {
    good: async (f) => [post(accountActivity(await webhookId(f)), {})],
    bad: () => [post(accountActivity('42'), {})],
  },
};
