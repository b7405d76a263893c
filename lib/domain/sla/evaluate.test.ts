import { describe, expect, test } from 'vitest';
import type { Priority, Status } from '../conversation/conversation';
import { evaluate } from './evaluate';
import type { ConversationEvent } from './events';
import type { CalendarVersion, Metric, PolicyVersion, Promised } from './policy';

const MINUTE = 60;
const HOUR = 3600;

/** A time of Wednesday 2026-11-25; "+1 09:00" is the day after. */
function at(clock: string): Date {
  const [, days = '0', time] = /^(?:\+(\d+) )?(\d\d:\d\d(?::\d\d)?)$/.exec(clock) ?? [];
  return new Date(Date.parse(`2026-11-25T${time}Z`) + Number(days) * 86_400_000);
}

const office: CalendarVersion = {
  id: 'office',
  timeZone: 'UTC',
  weekly: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [{ start: '09:00', end: '17:00' }] : [])),
  exceptions: [],
};

function promised(seconds: number, more: Partial<Promised> = {}): Promised {
  const each = { low: 4 * seconds, normal: seconds, high: seconds / 2, urgent: seconds / 4 };
  return { seconds: each, clock: 'business', pausedBy: [], ...more };
}

const policy: PolicyVersion = {
  id: 'standard',
  promises: {
    first_response: promised(HOUR),
    next_response: promised(2 * HOUR),
    resolution: promised(8 * HOUR, { pausedBy: ['waiting', 'on_hold'] }),
    ownership: promised(HOUR, { clock: 'always' }),
  },
  automaticCounts: false,
  publicCounts: true,
};

const message = (clock: string, more = {}) =>
  ({ type: 'message', at: at(clock), ...more }) satisfies ConversationEvent;
const reply = (clock: string, more = {}) =>
  ({ type: 'reply', at: at(clock), ...more }) satisfies ConversationEvent;
const status = (clock: string, to: Status, noAnswerNeeded = false) =>
  ({ type: 'status', at: at(clock), status: to, noAnswerNeeded }) satisfies ConversationEvent;
const priority = (clock: string, to: Priority) =>
  ({ type: 'priority', at: at(clock), priority: to }) satisfies ConversationEvent;
const team = (clock: string, teamId: string | null) =>
  ({ type: 'team', at: at(clock), teamId }) satisfies ConversationEvent;

/** One line for each target of a metric: cycle, due, outcome, elapsed minutes, and its breach. */
function lines(events: ConversationEvent[], now: string, which: Metric, of = policy): string[] {
  const short = (date: Date | null) =>
    date?.toISOString().slice(8, 16).replace('T', ' ') ?? 'standing';
  return evaluate(events, of, office, at(now))
    .filter(({ metric }) => metric === which)
    .map((target) => {
      const { episode, cycle, outcome, dueAt, breachedAt, elapsedSeconds } = target;
      const breach = breachedAt ? ` broken ${short(breachedAt)}` : '';
      return `${episode}.${cycle} ${outcome} due ${short(dueAt)} after ${elapsedSeconds / MINUTE}${breach}`;
    });
}

