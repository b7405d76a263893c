import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complete, completionAt } from './completion';

/** The caret is written as a bar. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), caret);
}

test.each([
  ['|', { kind: 'operator', typed: '', from: 0, to: 0 }],
  ['refund |', { kind: 'operator', typed: '', from: 7, to: 7 }],
  ['sta|', { kind: 'operator', typed: 'sta', from: 0, to: 3 }],
  ['-Sta|tus', { kind: 'operator', typed: 'sta', from: 1, to: 7 }],
  ['sta|tus:open', { kind: 'operator', typed: 'sta', from: 0, to: 7 }],
  ['status:|', { kind: 'value', operator: 'status', typed: '', from: 7, to: 7 }],
  ['a -status:op|en b', { kind: 'value', operator: 'status', typed: 'op', from: 10, to: 14 }],
  ['from:"Ana L|', { kind: 'value', operator: 'from', typed: 'Ana L', from: 5, to: 11 }],
  ['label：返|', { kind: 'value', operator: 'label', typed: '返', from: 6, to: 7 }],
])('%s', (marked, completion) => {
  expect(at(marked)).toEqual(completion);
});

test.each(['12|', '"a phrase|', 'sender:a|', '#A-1|'])('nothing is suggested in %s', (marked) => {
  expect(at(marked)).toBeNull();
});

test.each([
  ['sta|', 'status', 'status:|'],
  ['sta|tus:open x', 'priority', 'priority:|open x'],
  ['status:|', 'open', 'status:open |'],
  ['from:An| refund', 'Ana Lima', 'from:"Ana Lima" |refund'],
])('%s with %s taken is %s', (marked, choice, wanted) => {
  const completion = at(marked);
  expect(completion).not.toBeNull();
  if (completion === null) return;
  const { text, caret } = complete(marked.replace('|', ''), completion, choice);
  expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe(wanted);
});

test('any caret in any text has an answer within the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.integer({ min: -5, max: 40 }), (text, caret) => {
      const found = completionAt(text, caret);
      expect(found === null || (found.from <= found.to && found.to <= text.length)).toBe(true);
    }),
  );
});
