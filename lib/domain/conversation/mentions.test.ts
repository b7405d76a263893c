import { describe, expect, it } from 'vitest';
import { cutAtMentions, mentionBegun, mentionedIn, peopleLike } from './mentions';

const people = [
  { id: 'ana', name: 'Ana' },
  { id: 'anamaria', name: 'Ana Maria Díaz' },
  { id: 'zoe', name: 'Zoë Wu' },
  { id: 'mo1', name: 'Mo Okafor' },
  { id: 'mo2', name: 'Mo Okafor' },
];

describe('who is named in a note', () => {
  it.each([
    ['@Ana, look', ['ana']],
    ['(@Ana Maria Díaz) and @Zoë Wu.', ['anamaria', 'zoe']],
    ['@Ana Maria', ['ana']],
    ['@Mo Okafor knows', ['mo1', 'mo2']],
    ['write to me@Ana', []],
    ['@Anatol is a customer', []],
    ['@ana', []],
    ['@', []],
    ['', []],
    ['@Ana @Ana', ['ana']],
    ['@@Ana', ['ana']],
  ])('%j names %j', (text, ids) => {
    expect(mentionedIn(text, people)).toEqual(ids);
  });

  it('keeps every character of the text', () => {
    const text = 'Ask @Zoë Wu, @nobody and @Mo Okafor!\n@Ana';
    const pieces = cutAtMentions(text, people);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ memberIds }) => memberIds.length > 0)).toHaveLength(3);
  });
});

describe('naming somebody', () => {
  it.each([
    ['Ask @', ''],
    ['Ask @An', 'An'],
    ['Ask @Ana M', 'Ana M'],
    ['@z', 'z'],
    ['mail me@z', null],
    ['Ask @ then', null],
    ['Ask @Ana\nthen', null],
    ['nobody', null],
    [`@${'x'.repeat(41)}`, null],
  ])('after %j looks for %j', (before, query) => {
    expect(mentionBegun(before)).toBe(query);
  });

  it('finds by the beginning of any word, without accents and case, the first word first', () => {
    const names = (query: string) => peopleLike(people, query).map(({ id }) => id);
    expect(names('')).toHaveLength(people.length);
    expect(names('ana')).toEqual(['ana', 'anamaria']);
    expect(names('diaz')).toEqual(['anamaria']);
    expect(names('ZOE')).toEqual(['zoe']);
    expect(names('oka')).toEqual(['mo1', 'mo2']);
    expect(names('x')).toEqual([]);
  });
});
