import { expect, test } from 'vitest';
import type { Timed } from './due';
import { dueOf, remindersDue } from './due';

const day = (no: number) => new Date(Date.UTC(2026, 10, no, 9)).toISOString();

const nothing: Timed = {
  state: 'published',
  scheduled: false,
  validFrom: null,
  validUntil: null,
  reviewBy: null,
  remindedFor: null,
};

test.each<[string, Partial<Timed>, string | null]>([
  ['a draft waits for nobody, whatever its window', { state: 'draft', validFrom: day(2) }, null],
  ['what is approved waits for a marketer', { state: 'approved', validFrom: day(2) }, null],
  [
    'what is scheduled waits for its beginning',
    { state: 'approved', scheduled: true, validFrom: day(2), validUntil: day(9) },
    day(2),
  ],
  ['what is published for good is never due', {}, null],
  ['the first reminder comes two weeks before the end', { validUntil: day(30) }, day(16)],
  ['the second one two days before it', { validUntil: day(30), remindedFor: day(16) }, day(28)],
  ['then the end itself', { validUntil: day(30), remindedFor: day(28) }, day(30)],
  ['a time to read it again comes before that', { validUntil: day(30), reviewBy: day(7) }, day(7)],
  ['and is told once', { validUntil: day(30), reviewBy: day(7), remindedFor: day(7) }, day(16)],
  ['an end so near that it was known', { validUntil: day(3), remindedFor: day(2) }, day(3)],
  ['what was retired is never due', { state: 'retired', validUntil: day(30) }, null],
  ['what was recalled is never due', { state: 'recalled', reviewBy: day(30) }, null],
])('%s', (_, version, due) => {
  expect(dueOf({ ...nothing, ...version })).toBe(due);
});

test.each<[string, Partial<Timed>, string, string[]]>([
  ['nothing before its time', { validUntil: day(30) }, day(15), []],
  ['the end, two weeks before', { validUntil: day(30) }, day(16), ['end']],
  [
    'each kind once, however late',
    { validUntil: day(30), reviewBy: day(20) },
    day(29),
    ['end', 'review'],
  ],
  ['nothing twice', { validUntil: day(30), remindedFor: day(16) }, day(27), []],
  ['nothing of what is not in use', { state: 'approved', validUntil: day(30) }, day(29), []],
])('told: %s', (_, version, now, told) => {
  expect(remindersDue({ ...nothing, ...version }, now)).toEqual(told);
});
