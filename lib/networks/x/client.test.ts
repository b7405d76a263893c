import { describe, expect, it } from 'vitest';
import { NetworkFailure } from '../network';
import { client } from './client';
import { brand, customer } from './deliveries.fixture';
import type { Seen } from './stand-in.fixture';
import { appAt, json, rateHeaders, routes, standIn } from './stand-in.fixture';

const rate = { limit: 15, remaining: 14, resetAt: new Date(1_784_929_000_000) };

function clientAt(url: string, externalId: string | null = brand, deadlineMs?: number) {
  const account = { accessToken: 'user-token', ...(externalId !== null && { externalId }) };
  return client(appAt(url, deadlineMs), account);
}

function bodyOf(seen: Seen | undefined): unknown {
  return JSON.parse(`${seen?.body}`);
}

describe('sending a private message', () => {
  const path = `/2/dm_conversations/with/${customer}/messages`;

  it('hands over the text once and brings back the id and the budget', async () => {
    const { url, seen } = await routes({
      [`POST ${path}`]: (_, response) =>
        json(
          response,
          201,
          {
            data: {
              dm_conversation_id: `${brand}-${customer}`,
              dm_event_id: '2080765901528535199',
            },
          },
          rateHeaders,
        ),
    });
    const text = 'Yes, since Tuesday. 🍦 & "more" \u2028';
    expect(await clientAt(url).send(customer, { text })).toEqual({
      outcome: { kind: 'accepted', externalId: '2080765901528535199' },
      rate,
    });
    expect(seen).toHaveLength(1);
    expect(bodyOf(seen[0])).toEqual({ text });
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer user-token',
      'content-type': 'application/json',
    });
  });

  it('hands over an attachment, with or without words', async () => {
    const { url, seen } = await routes({
      [`POST ${path}`]: (_, response) => json(response, 201, { data: { dm_event_id: '1' } }),
    });
    await clientAt(url).send(customer, { text: '', mediaIds: ['77'] });
    await clientAt(url).send(customer, { text: 'look', mediaIds: ['78'] });
    expect(seen.map(bodyOf)).toEqual([
      { attachments: [{ media_id: '77' }] },
      { text: 'look', attachments: [{ media_id: '78' }] },
    ]);
  });

  it.each([
    ['../../users/me', { text: 'hi' }],
    ['', { text: 'hi' }],
    [customer, { text: '' }],
    [customer, { text: 'hi', mediaIds: ['1', '2'] }],
  ])('refuses by itself what X would refuse: to %j %j', async (recipient, message) => {
    const { url, seen } = await standIn((_, response) => json(response, 201, {}));
    expect(await clientAt(url).send(recipient, message)).toMatchObject({
      outcome: { kind: 'refused', reason: 'INVALID_MESSAGE' },
    });
    expect(seen).toEqual([]);
  });

  it('is in doubt after a time-out, a reset, a failure of X, a redirect and a garbled success', async () => {
    const faults = [
      () => undefined,
      (_: Seen, response: Parameters<typeof json>[0]) => response.destroy(),
      (_: Seen, response: Parameters<typeof json>[0]) =>
        json(response, 503, { title: 'Over capacity' }),
      (_: Seen, response: Parameters<typeof json>[0]) =>
        json(response, 302, {}, { location: '/2' }),
      (_: Seen, response: Parameters<typeof json>[0]) =>
        response.writeHead(201).end('{"data":{"dm_ev'),
    ];
    const outcomes = await Promise.all(
      faults.map(async (fault) => {
        const { url, seen } = await standIn(fault);
        const { outcome } = await clientAt(url, brand, 1_000).send(customer, { text: 'hi' });
        return { kind: outcome.kind, requests: seen.length };
      }),
    );
    expect(outcomes).toEqual(faults.map(() => ({ kind: 'unknown', requests: 1 })));
  });

  it('knows a refusal from a message that never left', async () => {
    const closed = {
      title: 'Forbidden',
      detail: 'You do not have permission to DM one or more participants.',
    };
    const { url } = await standIn((_, response) => json(response, 403, closed, rateHeaders));
    expect(await clientAt(url).send(customer, { text: 'hi' })).toMatchObject({
      outcome: { kind: 'refused', reason: 'RECIPIENT_CLOSED' },
      rate,
    });
  });
});

