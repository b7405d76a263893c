import { expect, test } from 'vitest';
import { variableBegun, variablesLike, variablesOf } from './begun';

const size = {
  id: '1',
  key: 'shoe_size',
  name: 'Shoe size',
  type: 'text',
  choices: [],
  archived: false,
} as const;
const variables = variablesOf([size, { ...size, key: 'old', archived: true }]);

test('two braces and letters begin a variable; what stands behind them is looked for', () => {
  expect(variableBegun('Hi {{')).toEqual({ typed: '', from: 3 });
  expect(variableBegun('Hi {{con')).toEqual({ typed: 'con', from: 3 });
  expect(variableBegun('Hi {{ contact.fi')).toEqual({ typed: 'contact.fi', from: 3 });
});

test('one brace, a finished variable and a fallback begin none', () => {
  for (const text of ['Hi {con', 'Hi {{contact.handle}}', 'Hi {{contact.handle|th', 'Hi']) {
    expect(variableBegun(text)).toBeNull();
  }
});

test('attributes in use can be filled in, archived ones not', () => {
  const names = variables.map(({ name }) => name);
  expect(names).toContain('attribute.shoe_size');
  expect(names).not.toContain('attribute.old');
});

test('what begins with the letters comes before what holds them, and meanings are looked at too', () => {
  expect(variablesLike(variables, 'handle').map(({ name }) => name)).toEqual([
    'contact.handle',
    'channel.handle',
  ]);
  expect(variablesLike(variables, 'first').at(0)?.name).toBe('contact.first_name');
  expect(variablesLike(variables, 'colleague').map(({ name }) => name)).toEqual([
    'member.first_name',
  ]);
  expect(variablesLike(variables, 'xyz')).toEqual([]);
});
