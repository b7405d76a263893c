import { expect, test } from 'vitest';
import { previewOf } from './preview';

test.each([
  ['the first line that says something', { body: '\n  \r\n Hello there \nsecond' }, 'Hello there'],
  [
    'what is attached when nothing is written',
    { body: ' ', attachments: [{ kind: 'image' as const }] },
    'Photo',
  ],
  [
    'that it cannot be read here',
    { body: '', unreadable: 'encrypted' as const },
    'Encrypted message',
  ],
  ['nothing for an empty message', { body: '' }, ''],
])('a preview is %s', (_, message, preview) => {
  expect(previewOf(message)).toBe(preview);
});

test('a long line is cut between characters, never inside one', () => {
  const preview = previewOf({ body: '🍦'.repeat(200) });
  expect([...preview]).toHaveLength(140);
  expect(preview).toBe(`${'🍦'.repeat(139)}…`);
});
