import { expect, test } from 'vitest';
import { parseTemplate } from '@/lib/domain/replies/template';
import { piecesOf } from './marks';

const known = ['contact.first_name'];

function shown(body: string): string[] {
  return piecesOf(body, parseTemplate(body, known).problems).map(
    ({ text, locked, variable, wrong }) =>
      `${locked ? 'L' : ''}${variable ? 'V' : ''}${wrong ? 'W' : ''}:${text}`,
  );
}

test('plain words are one piece', () => {
  expect(shown('Thank you.')).toEqual([':Thank you.']);
});

test('the pieces are the whole body, also where they overlap', () => {
  const body = 'Hi {{contact.first_name|there}}, [[we refund {{nobody}} in full]] {{ soon';
  expect(
    piecesOf(body, parseTemplate(body, known).problems)
      .map(({ text }) => text)
      .join(''),
  ).toBe(body);
});

test('a variable inside a locked part is both', () => {
  expect(shown('[[Dear {{contact.first_name}}]]')).toEqual([
    'L:[[Dear ',
    'LV:{{contact.first_name}}',
    'L:]]',
  ]);
});

test('what nothing is called is wrong where it stands', () => {
  expect(shown('Hi {{nobody}}.')).toEqual([':Hi ', 'VW:{{nobody}}', ':.']);
});

test('a locked part that does not end goes on to the end', () => {
  expect(shown('a [[b')).toEqual([':a ', 'LW:[[', 'L:b']);
});
