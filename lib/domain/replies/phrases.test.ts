import { describe, expect, it, test } from 'vitest';
import { commonPhrases } from './phrases';

/** Each message in a conversation of its own. */
function phrasesIn(...texts: string[]): [string, number][] {
  return commonPhrases(texts.map((text, at) => ({ conversationId: String(at), text }))).map(
    ({ words, conversations }) => [words, conversations],
  );
}

describe('a common wording', () => {
  it('is said in at least three conversations, and tells how many', () => {
    expect(phrasesIn('late refund', 'Late refund!', 'a late refund')).toEqual([['late refund', 3]]);
    expect(phrasesIn('late refund', 'late refund')).toEqual([]);
  });

  it('counts once for one who repeats it', () => {
    const same = { conversationId: 'one', text: 'late refund, late refund' };
    expect(commonPhrases([same, same, same])).toEqual([]);
  });

  it('neither begins nor ends with a word that says nothing', () => {
    const text = 'is my melted tub in the post';
    expect(phrasesIn(text, text, text)).toEqual([['melted tub in the post', 3]]);
  });

  it('is the longer one where the shorter is hardly said otherwise', () => {
    const long = 'salted caramel ice cream';
    expect(phrasesIn(long, long, long, 'caramel ice')).toEqual([[long, 3]]);
  });

  it('is the shorter one where it is said in many ways', () => {
    expect(
      phrasesIn(
        ...['gift card lost', 'gift card lost', 'gift card lost'],
        ...['gift card empty', 'buy gift card', 'gift card', 'one gift card'],
      ),
    ).toEqual([['gift card', 7]]);
  });

  it('goes across no mark, name or link', () => {
    const text = 'lost parcel. Lid @cream spoon https://example.com/tub red (tub) broken';
    expect(phrasesIn(text, text, text)).toEqual([['lost parcel', 3]]);
  });

  it('is told once for one problem, however many wordings it has', () => {
    const text = 'melted tub in the parcel, so a full refund';
    expect(phrasesIn(text, text, text)).toHaveLength(1);
    expect(phrasesIn(text, text, text, 'full refund', 'full refund', 'full refund')).toEqual([
      ['full refund', 6],
      ['melted tub in the parcel', 3],
    ]);
  });

  test.each([
    ['in another language', 'Wo ist meine kalte Lieferung?', 'kalte Lieferung'],
    ['with an apostrophe', 'The app doesn’t load pictures', 'app doesn’t load pictures'],
  ])('is told as it was written: %s', (_, text, words) => {
    expect(phrasesIn(text, text, text)[0]?.[0]).toBe(words);
  });

  it('has an example of a hundred characters at most', () => {
    const text = `melted tub ${'and so on '.repeat(30)}`;
    const [phrase] = commonPhrases(
      ['1', '2', '3'].map((conversationId) => ({ conversationId, text })),
    );
    expect(phrase?.example).toHaveLength(100);
    expect(phrase?.example.endsWith('…')).toBe(true);
  });
});
