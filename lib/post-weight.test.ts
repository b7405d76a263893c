import fc from 'fast-check';
import { find } from 'linkifyjs';
import { describe, expect, it } from 'vitest';
import { postWeight } from './domain/conversation/post-length';
import { exactPostWeight } from './post-weight';

const links = (text: string) =>
  find(text, 'url').filter(({ value }) => /^https?:/.test(value) || value.includes('.'));

describe('the weight of a post as the writer sees it', () => {
  it.each([
    'Sorry, Ana. We send another box today.',
    'café and café',
    '日本語',
    'مرحبا بكم',
    '👨‍👩‍👧‍👦 🇬🇧 👍🏽 ❤️ ☀',
    'See https://saltedcaramel.com/help?a=1 and https://example.org/b.',
    '“quoted” – dash … and ‘single’ it’s',
    'a\n\nb',
    '',
    `${'x'.repeat(279)}é`,
    '🍦'.repeat(140),
  ])('is what the network counts: %s', (text) => {
    expect(postWeight(text, links(text))).toBe(exactPostWeight(text));
  });

  it('is the same for any text without links', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'a',
          'é',
          'ñ',
          '語',
          'م',
          ' ',
          '\n',
          '😀',
          '👍🏽',
          '“',
          '—',
          '٣',
          '!',
          '한',
        ),
      )
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(words, (text) => {
        expect(postWeight(text)).toBe(exactPostWeight(text));
      }),
    );
  });
});
