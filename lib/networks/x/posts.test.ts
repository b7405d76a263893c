import { describe, expect, it } from 'vitest';
import { activity, brand, customer, other } from './deliveries.fixture';
import { read } from './read';

const readAll = (body: unknown) => read(Buffer.from(JSON.stringify(body)));
const at = '2026-11-27T09:30:00.000Z';
const us = { id: brand, username: 'saltedcaramel' };
const ada = {
  id: customer,
  username: 'ada_scoops',
  name: 'Ada Sorrel',
  verified_type: 'none',
  public_metrics: { followers_count: 412 },
};

type Fields = Record<string, unknown>;

const names = {
  entities: { mentions: [{ start: 0, end: 14, username: 'saltedcaramel', id: brand }] },
};

function newer(type: string, fields: Fields = {}, includes: unknown = {}) {
  const payload = {
    id: '2090000000000000101',
    author_id: customer,
    created_at: at,
    conversation_id: '2090000000000000101',
    text: '@saltedcaramel my tub melted &amp; leaked',
    ...fields,
  };
  return readAll({ data: { ...activity(type, payload), includes } });
}

/** As v1 writes it: numbers that JavaScript cannot hold beside their texts. */
function older(fields: Fields = {}, list = 'tweet_create_events') {
  const post = {
    created_at: 'Fri Nov 27 09:30:00 +0000 2026',
    id_str: '2090000000000000101',
    text: '@saltedcaramel my tub melted',
    truncated: false,
    in_reply_to_status_id_str: null,
    in_reply_to_user_id_str: null,
    in_reply_to_screen_name: null,
    is_quote_status: false,
    user: { id_str: customer, screen_name: 'ada_scoops', name: 'Ada Sorrel', followers_count: 412 },
    entities: { urls: [], user_mentions: [{ screen_name: 'saltedcaramel', id_str: brand }] },
    ...fields,
  };
  return readAll({ for_user_id: brand, [list]: [post], user_has_blocked: false });
}

describe('a post in the newer envelope', () => {
  it('names the account: its author comes along, with their reach', () => {
    expect(newer('post.mention.create', names, { users: [ada, us] })).toEqual([
      {
        kind: 'mention',
        channelExternalId: brand,
        direction: 'inbound',
        externalId: '2090000000000000101',
        threadExternalId: '2090000000000000101',
        participant: {
          externalId: customer,
          handle: 'ada_scoops',
          name: 'Ada Sorrel',
          verified: false,
          followerCount: 412,
        },
        text: '@saltedcaramel my tub melted & leaked',
        at: new Date(at),
        post: { calling: 'named', summons: true },
      },
    ]);
  });

  it('answers a post of ours: only an id tells whose it is', () => {
    const answering = {
      ...names,
      conversation_id: '2089',
      in_reply_to_user_id: brand,
      referenced_tweets: [{ type: 'replied_to', id: '2089' }],
    };
    expect(newer('post.reply.create', answering)).toMatchObject([
      {
        participant: { externalId: customer },
        threadExternalId: '2089',
        post: { calling: 'answered', summons: true, answers: { externalId: '2089' } },
      },
    ]);
  });

  it('does not summon us when the answer no longer names us', () => {
    const answering = {
      text: 'no reply yet',
      in_reply_to_user_id: brand,
      referenced_posts: [{ type: 'replied_to', id: '2089' }],
    };
    expect(newer('post.reply.create', answering)).toMatchObject([
      { post: { calling: 'answered', summons: false } },
    ]);
  });

  it('quotes a post of ours, whose address does not stand in the words again', () => {
    const quoting = {
      text: 'Adding some context. https://t.co/abc',
      entities: {
        urls: [
          {
            url: 'https://t.co/abc',
            expanded_url: 'https://twitter.com/saltedcaramel/status/2089',
          },
        ],
      },
      referenced_tweets: [{ type: 'quoted', id: '2089' }],
    };
    const includes = {
      users: [{ data: us }],
      tweets: [{ id: '2089', author_id: brand, text: 'Fig is back' }],
    };
    expect(newer('post.quote.create', quoting, includes)).toMatchObject([
      {
        text: 'Adding some context.',
        post: {
          calling: 'quoted',
          summons: true,
          quotes: { externalId: '2089', handle: 'saltedcaramel', text: 'Fig is back' },
        },
      },
    ]);
  });

  it('is read whole where it is longer than its text', () => {
    const long = { text: 'cut …', note_tweet: { text: 'all of it', ...names } };
    expect(newer('post.mention.create', long)).toMatchObject([
      { text: 'all of it', post: { summons: true } },
    ]);
  });

  it('of our own is an answer to somebody, or nothing to us', () => {
    const own = {
      author_id: brand,
      text: 'Sorry, Ada',
      in_reply_to_user_id: customer,
      referenced_tweets: [{ type: 'replied_to', id: '2090000000000000101' }],
    };
    expect(newer('post.create', own)).toMatchObject([
      {
        kind: 'mention',
        direction: 'outbound',
        participant: { externalId: customer },
        post: { answers: { externalId: '2090000000000000101' } },
      },
    ]);
    expect(newer('post.create', { author_id: brand })).toMatchObject([
      { kind: 'ignored', why: 'our own post, an answer to nobody' },
    ]);
  });

  it('is a repost, and not kept', () => {
    const repost = { ...names, referenced_tweets: [{ type: 'retweeted', id: '2089' }] };
    expect(newer('post.mention.create', repost)).toMatchObject([
      { kind: 'ignored', why: 'reposts are not kept' },
    ]);
    expect(newer('post.repost.create')).toMatchObject([
      { kind: 'ignored', why: 'reposts are not kept' },
    ]);
  });

  it('is gone', () => {
    const gone = { data: activity('post.delete', { id: '2089', author_id: customer }) };
    expect(readAll(gone)).toEqual([
      { kind: 'post_deleted', channelExternalId: brand, externalId: '2089' },
    ]);
  });

  it('without an author or a time is put aside, and costs its neighbours nothing', () => {
    expect(() => newer('post.mention.create', { author_id: null })).toThrow(/author_id/);
    expect(() => newer('post.mention.create', { created_at: 'soon' })).toThrow(/created_at/);
  });
});