describe('the first response', () => {
  test('is due so much open time after the first message, whatever else they write', () => {
    const wrote = [message('16:30'), message('16:31'), message('+1 09:10')];
    expect(lines(wrote, '16:45', 'first_response')).toEqual(['1.1 running due 26 09:30 after 15']);
    expect(lines(wrote, '+1 09:29:59', 'first_response')[0]).toMatch(/running/);
    expect(lines(wrote, '+1 10:00', 'first_response')).toEqual([
      '1.1 breached due 26 09:30 after 90 broken 26 09:30',
    ]);
    expect(lines(wrote, '+1 10:00', 'next_response')).toEqual([]);
  });

  test('is kept by what ends it in the very instant it was due, and broken by a second more', () => {
    const [kept, late] = [reply('11:00'), reply('11:00:01')];
    expect(lines([message('10:00'), kept], '12:00', 'first_response')).toEqual([
      '1.1 met due 25 11:00 after 60',
    ]);
    const [target] = evaluate([message('10:00'), late], policy, office, at('12:00'));
    expect(target).toMatchObject({
      outcome: 'breached',
      breachedAt: at('11:00'),
      metAt: at('11:00:01'),
      overrunSeconds: 1,
    });
  });

  test('is not given by an automatic answer, unless that counts; nor in public, unless that does', () => {
    const automatic = [message('10:00'), reply('10:01', { automatic: true })];
    const inPublic = [message('10:00'), reply('10:01', { isPublic: true })];
    const other = { ...policy, automaticCounts: true, publicCounts: false };
    expect(lines(automatic, '10:30', 'first_response')[0]).toMatch(/running/);
    expect(lines(automatic, '10:30', 'first_response', other)[0]).toMatch(/met/);
    expect(lines(inPublic, '10:30', 'first_response')[0]).toMatch(/met/);
    expect(lines(inPublic, '10:30', 'first_response', other)[0]).toMatch(/running/);
  });

  test('counts from the complaint that was made in public, unless that was answered there', () => {
    const handedOff = message('11:00', { since: at('10:30') });
    expect(lines([handedOff], '11:10', 'first_response')).toEqual([
      '1.1 running due 25 11:30 after 40',
    ]);
    const answered = message('11:00', { since: at('10:30'), answered: true });
    expect(lines([answered], '11:10', 'first_response')).toEqual([]);
    expect(lines([answered], '11:10', 'next_response')).toEqual([
      '1.1 running due 25 13:00 after 10',
    ]);
    expect(lines([answered], '11:10', 'resolution')).toEqual(['1.1 running due 26 10:30 after 40']);
  });

  test('closing does not end it, unless who closes says that no answer was needed', () => {
    const closed = [message('10:00'), status('10:10', 'resolved')];
    expect(lines(closed, '11:30', 'first_response')).toEqual([
      '1.1 breached due 25 11:00 after 90 broken 25 11:00',
    ]);
    const unneeded = [message('10:00'), status('10:10', 'resolved', true)];
    expect(lines(unneeded, '11:30', 'first_response')).toEqual(['1.1 void due 25 11:00 after 10']);
    // Whoever writes again waits again.
    expect(lines([...unneeded, message('12:00')], '12:30', 'next_response')).toEqual([
      '1.1 running due 25 14:00 after 30',
    ]);
  });

  test('what we wrote before they did is no answer', () => {
    expect(lines([reply('09:30'), message('10:00')], '10:30', 'first_response')).toEqual([
      '1.1 running due 25 11:00 after 30',
    ]);
  });
});

describe('the next response', () => {
  test('is one cycle for each wait, from its oldest message', () => {
    const turns = [
      message('09:00'),
      reply('09:30'),
      reply('09:40'),
      message('10:00'),
      message('11:30'),
      reply('12:30'),
      message('13:00'),
    ];
    expect(lines(turns, '13:30', 'next_response')).toEqual([
      '1.1 breached due 25 12:00 after 150 broken 25 12:00',
      '1.2 running due 25 15:00 after 30',
    ]);
  });

  test('stands while snoozed only where the policy says so', () => {
    const turns = [message('09:00'), reply('09:30'), message('10:00'), status('10:30', 'snoozed')];
    expect(lines(turns, '11:00', 'next_response')).toEqual(['1.1 running due 25 12:00 after 60']);
    const promises = {
      ...policy.promises,
      next_response: promised(7200, { pausedBy: ['snoozed'] }),
    };
    const other = { ...policy, promises };
    expect(lines(turns, '15:00', 'next_response', other)).toEqual([
      '1.1 running due standing after 30',
    ]);
    // The customer writing always lets it go on.
    expect(lines([...turns, message('11:00')], '11:30', 'next_response', other)).toEqual([
      '1.1 running due 25 12:30 after 60',
    ]);
  });
});

