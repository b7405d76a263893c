import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileRules, mostBytes } from '@/lib/domain/files/rules';
import type { AppConfig, InboundEvent, Network } from './network';
import { PayloadNotUnderstood } from './network';
import { findNetwork } from './registry';

/** What a network brings along for its contract test: deliveries of its own and how it signs them. */
export type Specimens = {
  app: AppConfig;
  /** The headers that the network sends along with these bytes. */
  signed: (body: Uint8Array, secret: string) => Headers;
  /** A delivery of one message from the person to the channel, and one of the other direction. */
  inbound: Uint8Array;
  outbound: Uint8Array;
  channel: string;
  person: string;
  /** Deliveries about other things, one of them of a type that does not exist yet. */
  beside: readonly Uint8Array[];
};

/** What the product relies on, whichever network it is. Every adapter runs this. */
export function describeNetwork(name: string, network: Network, specimens: Specimens): void {
  describe(`the network ${name}`, () => {
    it('is found in the registry and says what it can do', () => {
      expect(findNetwork(name)).toBe(network);
      expect(network.label).not.toBe('');
      expect(network.capabilities.maxTextLength).toBeGreaterThan(0);
      expect(network.capabilities.files.perMessage).toBeGreaterThanOrEqual(0);
      expect(network.capabilities.mediaLifeMs).toBeGreaterThan(60_000);
    });

    it('takes along what the rules for replies say, and no paper', () => {
      const { files } = network.capabilities;
      expect(files).toEqual(fileRules('reply', name));
      expect(files.kinds.document).toBeUndefined();
      for (const { formats, mostBytes: most } of Object.values(files.kinds)) {
        expect(formats.length).toBeGreaterThan(0);
        expect(most).toBeLessThanOrEqual(mostBytes);
      }
    });
    describe('at its webhook', () => describeWebhook(network, specimens));
    describe('in what it reads', () => describeReading(network, specimens));
    describe('when called', () => describeCalls(network, specimens));
  });
}

function describeWebhook({ webhook }: Network, specimens: Specimens): void {
  const { app, signed, inbound, outbound, beside } = specimens;
  const [secret = ''] = app.consumerSecrets;
  const all = [inbound, outbound, ...beside];

  it('accepts its own signature, under each current secret, and no other', () => {
    const rotating = { ...app, consumerSecrets: ['a-newer-secret-than-that', secret] };
    for (const body of all) {
      expect(webhook.isAuthentic(body, signed(body, secret), app)).toBe(true);
      expect(webhook.isAuthentic(body, signed(body, secret), rotating)).toBe(true);
      expect(webhook.isAuthentic(body, signed(body, 'not-the-secret-at-all'), app)).toBe(false);
      expect(webhook.isAuthentic(body, new Headers(), app)).toBe(false);
    }
    expect(webhook.isAuthentic(outbound, signed(inbound, secret), app)).toBe(false);
    expect(webhook.isAuthentic(inbound, signed(inbound, ''), { ...app, consumerSecrets: [] })).toBe(
      false,
    );
  });

  it('names the same delivery alike and different ones differently', () => {
    const keys = all.map((body) => webhook.dedupeKey(body));
    expect(all.map((body) => webhook.dedupeKey(Buffer.from(body)))).toEqual(keys);
    expect(new Set(keys).size).toBe(all.length);
    for (const key of keys) expect(key.length).toBeLessThanOrEqual(200);
  });
}

