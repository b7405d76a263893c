import { describe, expect, it } from 'vitest';
import { authorization, baseString, encode } from './oauth1';

/** The worked example that X publishes for signing a request. */
const example = {
  request: {
    method: 'post',
    url: 'https://api.x.com/1.1/statuses/update.json?include_entities=true',
    form: { status: 'Hello Ladies + Gentlemen, a signed OAuth request!' },
    nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg',
    timestampSeconds: 1_318_622_958,
  },
  credentials: {
    consumerKey: 'xvz1evFS4wEEPTGEFPHBog',
    consumerSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
    token: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
    tokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
  },
};

describe('signing a request by OAuth 1.0a', () => {
  it('gives the published signature for the published example', () => {
    const header = authorization(example.request, example.credentials);
    expect(header).toContain(`oauth_signature="${encode('Ls93hJiZbQ3akF3HF3x1Bz8/zU4=')}"`);
    expect(header).toMatch(/^OAuth oauth_consumer_key="xvz1evFS4wEEPTGEFPHBog", /);
  });

  it('takes a new nonce and the present time when none are given', () => {
    const { method, url } = example.request;
    const [one, two] = [1, 2].map(() => authorization({ method, url }, example.credentials));
    expect(one).not.toBe(two);
    expect(one).toMatch(/oauth_timestamp="\d{10}"/);
  });

  it('sorts parameters by their encoded names, then values, and leaves the query out of the address', () => {
    const signed = baseString(
      { method: 'get', url: 'http://127.0.0.1:3001/2/a?b=2&a=%2B&b=1&%C3%A9=' },
      { oauth_nonce: 'n' },
    );
    expect(signed).toBe(
      'GET&http%3A%2F%2F127.0.0.1%3A3001%2F2%2Fa&%25C3%25A9%3D%26a%3D%252B%26b%3D1%26b%3D2%26oauth_nonce%3Dn',
    );
  });

  it('encodes all but the unreserved characters', () => {
    expect(encode("aZ09-._~ !*'()+,/☃")).toBe('aZ09-._~%20%21%2A%27%28%29%2B%2C%2F%E2%98%83');
  });
});
