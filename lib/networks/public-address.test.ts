import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, NOT_PUBLIC, publicLookup } from './public-address';

describe('an address of the open internet', () => {
  it.each([
    '104.244.42.1',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '2606:4700::6810:84e5',
    '2a03:2880::1',
  ])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.0.192',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:4136:e378::',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
    '127.1',
    '2130706433',
    '0x7f.0.0.1',
    'localhost',
    '',
  ])('is not %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('looking up a name', () => {
  it('refuses one that stands for the house itself, however it is asked', async () => {
    for (const all of [true, false]) {
      const problem = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
        publicLookup('localhost', { all }, (error: NodeJS.ErrnoException | null) => resolve(error));
      });
      expect(problem?.code).toBe(NOT_PUBLIC);
    }
  });

  it('passes on that a name does not exist', async () => {
    const answer = await new Promise<[string | undefined, string | LookupAddress[]]>((resolve) => {
      publicLookup('no-such-name.invalid', {}, (error, address) => resolve([error?.code, address]));
    });
    expect(answer[0]).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
    expect(answer[1]).toBe('');
  });
});
