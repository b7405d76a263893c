import { isIPv4, isIPv6 } from 'node:net';
import { PEER_HEADER } from './peer-address';

/**
 * The client's address, or null when it cannot be known. Each trusted proxy appends the address it
 * heard from, so with `trustedHops` proxies the client stands that many places before the end;
 * whatever the client itself wrote stands further to the left and is never read.
 */
export function clientAddress(headers: Headers, trustedHops: number): string | null {
  const peer = headers.get(PEER_HEADER) ?? '';
  const forwarded = trustedHops === 0 ? [] : (headers.get('x-forwarded-for') ?? '').split(',');
  const chain = [...forwarded.map((part) => part.trim()).filter(Boolean), peer];
  return canonical(chain[Math.max(chain.length - 1 - trustedHops, 0)] ?? '');
}

/** One spelling per client. An IPv6 client owns its whole /64, so the rest of the address is dropped. */
function canonical(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain;
  return isIPv6(plain) ? `${network64(plain)}::/64` : null;
}

function network64(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
