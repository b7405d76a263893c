import { describe, expect, test } from 'vitest';
import type { JudgedUse } from './judge';
import { judgeWords } from './judge';
import { withoutRecalled } from './take-out';

const promise = 'a new tub is on its way and will be with you before 17:30.';

function use(more: Partial<JudgedUse> = {}): JudgedUse {
  return {
    id: 'u',
    versionId: 'v',
    title: 'New tub',
    segments: [
      { text: 'Hi Ana, ', locked: false },
      { text: promise, locked: true },
      { text: ' Bye', locked: false },
    ],
    state: 'published',
    allowance: 'locked',
    fileIds: [],
    ...more,
  };
}

const whole = `Hi Ana, ${promise} Bye`;
const none = { recalled: [], strays: [], kept: [], gone: [] };

describe('a text with approved replies', () => {
  test('that was put in, taken out and put in again is one', () => {
    const uses = [use(), use({ id: 'again' })];
    expect(judgeWords(whole, [], { uses, lately: [] })).toEqual({
      ...none,
      kept: ['u'],
      gone: ['again'],
    });
  });

  test('keeps the words of a newer version, whatever the recalled one said', () => {
    const old = use({ id: 'old', versionId: 'v1', state: 'recalled' });
    const uses = [old, use({ id: 'new', versionId: 'v2' })];
    expect(judgeWords(whole, [], { uses, lately: [] })).toMatchObject({
      recalled: [],
      strays: [],
      kept: ['new'],
    });
    expect(withoutRecalled(whole, uses)).toBe(whole);
  });

  test('two that begin alike stand each in a place of its own', () => {
    const thanks = { text: 'Thanks.', locked: true };
    const one = use({
      id: 'one',
      versionId: 'a',
      segments: [thanks, { text: ' See you.', locked: false }],
    });
    const more = use({
      id: 'two',
      versionId: 'b',
      segments: [thanks, { text: ' Goodbye now.', locked: true }],
    });
    expect(
      judgeWords('Thanks. Goodbye now. Thanks. See you.', [], { uses: [one, more], lately: [] }),
    ).toMatchObject({
      strays: [],
      kept: ['one', 'two'],
    });
  });

  test('does not go out with the picture of a recalled one, though its words are gone', () => {
    const uses = [use({ state: 'recalled', fileIds: ['f'] })];
    expect(judgeWords('Here it is', ['f'], { uses, lately: [] })).toMatchObject({
      recalled: [{ useId: 'u' }],
    });
    expect(judgeWords('Here it is', [], { uses, lately: [] })).toMatchObject({ gone: ['u'] });
  });

  test('a locked part that is grown onto something in the reply itself may be there too', () => {
    const korean = use({
      segments: [
        { text: 'Ana', locked: false },
        { text: '님, 주문하신 상품은 오늘 안에 도착합니다.', locked: true },
      ],
    });
    const text = 'Ana님, 주문하신 상품은 오늘 안에 도착합니다.';
    expect(judgeWords(text, [], { uses: [korean], lately: [] })).toMatchObject({ strays: [] });
  });
});

describe('what stood in the conversation before', () => {
  test.each<[string, string, number]>([
    ['changed', whole.replace('17:30', '19:00'), 1],
    ['as it was', whole, 0],
    [
      'a few of its words in a long text',
      `${'So it is. '.repeat(40)}A new one will be with you.`,
      0,
    ],
  ])('%s', (_, text, strays) => {
    expect(judgeWords(text, [], { uses: [], lately: [use()] }).strays).toHaveLength(strays);
  });

  test('and is not in use any more asks for a person, as it was too', () => {
    const lately = [use({ state: 'expired' })];
    expect(judgeWords(whole, [], { uses: [], lately }).strays).toMatchObject([{ why: 'expired' }]);
  });

  test('beside its newer version, changed', () => {
    const lately = [use({ id: 'old', versionId: 'v1', state: 'recalled' })];
    const text = `${whole} ${promise.replace('new', 'small')}`;
    expect(judgeWords(text, [], { uses: [use({ versionId: 'v2' })], lately })).toMatchObject({
      recalled: [{ useId: 'old' }],
    });
  });

  test('too short to be told from chance says nothing', () => {
    const short = use({ segments: [{ text: 'Thanks for your patience.', locked: true }] });
    const text = 'That is for you and your family.';
    expect(judgeWords(text, [], { uses: [], lately: [short] })).toEqual(none);
  });
});

test('recalled words leave a text, and what was typed around them stays', () => {
  const uses = [use({ state: 'recalled' })];
  expect(withoutRecalled(`Hello. ${whole} Yours, Mo`, uses)).toBe('Hello. Yours, Mo');
  expect(withoutRecalled(`Hello! ${promise} Yours, Mo`, uses)).toBe('Hello! Yours, Mo');
  const we = [use({ state: 'recalled', segments: [{ text: 'We', locked: true }] })];
  expect(withoutRecalled('Welcome', we)).toBe('Welcome');
});
