import { describe, expect, test } from 'vitest';
import { holdsWords, shareEdited, standingsOf, withWordsBack } from './standing';
import type { Segment } from './template';

const tub: Segment[] = [
  { text: 'Hi Ana, ', locked: false },
  { text: 'a new tub is on its way and will be with you before 17:30.', locked: true },
  { text: ' Anything else?', locked: false },
];
const refund: Segment[] = [{ text: 'We refund you within five working days.', locked: true }];
const whole = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('');

function standing(text: string, ...replies: Segment[][]) {
  const found = standingsOf(
    text,
    replies.map((segments, at) => ({ id: `${at}`, segments })),
  );
  return replies.map((_, at) => found.get(`${at}`)?.kind);
}

describe('what became of a reply in a text', () => {
  test.each<[string, string, string]>([
    ['as it was put there', whole(tub), 'intact'],
    ['with own words around it', `Good news! ${whole(tub)} Bye, Mo`, 'intact'],
    [
      'with its free words changed',
      'Hello! a new tub is on its way and will be with you before 17:30.',
      'intact',
    ],
    [
      'with one letter of its locked words changed',
      whole(tub).replace('17:30', '17:31'),
      'strayed',
    ],
    [
      'with a word between its locked words',
      whole(tub).replace('new tub', 'new small tub'),
      'strayed',
    ],
    ['with another case', whole(tub).toUpperCase(), 'strayed'],
    ['with invisible signs in every word', [...whole(tub)].join('\u200b'), 'strayed'],
    [
      'with the half of its locked words cut away',
      whole(tub).replace(' and will be with you before 17:30', ''),
      'strayed',
    ],
    [
      'with locked words turned around',
      'before 17:30 a new tub is on its way and will be with you.',
      'strayed',
    ],
    ['with letters grown onto it', `Hi Ana, ${tub[1]?.text.replace('a new', 'pa new')}`, 'strayed'],
    [
      'and said once more, otherwise',
      `${whole(tub)} No: ${tub[1]?.text.replace('17:30', '19:00')}`,
      'strayed',
    ],
    ['and a few of its words again', `${whole(tub)} A new one, before the van leaves.`, 'intact'],
    ['with all of it taken out', 'Could you send me a picture of the tub?', 'gone'],
    ['with nothing left', '', 'gone'],
  ])('%s', (_, text, kind) => {
    expect(standing(text, tub)).toEqual([kind]);
  });

  test('letters that are composed otherwise are the same letters', () => {
    const café: Segment[] = [{ text: 'Le café est ouvert jusqu’à six heures.', locked: true }];
    expect(standing(whole(café).normalize('NFD'), café)).toEqual(['intact']);
  });

  test('two replies stand each for itself, in any order', () => {
    expect(standing(`${whole(refund)}\n\n${whole(tub)}`, tub, refund)).toEqual([
      'intact',
      'intact',
    ]);
    expect(standing(whole(tub), tub, refund)).toEqual(['intact', 'gone']);
    const changed = whole(refund).replace('five', 'fifty');
    expect(standing(`${whole(tub)} ${changed}`, tub, refund)).toEqual(['intact', 'strayed']);
  });

  test('a figure or a word does not go on behind the locked ones', () => {
    const until: Segment[] = [{ text: 'valid until 17:30', locked: true }];
    expect(standing('It is invalid until 17:30', until)).toEqual(['strayed']);
    expect(standing('It is valid until 17:300', until)).toEqual(['strayed']);
    expect(standing('(valid until 17:30)', until)).toEqual(['intact']);
    const thai: Segment[] = [{ text: '私たちは返金します', locked: true }];
    expect(standing('はい私たちは返金しますね', thai)).toEqual(['intact']);
  });

  test('one text does not stand for the same reply twice', () => {
    expect(standing(`${whole(refund)} ${whole(refund)}`, refund, refund)).toEqual([
      'intact',
      'intact',
    ]);
    const second = whole(refund).replace('five', 'ten');
    expect(standing(`${whole(refund)} ${second}`, refund, refund)).toEqual(['intact', 'strayed']);
  });

  test('a reply without locked words never strays', () => {
    const free: Segment[] = [
      { text: 'Thanks for telling us about this, we look into it.', locked: false },
    ];
    expect(standing(whole(free), free)).toEqual(['intact']);
    expect(standing('Thanks for telling us, we look into it now.', free)).toEqual(['intact']);
    expect(standing('No.', free)).toEqual(['gone']);
  });

  test('where its locked words stand, and which are missing', () => {
    const text = `Hi! ${tub[1]?.text}`;
    expect(standingsOf(text, [{ id: 'a', segments: tub }]).get('a')).toEqual({
      kind: 'intact',
      locked: [{ from: 4, to: text.length }],
    });
    expect(
      standingsOf(whole(refund).replace('five', 'ten'), [{ id: 'a', segments: refund }]).get('a'),
    ).toEqual({ kind: 'strayed', missing: [whole(refund)], locked: [] });
  });

  test('scripts without spaces are compared letter by letter', () => {
    const japanese: Segment[] = [{ text: '新しい商品を本日中にお届けいたします。', locked: true }];
    expect(standing('新しい商品を明日中にお届けいたします。', japanese)).toEqual(['strayed']);
    expect(standing('写真を送っていただけますか', japanese)).toEqual(['gone']);
  });
});

test('how much of a reply was changed is the share of its words that is not there', () => {
  expect(shareEdited('one two three four', 'one two three four')).toBe(0);
  expect(shareEdited('one two three four', 'One, two! and five')).toBe(0.5);
  expect(shareEdited('one two three four', '')).toBe(1);
});

test('words are found in a text whatever signs stand between them', () => {
  expect(holdsWords('Well: we REFUND, you!', 'we refund you')).toBe(true);
  expect(holdsWords('we refund them', 'we refund you')).toBe(false);
  expect(holdsWords('anything', '')).toBe(false);
});

test.each([
  ['We refund you within ten days.', 'We refund you within five working days.'],
  [
    'Hi! We will refund you within five days. Bye',
    'Hi! We refund you within five working days. Bye',
  ],
  ['Bye', 'Bye We refund you within five working days.'],
  ['', 'We refund you within five working days.'],
])('locked words are put back into "%s"', (text, after) => {
  expect(withWordsBack(text, refund)).toBe(after);
});

test.each([
  ['its end', whole(tub).replace('17:30', '19:00')],
  ['its beginning', whole(tub).replace('a new tub', 'some other thing')],
  ['its middle, with own words after it', `${whole(tub).replace('way and', 'road and')} Bye, Mo`],
])('locked words between free ones are put back: %s was changed', (_, text) => {
  const after = withWordsBack(text, tub);
  expect(after.replace(' Bye, Mo', '')).toBe(whole(tub));
});

test('what stands as it was approved is left alone', () => {
  expect(withWordsBack(`Well. ${whole(tub)}`, tub)).toBe(`Well. ${whole(tub)}`);
});
