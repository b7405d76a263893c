import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from './any-text.fixture';
import { plainText } from './text';

const shop = { url: 'https://t.co/abc123', expandedUrl: 'https://shop.example/?a=1&b=&amp;2' };
const own = { url: 'https://t.co/pic999', expandedUrl: 'https://twitter.com/messages/media/17' };

describe('the text of a private message', () => {
  it('has its entities decoded once', () => {
    expect(plainText('&lt;b&gt; &amp;amp; fish &amp; chips', [])).toBe('<b> &amp; fish & chips');
  });

  it('shows links in full, exactly as they lead on', () => {
    expect(
      plainText('&lt;see&gt; https://t.co/abc123, or https://t.co/abc123 &amp; tell', [shop]),
    ).toBe(`<see> ${shop.expandedUrl}, or ${shop.expandedUrl} & tell`);
  });

  it('keeps a short link of which nothing is known, and one that only begins like a known one', () => {
    expect(plainText('https://t.co/abc123x https://t.co/zzz', [shop])).toBe(
      'https://t.co/abc123x https://t.co/zzz',
    );
  });

  it.each([
    ['look https://t.co/pic999', { url: 'https://t.co/pic999' }, 'look'],
    ['https://t.co/pic999', { url: 'https://t.co/pic999' }, ''],
    ['look https://t.co/pic999', {}, 'look'],
    ['two  https://t.co/pic999', { url: 'https://t.co/pic999' }, 'two '],
    ['see https://t.co/abc123', {}, `see ${shop.expandedUrl}`],
    ['see https://t.co/abc123', { url: 'https://t.co/pic999' }, `see ${shop.expandedUrl}`],
    ['https://t.co/pic999 in the middle', {}, `${own.expandedUrl} in the middle`],
  ])('of %j with media %j is %j', (raw, media, text) => {
    expect(plainText(raw, [shop, own], media)).toBe(text);
  });

  it('keeps the trailing link of a message without an attachment', () => {
    expect(plainText('look https://t.co/zzz', [])).toBe('look https://t.co/zzz');
  });

  it('survives the way through X, whatever was written', () => {
    fc.assert(
      fc.property(anyText(), (written) => {
        const escaped = written
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;');
        const storable = Buffer.from(written).toString().replaceAll('\u0000', '\uFFFD');
        expect(plainText(escaped, [])).toBe(storable);
      }),
      { numRuns: 500 },
    );
  });
});
