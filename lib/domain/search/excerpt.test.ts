import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf, findIn, fitOf } from './excerpt';
import { fold } from './fold';
import { needlesOf } from './needles';
import { parseQuery } from './query';

const needles = (query: string) => needlesOf(parseQuery(query).terms);

/** The text with what was found in brackets; null when it was not. */
function marked(text: string, query: string): string | null {
  const found = findIn(text, needles(query));
  expect(fitOf(text, needles(query)) === null).toBe(found === null);
  if (found === null) return null;
  return found.reduceRight(
    (left, [from, to]) => `${left.slice(0, from)}[${left.slice(from, to)}]${left.slice(to)}`,
    text,
  );
}

test.each([
  ['Where is my order?', 'order', 'Where is my [order]?'],
  ['Two orders, one ORDER', 'order', 'Two [order]s, one [ORDER]'],
  ['reorder', 'order', null],
  ['Crème brûlée', 'creme bru', '[Crème] [brû]lée'],
  ['Cre\u0300me de marron', 'crème', '[Cre\u0300me] de marron'],
  ['Die Straße ist laut', 'strasse', 'Die [Straße] ist laut'],
  ['Łódź, Ångström, İstanbul', 'lodz angstrom istanbul', '[Łódź], [Ångström], [İstanbul]'],
  ['Ёлка и ёжик', 'елка ЁЖ', '[Ёлка] и [ёж]ик'],
  ['ΣΊΣΥΦΟΣ', 'σισυφος', '[ΣΊΣΥΦΟΣ]'],
  ['أين طَلَبِي؟', 'اين طلبي', '[أين] [طَلَبِي]؟'],
  ['رقم ١٢٣٤', '1234', 'رقم [١٢٣٤]'],
  ['注文した商品がまだ届きません', '商品', '注文した[商品]がまだ届きません'],
  ['注文した商品がまだ届きません', '届き まだ', '注文した商品が[まだ届き]ません'],
  ['塩キャラメルはいつ', 'きゃらめる', '塩[キャラメル]はいつ'],
  ['ｱｲｽが溶けた', 'アイス', '[ｱｲｽ]が溶けた'],
  ['カ\u3099ラス', 'ガラス', '[カ\u3099ラス]'],
  ['東京に京都', '東京都', null],
  ['東京都', '京', '東[京]都'],
  ['아이스크림이 녹았어요', '크림', '아이스[크림]이 녹았어요'],
  ['我的订单在哪里', '订单', '我的[订单]在哪里'],
  ['ไอศกรีมละลาย', 'ละลาย', 'ไอศกรีม[ละลาย]'],
  ['iPhoneの画面', 'iphoneの', '[iPhoneの]画面'],
  ['Order SC-2026-0042 please', 'SC-2026-0042', 'Order [SC-2026-0042] please'],
  ['Order SC-2026-00421', 'sc-2026-0042', 'Order [SC-2026-0042]1'],
  ['2026, SC and 0042', 'SC-2026-0042', null],
  ['write @ana_lima', '@ana_lima', 'write @[ana_lima]'],
  ['write @ana_lima', 'lima', 'write @ana_[lima]'],
  [
    'https://caramel.example/track?id=9',
    'caramel.example/track',
    'https://[caramel.example/track]?id=9',
  ],
  ['Thanks 🍦👍🏽', '🍦', 'Thanks [🍦]👍🏽'],
  ['salted,  caramel', '"salted caramel"', '[salted,  caramel]'],
  ['salted caramels', '"salted caramel"', null],
  ['a.*b [x] (y)', 'x', 'a.*b [[x]] (y)'],
])('%s, looked for %s', (text, query, wanted) => {
  expect(marked(text, query)).toBe(wanted);
});

test('signs alone look for nothing', () => {
  expect(needles('?! … — "..." #')).toEqual([]);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('が', 'ﷺ', 'ﬁn', '\u0301\u0301', '한국어', '\ud83d', '👩‍👩‍👧'),
);

test('every place that is marked lies in the text, in order, and tears no letter', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, word, after) => {
      const text = `${before} ${word} ${after}`;
      const found = findIn(
        text,
        needlesOf([{ operator: 'text', value: word, negated: false, phrase: false }]),
      );
      expect(
        fitOf(
          text,
          needlesOf([{ operator: 'text', value: word, negated: false, phrase: false }]),
        ) === null,
      ).toBe(found === null);
      let last = 0;
      for (const [from, to] of found ?? []) {
        expect(last <= from && from < to && to <= text.length).toBe(true);
        expect(
          /^[\udc00-\udfff]/.test(text.slice(from)) && /[\ud800-\udbff]$/.test(text.slice(0, from)),
        ).toBe(false);
        last = to;
      }
    }),
    { numRuns: 500 },
  );
});

test('folding keeps a place for every unit, and folds what is folded to itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const folded = fold(text);
      expect(folded.from).toHaveLength(folded.text.length);
      expect(folded.to).toHaveLength(folded.text.length);
    }),
  );
  for (const text of ['Straße', 'ΣΊΣΥΦΟΣ', 'カ\u3099ラス', 'ﷺ', '١٢٣']) {
    expect(fold(fold(text).text).text).toBe(fold(text).text);
  }
});

test('an excerpt is one line around the first place, with its places where they are', () => {
  const text = `${'Lorem ipsum dolor '.repeat(20)}the caramel\nmelted ${'sit amet '.repeat(40)}`;
  const found = findIn(text, needles('caramel melted'));
  const { excerpt, ranges } = excerptOf(text, found ?? []);
  expect(excerpt).toMatch(/^….*the caramel melted sit amet.*…$/);
  expect(ranges.map(([from, to]) => excerpt.slice(from, to))).toEqual(['caramel', 'melted']);
  expect(excerpt.length).toBeLessThan(180);
  expect(excerptOf('short', [[0, 5]])).toEqual({ excerpt: 'short', ranges: [[0, 5]] });
});

test('an excerpt of anything shows its places, and begins and ends with whole letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(399), (text, at) => {
      const [, ...places] = text.matchAll(/\S+/gu);
      const place = places[at % Math.max(1, places.length)];
      if (!place) return;
      const range: [number, number] = [place.index, place.index + place[0].length];
      const { excerpt, ranges } = excerptOf(text, [range]);
      expect(ranges).toHaveLength(1);
      const [[from, to] = [0, 0]] = ranges;
      expect(excerpt.slice(from, to)).toBe(place[0].replaceAll(/[\s\p{Cc}]/gu, ' '));
      expect(excerpt).not.toMatch(/^…?[\udc00-\udfff]|[\ud800-\udbff]…?$/);
    }),
    { numRuns: 500 },
  );
});