describe('looking messages up', () => {
  const entry = (id: string, more: object = {}) => ({
    id,
    event_type: 'MessageCreate',
    text: 'fish &amp; chips',
    sender_id: customer,
    dm_conversation_id: `${brand}-${customer}`,
    created_at: '2026-07-24T21:23:44.000Z',
    ...more,
  });

  it('asks for what it needs and reads a page, newest first', async () => {
    const media = {
      media_key: '3_88',
      type: 'photo',
      url: 'https://pbs.twimg.com/a.jpg',
      width: 4,
      height: 3,
    };
    const { url, seen } = await routes({
      'GET /2/dm_events': (_, response) =>
        json(
          response,
          200,
          {
            data: [
              entry('2080765901528535199', {
                sender_id: brand,
                text: 'yes https://t.co/abc',
                attachments: { media_keys: ['3_88'] },
              }),
              entry('2080765901528535101'),
            ],
            includes: {
              users: [{ id: customer, username: 'ada_scoops', name: 'Ada' }],
              media: [media],
            },
            meta: { result_count: 2, next_token: 'next-page-token-0' },
          },
          rateHeaders,
        ),
    });
    const participant = { externalId: customer, handle: 'ada_scoops', name: 'Ada' };
    expect(await clientAt(url).recentMessages('this-page-token-0')).toEqual({
      value: {
        messages: [
          {
            kind: 'message',
            channelExternalId: brand,
            direction: 'outbound',
            externalId: '2080765901528535199',
            participant,
            text: 'yes',
            attachments: [{ kind: 'image', externalId: '88', url: media.url, width: 4, height: 3 }],
            at: new Date('2026-07-24T21:23:44.342Z'),
          },
          expect.objectContaining({ direction: 'inbound', participant, text: 'fish & chips' }),
        ],
        nextToken: 'next-page-token-0',
        oldestAt: new Date('2026-07-24T21:23:44.342Z'),
      },
      rate,
    });
    const asked = seen[0]?.query;
    expect(asked?.get('pagination_token')).toBe('this-page-token-0');
    expect(asked?.get('event_types')).toBe('MessageCreate');
    expect(asked?.get('dm_event.fields')).toContain('created_at');
    expect(asked?.get('expansions')).toContain('sender_id');
  });

  it('asks for one person by their id', async () => {
    const { url, seen } = await routes({
      [`GET /2/dm_conversations/with/${customer}/dm_events`]: (_, response) =>
        json(response, 200, {
          data: [entry('7', { dm_conversation_id: undefined, sender_id: brand })],
        }),
    });
    const { value } = await clientAt(url).messagesWith(customer);
    expect(value.messages).toMatchObject([
      { direction: 'outbound', participant: { externalId: customer }, externalId: '7' },
    ]);
    expect(seen[0]?.query.has('pagination_token')).toBe(false);
  });

  it('reads old and new names of fields, and an answer with bare numbers for ids', async () => {
    const link = {
      start: 0,
      end: 20,
      url: 'https://t.co/abc',
      expanded_url: 'https://shop.example/',
    };
    const page = {
      data: [
        entry('2080765901528535199', {
          text: 'https://t.co/abc',
          entities: { urls: [link] },
          referenced_posts: [{ id: '1' }],
        }),
        entry('2080765901528535101', {
          text: 'https://t.co/abc',
          urls: [link],
          referenced_tweets: [{ id: '1' }],
        }),
      ],
    };
    const { url } = await standIn((_, response) => {
      response.end(JSON.stringify(page).replaceAll(/"(\d{16,})"/g, '$1'));
    });
    const { value } = await clientAt(url).recentMessages();
    expect(value.messages).toMatchObject([
      { externalId: '2080765901528535199', text: 'https://shop.example/' },
      { externalId: '2080765901528535101', text: 'https://shop.example/' },
    ]);
  });

  it('ends at an empty page even when that names a next one', async () => {
    const { url } = await standIn((_, response) =>
      json(response, 200, { meta: { result_count: 0, next_token: 'again-and-again-0' } }),
    );
    expect((await clientAt(url).recentMessages()).value).toEqual({ messages: [] });
  });

  it('leaves groups out and still says how far the page reached and what comes next', async () => {
    const { url } = await standIn((_, response) =>
      json(response, 200, {
        data: [
          entry('9', {
            dm_conversation_id: '1790000000000000000',
            created_at: '2026-07-01T00:00:00.500Z',
          }),
        ],
        meta: { result_count: 1, next_token: 'next-page-token-0' },
      }),
    );
    expect((await clientAt(url).recentMessages()).value).toEqual({
      messages: [],
      nextToken: 'next-page-token-0',
      oldestAt: new Date('2026-07-01T00:00:00.500Z'),
    });
  });

  it('does not take a failure beside a success, or half an answer, for "no messages"', async () => {
    const answers = [
      '{"errors":[{"title":"Not Found","detail":"hidden"}]}',
      '{"data":[{"id":"1","event_type":"MessageCreate"}]}',
      '<html>',
      '[]',
    ];
    const failures = await Promise.all(
      answers.map(async (answer) => {
        const { url } = await standIn((_, response) => response.end(answer));
        return await clientAt(url)
          .recentMessages()
          .catch((error: unknown) => error);
      }),
    );
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(NetworkFailure);
      expect(failure).toMatchObject({ failure: { kind: 'not_understood' } });
    }
  });

  it('finds out whose messages they are when nobody said, and only once', async () => {
    const { url, seen } = await routes({
      'GET /2/users/me': (_, response) =>
        json(response, 200, { data: { id: brand, username: 'b' } }),
      'GET /2/dm_events': (_, response) => json(response, 200, { data: [entry('5')] }),
    });
    const unnamed = clientAt(url, null);
    await unnamed.recentMessages();
    expect((await unnamed.recentMessages()).value.messages).toMatchObject([
      { channelExternalId: brand },
    ]);
    expect(seen.map(({ path }) => path)).toEqual(['/2/users/me', '/2/dm_events', '/2/dm_events']);
  });
});