function describeReading(network: Network, specimens: Specimens): void {
  const { webhook } = network;
  const { app, inbound, outbound, channel, person, beside } = specimens;
  const all = [inbound, outbound, ...beside];

  it('tells who wrote to whom, with ids as strings and the time of the network', () => {
    for (const [body, direction] of [
      [inbound, 'inbound'],
      [outbound, 'outbound'],
    ] as const) {
      const [event, ...more] = webhook.read(body);
      expect(more).toEqual([]);
      expect(event).toMatchObject({
        kind: 'message',
        direction,
        channelExternalId: channel,
        externalId: expect.any(String),
        participant: { externalId: person },
        text: expect.any(String),
        attachments: expect.any(Array),
        at: expect.any(Date),
      });
    }
  });

  it('ignores what it does not need, with the type and a reason', () => {
    expect(beside.length).toBeGreaterThan(0);
    for (const event of beside.flatMap((body) => webhook.read(body))) {
      expect(event).toMatchObject({
        kind: 'ignored',
        type: expect.stringMatching(/./),
        why: expect.stringMatching(/./),
      });
    }
  });

  it('throws nothing but "not understood" on any bytes, and yields only what can be stored', () => {
    const spliced = fc
      .tuple(fc.constantFrom(...all), fc.nat(2_000), fc.nat(30), fc.uint8Array({ maxLength: 30 }))
      .map(([body, at, cut, put]) => Buffer.concat([body.slice(0, at), put, body.slice(at + cut)]));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), spliced), (body) => {
        const events = readOrNot(network, body);
        expect(JSON.stringify(events)).not.toMatch(/\\u0000|\\ud[89a-f][0-9a-f]{2}/i);
        expect(typeof webhook.dedupeKey(body)).toBe('string');
        expect(webhook.isAuthentic(body, new Headers(), app)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
}

function describeCalls(network: Network, { app, channel, person }: Specimens): void {
  it('sends an admin to the network with the state and the challenge of the sign-in', () => {
    const input = { state: 's t', codeChallenge: 'c-1', redirectUri: 'https://app.test/back' };
    const url = new URL(network.connect(app).authorizeUrl(input));
    expect(url.href.startsWith(app.authorizeUrl)).toBe(true);
    expect([...url.searchParams.values()]).toEqual(expect.arrayContaining(Object.values(input)));
    expect(url.href).not.toContain(encodeURIComponent(app.clientSecret));
  });

  it('sends somebody to a message to the account on its own site, with every letter of the words', () => {
    const text = 'Hello & good day, 50 % off? (ref K7M2PQ)';
    const url = new URL(network.messageLink(app, { externalId: channel, text }));
    expect(url.href.startsWith(app.siteUrl)).toBe(true);
    expect(url.search).not.toContain('+');
    expect([...url.searchParams.values()]).toEqual(expect.arrayContaining([channel, text]));
    const silent = new URL(network.messageLink(app, { externalId: channel }));
    expect([...silent.searchParams.values()]).toEqual([channel]);
  });

  it('can turn a door exactly where it says that it may', () => {
    for (const each of [app, { ...app, hasDoorControl: true }]) {
      const client = network.client(each, { accessToken: 'token', externalId: channel });
      expect(client.door !== undefined).toBe(network.mayChangeDoor(each));
    }
    expect(network.mayChangeDoor(app)).toBe(false);
  });

  it('answers an attempt with an outcome even when there is no network', async () => {
    const nowhere = { ...app, apiUrl: 'http://127.0.0.1:1' };
    const client = network.client(nowhere, { accessToken: 'token', externalId: channel });
    expect(await client.send(person, { text: 'Hello' })).toMatchObject({
      outcome: { kind: 'not_accepted', reason: 'NETWORK_UNREACHABLE' },
    });
    await expect(client.me()).rejects.toMatchObject({
      failure: { kind: 'unreachable', mayHaveArrived: false },
    });
    await expect(
      client.uploadMedia(Buffer.from('GIF89a'), 'gif', 'image/gif'),
    ).rejects.toMatchObject({ failure: { kind: 'unreachable', mayHaveArrived: false } });
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:1/admin',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://example.com/picture.png',
    'https://user:secret@example.com/picture.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    '//example.com/picture.png',
    'picture.png',
    '',
  ])('fetches nothing from elsewhere: %j', async (url) => {
    const client = network.client(app, { accessToken: 'token', externalId: channel });
    await expect(client.downloadMedia(url, 1_000)).rejects.toMatchObject({
      failure: { kind: 'not_allowed' },
    });
  });
}

function readOrNot(network: Network, body: Uint8Array): readonly InboundEvent[] {
  try {
    return network.webhook.read(body);
  } catch (error) {
    expect(error).toBeInstanceOf(PayloadNotUnderstood);
    return error instanceof PayloadNotUnderstood ? error.understood : [];
  }
}
