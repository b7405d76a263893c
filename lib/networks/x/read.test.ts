import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboundEvent } from '../network';
import { PayloadNotUnderstood } from '../network';
import { anyText } from './any-text.fixture';
import {
  accountDelivery,
  activity,
  besideMessages,
  brand,
  bytes,
  customer,
  directMessage,
  encrypted,
  received,
  sent,
} from './deliveries.fixture';
import { read } from './read';

function readAll(delivery: unknown): InboundEvent[] {
  return read(bytes(delivery));
}

function failureOf(body: Uint8Array): unknown {
  try {
    read(body);
  } catch (error) {
    return error;
  }
  return undefined;
}

const ada = {
  externalId: customer,
  handle: 'ada_scoops',
  name: 'Ada Sorrel',
  avatarUrl: 'https://pbs.twimg.com/profile_images/17/ada_normal.jpg',
  followerCount: 412,
};

const message = {
  kind: 'message',
  channelExternalId: brand,
  direction: 'inbound',
  externalId: '2080765901528535101',
  text: 'Is the pistachio back?',
  attachments: [],
  at: new Date(1_784_928_224_372),
};

describe('reading a private message', () => {
  it('says who wrote what to which channel and when', () => {
    expect(readAll(received(directMessage()))).toEqual([
      { ...message, participant: { ...ada, verified: false } },
    ]);
  });

  it('reads the older envelope alike', () => {
    expect(readAll(accountDelivery(directMessage()))).toEqual([
      { ...message, participant: { ...ada, verified: true } },
    ]);
  });

  it("knows the brand's own messages by the sender, in either envelope", () => {
    const own = directMessage({ from: brand, to: customer });
    for (const delivery of [sent(own), received(own), accountDelivery(own)]) {
      expect(readAll(delivery)).toMatchObject([
        { direction: 'outbound', channelExternalId: brand, participant: { handle: 'ada_scoops' } },
      ]);
    }
  });

  it('reads every message of a delivery, and every delivery of a list', () => {
    const ids = ['11', '12', '13', '14'];
    const [a, b, c, d] = ids.map((id) => directMessage({ id }));
    const delivery = { data: [received(a, b).data, sent(c).data, received(d).data] };
    expect(readAll(delivery)).toMatchObject(ids.map((externalId) => ({ externalId })));
  });

  it('does without the people and without the account it is for', () => {
    const alone = {
      data: activity('dm.received', { direct_message_events: [directMessage()] }, null),
    };
    expect(readAll(alone)).toMatchObject([
      { channelExternalId: brand, participant: { externalId: customer } },
    ]);
    const own = directMessage({ from: brand, to: customer });
    const echo = { data: activity('dm.sent', { direct_message_events: [own] }, null) };
    expect(readAll(echo)).toMatchObject([{ channelExternalId: brand, direction: 'outbound' }]);
  });

  it('keeps ids that are bare numbers beyond 2^53', () => {
    const text = JSON.stringify(accountDelivery(directMessage({ id: '2080765901528535101' })));
    const bare = text.replaceAll(/"(\d{16,})"(?!:)/g, '$1');
    expect(bare).toContain(`"sender_id":${customer}`);
    expect(read(Buffer.from(bare))).toMatchObject([
      { externalId: '2080765901528535101', participant: { ...ada } },
    ]);
  });

  it('keeps what led to the message', () => {
    const via = { initiated_via: { tweet_id: '2080000000000000001', welcome_message_id: '77' } };
    expect(readAll(received(directMessage({ extra: via })))).toMatchObject([
      { initiatedVia: { postId: '2080000000000000001', welcomeMessageId: '77' } },
    ]);
  });

  it('leaves out a message between two other accounts', () => {
    const foreign = directMessage({ from: '5', to: '6' });
    expect(readAll(received(foreign))).toMatchObject([{ kind: 'ignored', type: 'message_create' }]);
  });

  it('keeps any text, with what cannot be stored replaced', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const escaped = text
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;');
        const storable = Buffer.from(text).toString().replaceAll('\u0000', '\uFFFD');
        expect(readAll(received(directMessage({ text: escaped })))).toMatchObject([
          { kind: 'message', text: storable },
        ]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('reading an attachment', () => {
  const photo = {
    id: 1_205_290_247_124_217,
    id_str: '1205290247124217856',
    type: 'photo',
    url: 'https://t.co/pic1',
    media_url_https: 'https://ton.twitter.com/1.1/ton/data/dm/1/2/scoop.jpg',
    ext_alt_text: 'A melted scoop',
    sizes: { large: { w: 1024, h: 768, resize: 'fit' } },
  };

  it('takes the picture and drops the link that stands for it', () => {
    const data = {
      text: 'It melted https://t.co/pic1',
      attachment: { type: 'media', media: photo },
    };
    expect(readAll(received(directMessage({ data })))).toMatchObject([
      {
        text: 'It melted',
        attachments: [
          {
            kind: 'image',
            externalId: '1205290247124217856',
            url: photo.media_url_https,
            width: 1024,
            height: 768,
            alt: 'A melted scoop',
          },
        ],
      },
    ]);
  });

  it('takes the best file of a video', () => {
    const media = {
      id: 12,
      type: 'video',
      media_url_https: 'https://pbs.twimg.com/still.jpg',
      video_info: {
        variants: [
          { url: 'https://video.twimg.com/list.m3u8', content_type: 'application/x-mpegURL' },
          { url: 'https://video.twimg.com/low.mp4', content_type: 'video/mp4', bitrate: 256_000 },
          { url: 'https://video.twimg.com/high.mp4', content_type: 'video/mp4', bitrate: 832_000 },
        ],
      },
    };
    const data = { text: 'https://t.co/x', attachment: { type: 'media', media } };
    expect(readAll(received(directMessage({ data })))).toMatchObject([
      {
        text: '',
        attachments: [{ kind: 'video', externalId: '12', url: 'https://video.twimg.com/high.mp4' }],
      },
    ]);
  });

  it.each([
    { type: 'location', location: { type: 'shared_coordinate' } },
    { type: 'media', media: { id: 'x', type: 'photo' } },
    'a hologram',
  ])('shows that there was one even when it is unknown: %j', (attachment) => {
    expect(readAll(received(directMessage({ data: { attachment } })))).toMatchObject([
      { kind: 'message', attachments: [{ kind: 'other', externalId: '2080765901528535101' }] },
    ]);
  });
});

describe('reading an encrypted message', () => {
  it('says that it exists, from whom and when, in both directions', () => {
    const known = {
      kind: 'unreadable',
      channelExternalId: brand,
      externalId: '5d0c7a52-6a2e-4c27-9f4e-8d1f6f0a9b11',
      participant: { externalId: customer },
      text: '',
      attachments: [],
      at: new Date(1_784_841_183_370),
    };
    expect(readAll(encrypted('chat.received'))).toEqual([{ ...known, direction: 'inbound' }]);
    expect(readAll(encrypted('chat.sent'))).toEqual([{ ...known, direction: 'outbound' }]);
    expect(readAll(encrypted('chat.sent', `${brand}:${customer}`))).toMatchObject([known]);
  });

  it('leaves groups out', () => {
    expect(readAll(encrypted('chat.received', 'g1790000000000000000'))).toMatchObject([
      { kind: 'ignored' },
    ]);
  });
});

describe('reading what is not a message', () => {
  it('knows that the account took its permission back, in either envelope', () => {
    const payload = { date_time: '2026-07-23T21:44:05+00:00', user_id: brand, app_id: '29820954' };
    const older = {
      user_event: { revoke: { date_time: payload.date_time, source: { user_id: brand } } },
    };
    for (const delivery of [{ data: activity('oauth.revoke', payload, null) }, older]) {
      expect(readAll(delivery)).toEqual([
        { kind: 'revoked', channelExternalId: brand, at: new Date('2026-07-23T21:44:05Z') },
      ]);
    }
  });

  it.each(Object.entries(besideMessages))(
    'ignores %s, by name and with a reason',
    (type, delivery) => {
      const [event, ...more] = readAll(delivery);
      expect(more).toEqual([]);
      expect(event).toMatchObject({ kind: 'ignored', type, why: expect.stringMatching(/\w+ \w+/) });
    },
  );

  it('says so when a delivery holds nothing', () => {
    for (const delivery of [received(), { data: [] }, { for_user_id: brand }]) {
      expect(readAll(delivery)).toMatchObject([{ kind: 'ignored', type: 'empty' }]);
    }
  });

  it('bounds the name of an unknown type', () => {
    expect(readAll({ data: activity(`\u0000${'x'.repeat(5_000)}`, {}) })).toMatchObject([
      { kind: 'ignored', type: `\uFFFD${'x'.repeat(99)}` },
    ]);
  });
});

describe('a body that is not understood', () => {
  it.each([
    ['nothing', ''],
    ['half a body', '{"data":{"event_type":"dm.received"'],
    ['a bare number', '17'],
    ['a list', '[]'],
    ['an object without an envelope', '{"hello":"there"}'],
    ['an event without a type', '{"data":{"payload":{}}}'],
    ['messages that are no list', '{"data":{"event_type":"dm.received","payload":{}}}'],
    ['a message with words for an id', JSON.stringify(received(directMessage({ id: 'x' })))],
    [
      'a message without a time',
      JSON.stringify(received({ ...directMessage(), created_timestamp: '' })),
    ],
  ])('is refused as such: %s', (_, text) => {
    expect(failureOf(Buffer.from(text))).toBeInstanceOf(PayloadNotUnderstood);
  });

  it('still hands over the messages beside a broken one', () => {
    const failure = failureOf(
      bytes(
        received(
          directMessage({ id: '1' }),
          { type: 'message_create' },
          directMessage({ id: '3' }),
        ),
      ),
    );
    expect(failure).toMatchObject({ understood: [{ externalId: '1' }, { externalId: '3' }] });
  });

  it('is never quoted in the message of the error', () => {
    const secret = 'my card is 4111';
    for (const text of [
      `{"a":"${secret}`,
      JSON.stringify({ data: { event_type: 1, payload: secret } }),
    ]) {
      expect(String(failureOf(Buffer.from(text)))).not.toContain('4111');
    }
  });

  it('is the only thing that reading ever throws, whatever the bytes', () => {
    const valid = [
      received(directMessage()),
      accountDelivery(directMessage()),
      encrypted('chat.sent'),
    ];
    const texts = valid.map((delivery) => JSON.stringify(delivery));
    const mutated = fc
      .tuple(fc.constantFrom(...texts), fc.nat(1_500), fc.nat(40), fc.json({ maxDepth: 2 }))
      .map(([text, at, cut, put]) => Buffer.from(text.slice(0, at) + put + text.slice(at + cut)));
    const swapped = fc
      .tuple(fc.constantFrom(...texts), fc.nat(60), fc.json({ maxDepth: 2 }))
      .map(([text, nth, put]) => Buffer.from(swapValue(text, nth, put)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), mutated, swapped), (body) => {
        const failure = failureOf(body);
        if (failure !== undefined) expect(failure).toBeInstanceOf(PayloadNotUnderstood);
      }),
      { numRuns: 3_000 },
    );
  });
});

/** The same JSON with its nth value replaced by another. */
function swapValue(text: string, nth: number, put: string): string {
  let seen = 0;
  const target = nth % (text.match(/:/g)?.length ?? 1);
  const replaced: unknown = JSON.parse(text, (_, value) => {
    seen += 1;
    return seen === target ? JSON.parse(put) : value;
  });
  return JSON.stringify(replaced);
}
