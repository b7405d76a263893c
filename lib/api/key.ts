import { hashOfSecret, newSecret } from '../auth/session-cookie';

const BEGINS = 'plk_';

/** A secret that another system shows: 32 random bytes, recognisable as ours wherever it turns up. */
export function newKey(): string {
  return `${BEGINS}${newSecret()}`;
}

/** As much of a key as may be shown afterwards. */
export function prefixOf(key: string): string {
  return key.slice(0, BEGINS.length + 6);
}

/** SHA-256, hex: how a key is kept and looked up. */
export function hashOfKey(key: string): string {
  return hashOfSecret(key);
}

/** The key in an `Authorization` header; undefined for what cannot be one. */
export function keyIn(authorization: string | null): string | undefined {
  return /^bearer +(plk_[\w-]{43}) *$/i.exec(authorization ?? '')?.[1];
}