describe('the resolution', () => {
  test('stands while it waits for them, and a night on hold costs nothing', () => {
    const turns = [message('15:00'), status('16:00', 'on_hold'), status('+1 10:00', 'open')];
    expect(lines(turns, '16:30', 'resolution')).toEqual(['1.1 running due standing after 60']);
    expect(lines(turns, '+1 10:30', 'resolution')).toEqual(['1.1 running due 26 17:00 after 90']);
  });

  test('goes on where it was when it is reopened within its visit', () => {
    const turns = [message('09:00'), status('12:00', 'resolved')];
    expect(lines(turns, '13:00', 'resolution')).toEqual(['1.1 met due 25 17:00 after 180']);
    const again = [...turns, message('15:00'), status('15:00', 'open')];
    expect(lines(again, '16:00', 'resolution')).toEqual(['1.1 running due 26 12:00 after 240']);
  });

  test('a later visit is a new one', () => {
    const turns = [
      message('09:00'),
      status('12:00', 'resolved'),
      message('+9 10:00', { newEpisode: true }),
      status('+9 10:00', 'open'),
    ];
    expect(lines(turns, '+9 11:00', 'resolution')).toEqual([
      '1.1 met due 25 17:00 after 180',
      '2.1 running due 07 10:00 after 60',
    ]);
    expect(lines(turns, '+9 11:00', 'first_response').at(-1)).toBe(
      '2.1 breached due 04 11:00 after 60 broken 04 11:00',
    );
    const [old] = evaluate(turns, policy, office, at('+9 11:00'));
    expect(old).toMatchObject({ outcome: 'breached', metAt: null, endedAt: at('+9 10:00') });
  });
});

describe('ownership', () => {
  test('runs for each stay with a team until a member of it replies or it leaves', () => {
    const turns = [
      message('09:00'),
      team('09:10', 'support'),
      reply('09:20', { teamIds: ['press'] }),
      team('09:30', 'press'),
      reply('09:45', { teamIds: ['press', 'support'] }),
      team('10:00', null),
      team('10:30', 'support'),
    ];
    expect(lines(turns, '12:00', 'ownership')).toEqual([
      '1.1 met due 25 10:10 after 20',
      '1.2 met due 25 10:30 after 15',
      '1.3 breached due 25 11:30 after 90 broken 25 11:30',
    ]);
  });
});

describe('a change on the way', () => {
  test('of the priority keeps what has passed and takes the new time', () => {
    const turns = [message('10:00'), priority('10:10', 'urgent')];
    expect(lines(turns, '10:12', 'first_response')).toEqual(['1.1 running due 25 10:15 after 12']);
    const late = [message('10:00'), priority('10:40', 'high')];
    expect(lines(late, '10:41', 'first_response')).toEqual([
      '1.1 breached due 25 10:30 after 41 broken 25 10:30',
    ]);
    // What was broken stays broken.
    const lower = [message('10:00'), priority('11:30', 'low')];
    expect(lines(lower, '11:31', 'first_response')).toEqual([
      '1.1 breached due 25 14:00 after 91 broken 25 11:00',
    ]);
  });

  test('of the policy keeps what has passed, by its own clock from then on', () => {
    const always = { ...policy.promises, first_response: promised(2 * HOUR, { clock: 'always' }) };
    const next = { ...policy, id: 'other', promises: always };
    const changed: ConversationEvent = {
      type: 'policy',
      at: at('16:30'),
      policy: next,
      calendar: office,
    };
    expect(lines([message('16:00'), changed], '16:45', 'first_response')).toEqual([
      '1.1 running due 25 18:00 after 45',
    ]);
    const without = { ...next, promises: {} };
    const gone: ConversationEvent = { ...changed, policy: without };
    expect(lines([message('16:00'), gone], '16:45', 'first_response')[0]).toMatch(/void/);
  });

  test('to spam voids what runs, and a release brings it back as if nothing had been', () => {
    const turns = [message('10:00'), status('10:10', 'spam')];
    expect(lines(turns, '11:30', 'first_response')[0]).toMatch(/void/);
    expect(lines([...turns, status('11:40', 'open')], '11:45', 'first_response')).toEqual([
      '1.1 breached due 25 11:00 after 105 broken 25 11:00',
    ]);
    const blocked: ConversationEvent = { type: 'blocked', at: at('10:10'), on: true };
    expect(lines([message('10:00'), blocked], '11:30', 'resolution')[0]).toMatch(/void/);
  });

  test('into a private conversation takes its clocks along', () => {
    const turns: ConversationEvent[] = [message('10:00'), { type: 'handed_off', at: at('10:30') }];
    for (const metric of ['first_response', 'resolution'] as const) {
      expect(lines(turns, '15:00', metric)[0]).toMatch(/^1.1 void .* after 30$/);
    }
  });

  test('what is told late takes its place', () => {
    const told = [message('10:00'), status('10:30', 'waiting'), message('10:15'), reply('10:20')];
    const sorted = told.toSorted((one, other) => one.at.getTime() - other.at.getTime());
    const now = at('12:00');
    expect(evaluate(told, policy, office, now)).toEqual(evaluate(sorted, policy, office, now));
  });
});
