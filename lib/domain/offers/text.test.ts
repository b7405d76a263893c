import { describe, expect, it } from 'vitest';
import { asksForCode, fillIn, textProblems } from './text';

const longest = { name: 'Maximiliane', code: 'SUMMER-0001' };

describe('the words of an offer', () => {
  it('are filled with the name and the code, as often as they stand there', () => {
    expect(fillIn('{name}: {code} (again: {code})', { name: 'Ana', code: 'A1' })).toBe(
      'Ana: A1 (again: A1)',
    );
  });

  it('take a name for a name, whatever it looks like', () => {
    expect(fillIn('Hello {name}, {code}', { name: '{code} $& $1', code: 'A1' })).toBe(
      'Hello {code} $& $1, A1',
    );
  });

  it.each([
    ['20 % with {code}', true],
    ['20 % for {name}', false],
    ['20 % with { code }', false],
  ])('“%s” asks for a code: %s', (body, asks) => {
    expect(asksForCode(body)).toBe(asks);
  });
});

describe('what keeps an offer from being sent', () => {
  it.each([
    ['Hello {name}, here is {code}.', []],
    ['  \n ', ['Write what is to be sent.']],
    ['Hello {nmae}', ['{nmae} cannot be filled in; there are {name} and {code}.']],
    [
      '{Name} { code } {Name}',
      [
        '{Name} cannot be filled in; there are {name} and {code}.',
        '{ code } cannot be filled in; there are {name} and {code}.',
      ],
    ],
    ['Here is {code', ['A brace stands alone; write {name} or {code}.']],
    ['{{name}}', ['{} cannot be filled in; there are {name} and {code}.']],
  ])('of “%s”', (body, problems) => {
    expect(textProblems(body, longest, 100)).toEqual(problems);
  });

  it('is a text that the longest name and code make too long, in characters and not in bytes', () => {
    const body = `${'🍨'.repeat(80)}{name}`;
    expect(textProblems(body, longest, 91)).toEqual([]);
    expect(textProblems(body, longest, 90)).toEqual([
      'With the longest name and code this has 91 characters; 90 fit.',
    ]);
  });
});
