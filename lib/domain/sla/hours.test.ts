import { describe, expect, test } from 'vitest';
import type { Calendar, Span } from './calendar';
import { calendarProblems, whyNotCalendar } from './calendar';
import { endInWords, openOn, overlaps, readClock, weekInWords } from './hours';

const span = (text: string): Span => {
  const [start = '', end = ''] = text.split('-');
  return { start, end };
};
const week = (...days: string[]): Calendar['weekly'] =>
  Array.from({ length: 7 }, (_, day) => (days[day] ?? '').split(' ').filter(Boolean).map(span));

describe('a time of day', () => {
  test.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['9.30', '09:30'],
    [' 17:00 ', '17:00'],
    ['17 h', '17:00'],
    ['24', '24:00'],
    ['0', '00:00'],
    ['24:01', null],
    ['25', null],
    ['9:60', null],
    ['9:3', null],
    ['noon', null],
    ['', null],
  ])('“%s” is %s', (text, clock) => {
    expect(readClock(text)).toBe(clock);
  });
});

describe('hours in words', () => {
  test.each([
    ['09:00-17:00', null],
    ['22:00-06:00', 'until 06:00 on Tuesday'],
    ['17:00-00:00', 'until midnight'],
    ['17:00-24:00', 'until midnight'],
    ['00:00-24:00', 'the whole day'],
    ['00:00-00:00', 'the whole day'],
    ['08:00-08:00', 'until 08:00 on Tuesday'],
    ['soon-later', null],
  ])('on a Monday, %s ends %s', (text, words) => {
    expect(endInWords(0, span(text))).toBe(words);
  });

  test('after Sunday comes Monday', () => {
    expect(endInWords(6, span('22:00-06:00'))).toBe('until 06:00 on Monday');
  });

  test('days that are alike are told as one', () => {
    const office = '09:00-12:00 13:00-17:00';
    expect(weekInWords(week(office, office, office, office, office))).toEqual([
      'Mon to Fri 09:00 to 12:00, 13:00 to 17:00',
    ]);
    const days = Array.from({ length: 7 }, () => '00:00-24:00');
    expect(weekInWords(week(...days))).toEqual(['Mon to Sun all day']);
    expect(weekInWords(week('09:00-17:00', '09:00-17:00', '', '22:00-06:00'))).toEqual([
      'Mon, Tue 09:00 to 17:00',
      'Thu 22:00 to 06:00 the next day',
    ]);
    expect(weekInWords(week())).toEqual([]);
  });

  test('what crosses midnight is open on the next day too, and Sunday leads to Monday', () => {
    expect(openOn(week('22:00-06:00'), 0)).toEqual([{ from: 1320, to: 1440 }]);
    expect(openOn(week('22:00-06:00', '09:00-10:00'), 1)).toEqual([
      { from: 0, to: 360 },
      { from: 540, to: 600 },
    ]);
    expect(openOn(week('', '', '', '', '', '', '22:00-06:00'), 0)).toEqual([{ from: 0, to: 360 }]);
  });

  test('spans that have time in common are known', () => {
    const spans = ['09:00-12:00', '12:00-17:00', '16:00-18:00'].map(span);
    expect([0, 1, 2].map((no) => overlaps(spans, no))).toEqual([false, false, true]);
  });
});

describe('what is wrong with a calendar', () => {
  const office: Calendar = {
    timeZone: 'Europe/Berlin',
    weekly: week('09:00-17:00'),
    exceptions: [],
  };

  test.each<[string, Partial<Calendar>, string[]]>([
    ['nothing', {}, []],
    ['the zone', { timeZone: 'Europe/Atlantis' }, ['timeZone']],
    ['an offset is no zone', { timeZone: '+01:00' }, ['timeZone']],
    ['no hours at all', { weekly: week() }, ['weekly']],
    [
      'some times',
      { weekly: week('09:00-17:00 25:00-26:00', '9-17') },
      ['weekly.0.1', 'weekly.1.0'],
    ],
    [
      'some dates',
      {
        exceptions: [
          { date: '2026-02-30', spans: [] },
          { date: '2026-12-24', spans: [span('09:00-12:61')] },
          { date: '2026-12-24', spans: [] },
        ],
      },
      ['exceptions.0.date', 'exceptions.1.0', 'exceptions.2.date'],
    ],
  ])('%s: said at its place', (_, change, places) => {
    const calendar = { ...office, ...change };
    expect(Object.keys(calendarProblems(calendar)).toSorted()).toEqual(places);
    expect(whyNotCalendar(calendar) === null).toBe(places.length === 0);
  });
});
