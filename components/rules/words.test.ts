import { expect, it } from 'vitest';
import { fieldNames, fields } from '@/lib/domain/permissions/suppose-fields';
import { choiceWords, fieldLabel } from './words';

it('every field has a name for people', () => {
  const labels = fieldNames.map((name) => fieldLabel(name, 'X'));
  for (const [index, label] of labels.entries()) {
    expect(label, fieldNames[index]).not.toBe(fieldNames[index]);
    expect(label).toMatch(/^[A-Z]/);
  }
});

it('every word that is offered reads as one', () => {
  for (const name of fieldNames) {
    const read = fields[name].offered.map((word) => choiceWords(name, word));
    expect(new Set(read).size, name).toBe(read.length);
    for (const words of read) expect(words, name).toMatch(/^([A-Z]|\d)[^_]*$/);
  }
});

it('also those that only a link names', () => {
  expect(choiceWords('lastInbound', '90m')).toBe('90 min ago');
  expect(choiceWords('quiet', '22:00-06:30')).toBe('22:00 to 06:30');
  expect(choiceWords('zone', 'America/Los_Angeles')).toBe('America/Los Angeles');
  expect(choiceWords('offerDays', '14')).toBe('14 days');
});
