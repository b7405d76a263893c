import { expect, test } from 'vitest';
import { parseTemplate } from '@/lib/domain/replies/template';
import { knownVariables } from '@/lib/domain/replies/variables';
import { atItsLongest, longestValues } from './longest';

const size = {
  id: '1',
  key: 'size',
  name: 'Size',
  type: 'choice',
  choices: ['S', 'Medium'],
  archived: false,
} as const;
const values = longestValues({
  memberNames: ['Jo Lee', 'Sunniva Berg'],
  handles: ['a', 'saltedcaramel'],
  attributes: [size],
});

function longest(body: string) {
  return atItsLongest(parseTemplate(body, knownVariables(['size'])).parts, 'locked', values);
}

test('words are as long as they are, without the signs around them', () => {
  expect(longest('[[We refund you.]]')).toEqual({ text: 'We refund you.', varies: false });
});

test('every variable that there is has a longest value', () => {
  for (const name of knownVariables(['size'])) expect(values[name]?.length).toBeGreaterThan(1);
});

test('the house’s own names are known, a customer’s name is as long as its network takes', () => {
  expect(longest('{{member.first_name}}').text).toBe('Sunniva');
  expect(longest('{{channel.handle}}').text).toBe('@saltedcaramel');
  expect(longest('{{attribute.size}}').text).toBe('Medium');
  expect(longest('{{contact.first_name}}').text).toHaveLength(50);
});

test('a fallback that is longer than any value counts', () => {
  expect(longest('{{attribute.size|none that we know}}').text).toBe('none that we know');
});