describe('a call that fails', () => {
  it.each([
    [401, {}, { kind: 'unauthorized' }],
    [402, {}, { kind: 'credits_depleted' }],
    [403, { type: 'https://api.x.com/2/problems/credits-depleted' }, { kind: 'credits_depleted' }],
    [403, { detail: 'not for you' }, { kind: 'refused', status: 403, detail: '403: not for you' }],
    [404, {}, { kind: 'refused', status: 404 }],
    [429, {}, { kind: 'rate_limited', resetAt: rate.resetAt }],
    [500, {}, { kind: 'unreachable', mayHaveArrived: true }],
    [302, {}, { kind: 'unreachable', mayHaveArrived: true }],
    [200, {}, { kind: 'not_understood' }],
  ])('with %i %j is a failure of its kind, with the budget', async (status, body, failure) => {
    const { url } = await standIn((_, response) => json(response, status, body, rateHeaders));
    await expect(clientAt(url).me()).rejects.toMatchObject({ failure, rate });
  });

  it('says whether the request may have arrived', async () => {
    const { url } = await standIn((_, response) => response.destroy());
    await expect(clientAt(url).me()).rejects.toMatchObject({
      failure: { kind: 'unreachable', mayHaveArrived: true },
    });
    expect(await clientAt(url).post('hello')).toMatchObject({ outcome: { kind: 'unknown' } });
  });
});

describe('people and posts', () => {
  it('describes the account and the people that exist', async () => {
    const { url, seen } = await routes({
      'GET /2/users/me': (_, response) =>
        json(response, 200, {
          data: { id: brand, username: 'saltedcaramel', verified_type: 'business' },
        }),
      'GET /2/users': (_, response) =>
        json(response, 200, {
          data: [{ id: customer, name: 'Ada' }],
          errors: [{ title: 'Not Found' }],
        }),
    });
    const channel = clientAt(url);
    expect((await channel.me()).value).toEqual({
      externalId: brand,
      handle: 'saltedcaramel',
      verified: true,
    });
    expect((await channel.people([customer, '404'])).value).toEqual([
      { externalId: customer, name: 'Ada' },
    ]);
    expect(seen[1]?.query.get('ids')).toBe(`${customer},404`);
    expect((await channel.people([])).value).toEqual([]);
    expect(seen).toHaveLength(2);
  });

  it('asks for a hundred people at a time', async () => {
    const { url, seen } = await routes({
      'GET /2/users': (_, response) => json(response, 200, {}),
    });
    await clientAt(url).people(Array.from({ length: 201 }, (_, nth) => `${nth + 1}`));
    const sizes = seen.map(({ query }) => query.get('ids')?.split(',').length);
    expect(sizes.toSorted()).toEqual([1, 100, 100]);
  });

  it('answers a post in public, with the button that opens a private message', async () => {
    const { url, seen } = await routes({
      'POST /2/tweets': (_, response) =>
        json(response, 201, { data: { id: '2080765901528535500', text: '' } }),
    });
    const messageLink = `https://x.com/messages/compose?recipient_id=${brand}`;
    const posted = await clientAt(url).post('Write to us', { inReplyTo: '20', messageLink });
    expect(posted.outcome).toEqual({ kind: 'accepted', externalId: '2080765901528535500' });
    expect(bodyOf(seen[0])).toEqual({
      text: 'Write to us',
      reply: { in_reply_to_tweet_id: '20' },
      direct_message_deep_link: messageLink,
    });
  });
});
