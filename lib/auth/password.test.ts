import { expect, test } from 'vitest';
import { hashPassword, isOutdated, verifyPassword } from './password';

test('a password fits its own hash and no other', async () => {
  const stored = await hashPassword('lantern harbour velvet toast');
  expect(await verifyPassword(stored, 'lantern harbour velvet toast')).toBe(true);
  expect(await verifyPassword(stored, 'lantern harbour velvet toasT')).toBe(false);
  expect(isOutdated(stored)).toBe(false);
});

test('every letter of a long password counts, also beyond 72 bytes', async () => {
  const long = 'p'.repeat(200);
  const stored = await hashPassword(`${long}1`);
  expect(await verifyPassword(stored, `${long}2`)).toBe(false);
  expect(await verifyPassword(stored, `${long}1`)).toBe(true);
});

test('the same characters typed on another system fit', async () => {
  const stored = await hashPassword('cr\u00e8me br\u00fbl\u00e9e at noon');
  expect(await verifyPassword(stored, 'cre\u0300me bru\u0302le\u0301e at noon')).toBe(true);
});

test('no password fits an account without one', async () => {
  expect(await verifyPassword(null, '')).toBe(false);
  expect(await verifyPassword(null, 'porchlight-nobody')).toBe(false);
});

test('a hash made with less memory or fewer passes is outdated', () => {
  expect(isOutdated('$argon2id$v=19$m=8192,t=2,p=1$c2FsdA$aGFzaA')).toBe(true);
  expect(isOutdated('$argon2i$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA')).toBe(true);
});
