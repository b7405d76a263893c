import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestWord, plainWord, usualWords, wordEffects } from './words';

describe('a word that opts out', () => {
  test.each([
    ['STOP', 'stop'],
    [' Stop! ', 'stop'],
    ['stop. 🙏', 'stop'],
    ['ＳＴＯＰ', 'stop'],
    ['“Unsubscribe”', 'unsubscribe'],
    ['opt-out', 'opt out'],
    ['Don’t  message me', 'dont message me'],
    ["don't message me.", 'dont message me'],
    ['DÉSABONNER', 'desabonner'],
  ])('%s reads as %s', (text, word) => {
    expect(plainWord(text)).toBe(word);
  });

  test('is all that the message says', () => {
    expect(plainWord('Please stop sending me broken cones')).not.toBe('stop');
    expect(plainWord('the bus stop')).not.toBe('stop');
    expect(plainWord('!?')).toBeNull();
    expect(plainWord('')).toBeNull();
    expect(plainWord('stop '.repeat(30))).toBeNull();
  });

  test('the usual ones are words, each once', () => {
    const words = wordEffects.flatMap((effect) => usualWords[effect].map(plainWord));
    expect(words).not.toContain(null);
    expect(new Set(words).size).toBe(words.length);
  });

  test('made plain twice it is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const plain = plainWord(text);
        if (plain === null) return;
        expect([...plain].length).toBeLessThanOrEqual(longestWord);
        expect(plainWord(plain)).toBe(plain);
      }),
    );
  });
});
