import { describe, expect, test } from 'vitest';
import { clientAddress } from './client-address';

function address(hops: number, peer: string | null, forwarded?: string): string | null {
  const headers = new Headers();
  if (peer !== null) headers.set('x-porchlight-peer', peer);
  if (forwarded !== undefined) headers.set('x-forwarded-for', forwarded);
  return clientAddress(headers, hops);
}

describe('without a proxy in front', () => {
  test('the address is the one the connection came from', () => {
    expect(address(0, '203.0.113.9')).toBe('203.0.113.9');
  });

  test('what a client writes into X-Forwarded-For has no effect', () => {
    expect(address(0, '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(address(0, '203.0.113.9', '198.51.100.1, 198.51.100.2')).toBe('203.0.113.9');
  });

  test('an address that is not known is not invented', () => {
    expect(address(0, null, '198.51.100.1')).toBeNull();
    expect(address(0, 'not an address')).toBeNull();
  });
});

describe('behind proxies', () => {
  test('the client is the one that the nearest trusted proxy heard', () => {
    expect(address(1, '10.0.0.2', '198.51.100.1')).toBe('198.51.100.1');
    expect(address(2, '10.0.0.2', '198.51.100.1, 10.0.0.1')).toBe('198.51.100.1');
  });

  test('names that the client put in front of the list are not believed', () => {
    expect(address(1, '10.0.0.2', '1.1.1.1, 2.2.2.2, 198.51.100.1')).toBe('198.51.100.1');
  });

  test('a request that came past the proxy counts as what it is', () => {
    expect(address(1, '203.0.113.9')).toBe('203.0.113.9');
  });
});

describe('one client has one spelling', () => {
  test('an IPv4 address inside an IPv6 one is the IPv4 address', () => {
    expect(address(0, '::ffff:203.0.113.9')).toBe('203.0.113.9');
  });

  test('an IPv6 client is its network of 64 bits', () => {
    const spellings = [
      '2001:db8:0:7::1',
      '2001:DB8:0:7:ffff::2',
      '2001:0db8:0000:0007:1:2:3:4%eth0',
    ];
    expect(new Set(spellings.map((spelling) => address(0, spelling)))).toEqual(
      new Set(['2001:db8:0:7::/64']),
    );
    expect(address(0, '::1')).toBe('0:0:0:0::/64');
  });
});
