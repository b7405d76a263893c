import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accounts } from '../cast';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox, testApp } from '../testing/start';

const brandId = accounts[0]?.id ?? '';
let sandbox: TestSandbox;
let token: string;
let anaId: string;
let ids: string[];

type Page = {
  data?: Record<string, string>[];
  meta: { result_count: number; next_token?: string };
  includes?: { users: Record<string, unknown>[] };
};

beforeAll(async () => {
  sandbox = await startTestSandbox();
  token = await sandbox.tokenFor(brandId);
  const people = await sandbox.control<{ people: { id: string }[] }>('POST', '/sandbox/people', [
    { username: 'ana_test', name: 'Ana', door: 'nobody', verified: true },
    { username: 'ben_test', name: 'Ben' },
  ]);
  anaId = people.people[0]?.id ?? '';
  const written = await sandbox.control<{ ids: string[] }>('POST', '/sandbox/messages/bulk', {
    deliver: false,
    messages: Array.from({ length: 25 }, (_, index) => ({
      from: anaId,
      to: brandId,
      text: `message ${index}`,
    })),
  });
  ids = written.ids;
});
afterAll(() => sandbox.remove());
beforeEach(async () => {
  await sandbox.control('DELETE', '/sandbox/settings');
  await sandbox.control('DELETE', '/sandbox/faults');
});

const ask = async <T = Page>(path: string, as = token) => {
  const response = await sandbox.call('GET', path, as);
  return { status: response.status, body: (await response.json()) as T };
};
const withAna = (query = '') => ask(`/2/dm_conversations/with/${anaId}/dm_events${query}`);

describe('looking up messages', { timeout: 60_000 }, () => {
  it('shows id, type and text alone unless more is asked for', async () => {
    const { body } = await withAna('?max_results=1');
    expect(body.data).toEqual([{ id: ids[24], event_type: 'MessageCreate', text: 'message 24' }]);
    const more = await withAna(
      '?max_results=1&dm_event.fields=created_at,dm_conversation_id&expansions=sender_id&user.fields=verified',
    );
    expect(more.body.data?.[0]).toMatchObject({
      sender_id: anaId,
      dm_conversation_id: expect.stringContaining('-'),
    });
    expect(more.body.includes?.users).toEqual([
      { id: anaId, name: 'Ana', username: 'ana_test', verified: true },
    ]);
  });

  it('walks back newest first and names a next page even on the last one', async () => {
    const seen: string[] = [];
    const pages: number[] = [];
    let query = '?max_results=10';
    for (let turn = 0; turn < 4; turn++) {
      const { body } = await withAna(query);
      seen.push(...(body.data ?? []).map(({ id }) => `${id}`));
      pages.push(body.meta.result_count);
      query = `?max_results=10&pagination_token=${body.meta.next_token ?? ''}`;
    }
    expect(pages).toEqual([10, 10, 5, 0]);
    expect(seen).toEqual([...ids].reverse());
    const last = await withAna('?max_results=25');
    expect(last.body.meta.next_token).toBeDefined();
    await sandbox.control('PUT', '/sandbox/settings', { nextTokenOnLastPage: false });
    expect((await withAna('?max_results=25')).body.meta.next_token).toBeUndefined();
  });

  it('leaves `data` out when there is nothing', async () => {
    const { body } = await ask(`/2/dm_conversations/with/123/dm_events`);
    expect(body).toEqual({ meta: { result_count: 0 } });
  });

  it('can lag: the whole list misses what the conversation already shows', async () => {
    await sandbox.control('PUT', '/sandbox/faults', { lookup: { mode: 'lag', lagMs: 60_000 } });
    expect((await ask('/2/dm_events')).body.meta.result_count).toBe(0);
    expect((await withAna()).body.meta.result_count).toBe(25);
    await sandbox.control('PUT', '/sandbox/faults', {
      lookup: { mode: 'lag', lagMs: 60_000, everywhere: true },
    });
    expect((await withAna()).body.meta.result_count).toBe(0);
    await sandbox.control('PUT', '/sandbox/faults', {
      lookup: [
        { mode: 'fail', times: 1 },
        { mode: 'off', times: 1 },
      ],
    });
    expect([(await withAna()).status, (await withAna()).status, (await withAna()).status]).toEqual([
      503, 403, 200,
    ]);
  });

  it('hides a message from the side that deleted it, and only from that one', async () => {
    const message = await sandbox.control<{ id: string }>('POST', '/sandbox/messages', {
      from: anaId,
      to: brandId,
      text: 'oops',
      force: true,
    });
    expect((await sandbox.call('DELETE', `/2/dm_events/${message.id}`, token)).status).toBe(200);
    expect((await ask(`/2/dm_events/${message.id}`)).status).toBe(404);
    const { messages } = await sandbox.control<{ messages: { id: string }[] }>(
      'GET',
      `/sandbox/threads/${brandId}/${anaId}`,
    );
    expect(messages.at(-1)?.id).toBe(message.id);
  });

  it('never shows what was written in an encrypted chat', async () => {
    const kaspar = await sandbox.control<{ id: string }>('POST', '/sandbox/people', {
      username: 'kaspar',
      encrypted: true,
    });
    await sandbox.control('POST', '/sandbox/messages', {
      from: kaspar.id,
      to: brandId,
      text: 'secret',
    });
    const { body } = await ask(`/2/dm_conversations/with/${kaspar.id}/dm_events`);
    expect(body.meta.result_count).toBe(0);
    const { messages } = await sandbox.control<{ messages: unknown[] }>(
      'GET',
      `/sandbox/threads/${brandId}/${kaspar.id}`,
    );
    expect(messages).toHaveLength(1);
  });

  it('refuses unknown fields by name, and calls by the app alone', async () => {
    const wrong = await ask<{ errors: { message: string }[] }>('/2/dm_events?dm_event.fields=mood');
    expect([wrong.status, wrong.body.errors[0]?.message]).toEqual([
      400,
      expect.stringContaining('[mood]'),
    ]);
    expect((await ask('/2/dm_events', testApp.bearerToken)).status).toBe(403);
  });
});

