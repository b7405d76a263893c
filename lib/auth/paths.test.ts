import { expect, test } from 'vitest';
import { HOME, pathAfterSignIn } from './paths';

test.each(['/inbox/mine', '/inbox/open/0190?x=1', '/settings/members', '/invite/abc'])(
  'after signing in, a person comes back to %s',
  (path) => {
    expect(pathAfterSignIn(path)).toBe(path);
  },
);

test.each([
  [undefined],
  [''],
  ['/'],
  ['inbox'],
  ['https://evil.test/'],
  ['//evil.test'],
  ['/\\evil.test'],
  ['/\t/evil.test'],
  ['/.//evil.test'],
  ['javascript:alert(1)'],
  ['http://porchlight.invalid//evil.test'],
])('a way out of the app is not followed: %j', (path) => {
  expect(pathAfterSignIn(path)).toBe(HOME);
});
