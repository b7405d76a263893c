import { expect, test } from 'vitest';
import { passwordProblem } from './password';

const email = 'mira.santos@example.test';

test.each([
  ['too short', 'elevenchars'],
  ['one letter again and again', 'aaaaaaaaaaaaaaaa'],
  ['the e-mail address', 'mira.santos@example.test1'],
  ['the mailbox and a number', 'Mira.Santos2026'],
  ['longer than anyone types', 'ab1!c'.repeat(300)],
])('a new password is refused: %s', (_, password) => {
  expect(passwordProblem(password, email)).toMatch(/\w+\.$/);
});

test.each([
  ['four words', 'lantern harbour velvet toast'],
  ['other scripts', 'слонячий зонтик на даху'],
])('a new password will do: %s', (_, password) => {
  expect(passwordProblem(password, email)).toBeNull();
});