describe('looking up people', { timeout: 60_000 }, () => {
  it('says whether we may message them and how we stand', async () => {
    type User = { data: Record<string, unknown> };
    const fields = '?user.fields=receives_your_dm,connection_status,verified_type';
    const ana = await ask<User>(`/2/users/${anaId}${fields}`);
    expect(ana.body.data).toMatchObject({
      receives_your_dm: true,
      connection_status: [],
      verified_type: 'blue',
    });
    await sandbox.control('POST', '/sandbox/follow', { from: anaId, to: brandId });
    await sandbox.control('PUT', '/sandbox/settings', { ruleSet: 'x.mutual_follow' });
    const followed = await ask<User>(`/2/users/by/username/ANA_TEST${fields}`);
    expect(followed.body.data).toMatchObject({
      receives_your_dm: true,
      connection_status: ['followed_by'],
    });
    await sandbox.control('POST', '/sandbox/unfollow', { from: anaId, to: brandId });
    expect((await ask<User>(`/2/users/${anaId}${fields}`)).body.data['receives_your_dm']).toBe(
      false,
    );
  });

  it('answers for those it knows and names those it does not', async () => {
    const { body } = await ask<{ data: unknown[]; errors: { value: string; type: string }[] }>(
      `/2/users?ids=${anaId},42`,
    );
    expect(body.data).toHaveLength(1);
    expect(body.errors).toMatchObject([
      { value: '42', type: 'https://api.x.com/2/problems/resource-not-found' },
    ]);
  });
});

describe('public posts', { timeout: 60_000 }, () => {
  it('lets an app answer those who named the account, and nobody else', async () => {
    const post = (text: string) =>
      sandbox.control<{ id: string }>('POST', '/sandbox/posts', { from: anaId, text });
    const named = await post('@saltedcaramel melted again');
    const unnamed = await post('my ice cream melted again');
    const reply = (in_reply_to_tweet_id: string) =>
      sandbox.call('POST', '/2/tweets', token, {
        text: 'Sorry, please write to us',
        reply: { in_reply_to_tweet_id },
        direct_message_deep_link: `https://x.com/messages/compose?recipient_id=${brandId}`,
      });
    expect((await reply(unnamed.id)).status).toBe(403);
    const answered = await reply(named.id);
    expect(answered.status).toBe(201);
    const { data } = (await answered.json()) as { data: { id: string } };
    const shown = await ask<{ data: Record<string, unknown> }>(
      `/2/tweets/${data.id}?tweet.fields=conversation_id,referenced_tweets`,
    );
    expect(shown.body.data).toMatchObject({
      conversation_id: named.id,
      referenced_tweets: [{ type: 'replied_to', id: named.id }],
    });
    const { posts } = await sandbox.control<{ posts: { deepLinkTo?: string }[] }>(
      'GET',
      `/sandbox/posts?person=${anaId}&account=${brandId}`,
    );
    expect(posts[0]?.deepLinkTo).toBe(brandId);
    await sandbox.control('PUT', '/sandbox/settings', { summonsRule: false });
    expect((await reply(unnamed.id)).status).toBe(201);
  });
});
