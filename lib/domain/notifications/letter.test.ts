import { expect, test } from 'vitest';
import type { LetterLine, Setting } from './letter';
import { letterOf } from './letter';

const setting: Setting = {
  reader: {
    nameOf: () => 'Jack',
    now: Date.parse('2026-11-24T15:50:00Z'),
    zone: 'America/New_York',
  },
  workspaceName: 'Salted Caramel',
  appUrl: 'https://inbox.example.com',
  showText: false,
};

const line = (more: Partial<LetterLine> = {}): LetterLine => ({
  kind: 'breached',
  times: 1,
  actorId: null,
  conversationId: 'c1',
  contactName: 'Ana Costa',
  channelHandle: 'saltedcaramel',
  metric: 'first_response',
  dueAt: '2026-11-24T15:30:00Z',
  excerpt: 'My order never came.',
  ...more,
});

test('one thing is the subject, and leads to its conversation', () => {
  const { subject, text } = letterOf([line()], setting);
  expect(subject).toBe('Ana Costa: first response was due at 10:30 · Salted Caramel');
  expect(text).toBe(`Ana Costa: first response was due at 10:30
https://inbox.example.com/inbox/all/c1

--
You chose to hear of this by e-mail in Salted Caramel. Times are by the clock of America/New York.
Change how you are told: https://inbox.example.com/settings/notifications
`);
});

test('what was written is shown only to whom chose so, and never in the subject', () => {
  const without = letterOf([line()], setting);
  expect(without.text + without.html + without.subject).not.toContain('My order');
  const shown = letterOf([line()], { ...setting, showText: true });
  expect(shown.text).toContain('“My order never came.”');
  expect(shown.html).toContain('My order never came.');
  expect(shown.subject).not.toContain('My order');
});

test('several are counted in the subject and told one by one, so many that it can be read', () => {
  const many = Array.from({ length: 23 }, (_, at) => line({ conversationId: `c${at}` }));
  const { subject, text, html } = letterOf(many, setting);
  expect(subject).toBe('23 notifications · Salted Caramel');
  expect(text.match(/first response was due/g)).toHaveLength(20);
  expect(text).toContain('And 3 more: https://inbox.example.com/inbox/mine');
  expect(html).toContain('And 3 more');
});

test('a name is neither markup nor a header nor a way to turn the words around', () => {
  const contactName = '<img src=x onerror="alert(1)">\r\nBcc: all@example.com\u202e';
  const { subject, html } = letterOf([line({ contactName })], setting);
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  expect(subject).not.toMatch(/[\r\n\u202e]/);
});

test('a subject has an end', () => {
  const { subject } = letterOf([line({ contactName: '𝓐'.repeat(400) })], setting);
  expect([...subject].length).toBeLessThan(140);
});