describe('a post in the older envelope', () => {
  it('names the account', () => {
    expect(older()).toMatchObject([
      {
        kind: 'mention',
        direction: 'inbound',
        externalId: '2090000000000000101',
        threadExternalId: '2090000000000000101',
        participant: { externalId: customer, handle: 'ada_scoops', followerCount: 412 },
        at: new Date(at),
        post: { calling: 'named', summons: true },
      },
    ]);
  });

  it('answers a post of ours, and summons us only where it names us', () => {
    const answering = {
      in_reply_to_status_id_str: '2089',
      in_reply_to_user_id_str: brand,
      in_reply_to_screen_name: 'saltedcaramel',
    };
    expect(older(answering)).toMatchObject([
      {
        threadExternalId: '2089',
        post: {
          calling: 'answered',
          summons: true,
          answers: { externalId: '2089', handle: 'saltedcaramel' },
        },
      },
    ]);
    expect(older({ ...answering, entities: { user_mentions: [] } })).toMatchObject([
      { post: { calling: 'answered', summons: false } },
    ]);
  });

  it('quotes a post of ours, which comes along', () => {
    const quoting = {
      text: 'Context',
      entities: {},
      quoted_status_id_str: '2089',
      quoted_status: {
        id_str: '2089',
        text: 'Fig is …',
        extended_tweet: { full_text: 'Fig is back' },
        user: { id_str: brand, screen_name: 'saltedcaramel' },
      },
    };
    expect(older(quoting)).toMatchObject([
      {
        post: {
          calling: 'quoted',
          summons: true,
          quotes: { externalId: '2089', handle: 'saltedcaramel', text: 'Fig is back' },
        },
      },
    ]);
  });

  it('is read whole where it was cut short', () => {
    const long = {
      truncated: true,
      text: 'cut …',
      entities: {},
      extended_tweet: {
        full_text: 'all of it',
        entities: { user_mentions: [{ id_str: brand }] },
      },
    };
    expect(older(long)).toMatchObject([{ text: 'all of it', post: { summons: true } }]);
  });

  it('of somebody else that has nothing to do with us is ignored, as is a repost', () => {
    const elsewhere = { entities: { user_mentions: [{ id_str: other }] } };
    expect(older(elsewhere)).toMatchObject([{ kind: 'ignored', why: 'does not call the account' }]);
    expect(older({ retweeted_status: { id_str: '1' } })).toMatchObject([
      { kind: 'ignored', why: 'reposts are not kept' },
    ]);
  });

  it('is gone', () => {
    const status = { id: '2089', user_id: customer };
    const gone = { for_user_id: brand, tweet_delete_events: [{ status, timestamp_ms: '1' }] };
    expect(readAll(gone)).toEqual([
      { kind: 'post_deleted', channelExternalId: brand, externalId: '2089' },
    ]);
  });
});
