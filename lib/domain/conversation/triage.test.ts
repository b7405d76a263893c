import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Role } from '../access/can';
import type { AfterReply } from './answering';
import { afterReply, statusAfterAnswer, statusAfterReply } from './answering';
import { effectOf } from './arrival';
import type { Priority, Status } from './conversation';
import { priorities } from './conversation';
import type { TriageChange, Triaged } from './triage';
import {
  chosenStatuses,
  differences,
  isAsleep,
  LONGEST_SNOOZE_MS,
  MOST_LABELS,
  mayGive,
  triage,
  undone,
} from './triage';

const now = Date.parse('2026-11-24T12:00:00Z');
const at = (ms: number) => new Date(now + ms).toISOString();
const agent = { memberId: 'priya', roles: ['agent'] as const satisfies Role[] };
const lead = { memberId: 'jack', roles: ['lead'] as const satisfies Role[] };
const fresh: Triaged = {
  status: 'open',
  snoozedUntil: null,
  priority: 'normal',
  labelIds: [],
  teamId: null,
  ownerId: null,
};

describe('a status', () => {
  const everything = ['open', 'waiting', 'on_hold', 'snoozed', 'resolved', 'spam'] as const;
  /** Every move that is allowed, written out a second time by hand. */
  const allowed: Record<Status, readonly Status[]> = {
    open: everything,
    waiting: everything,
    on_hold: everything,
    snoozed: everything,
    resolved: everything,
    spam: ['open', 'resolved', 'spam'],
  };

  it.each(everything.flatMap((from) => everything.map((to) => [from, to] as const)))(
    'from %s to %s',
    (from, to) => {
      const before = { ...fresh, status: from, snoozedUntil: from === 'snoozed' ? at(1) : null };
      const change: TriageChange =
        to === 'snoozed' ? { kind: 'snooze', until: at(60_000) } : { kind: 'status', status: to };
      const answer = triage(before, change, { actor: agent, now });
      if (!allowed[from].includes(to)) {
        expect(answer).toMatchObject({ ok: false, code: 'conflict' });
        return;
      }
      expect(answer).toEqual({
        ok: true,
        after: { ...before, status: to, snoozedUntil: to === 'snoozed' ? at(60_000) : null },
      });
    },
  );

  it.each(everything)(
    'a release lets out what is spam, and leaves what is %s as it is',
    (status) => {
      const before = { ...fresh, status, snoozedUntil: status === 'snoozed' ? at(1) : null };
      const after = status === 'spam' ? { ...before, status: 'open' } : before;
      expect(triage(before, { kind: 'release' }, { actor: agent, now })).toEqual({
        ok: true,
        after,
      });
    },
  );

  it.each([
    ['now', at(0), false],
    ['in a millisecond', at(1), true],
    ['a second ago', at(-1_000), false],
    ['in a year', at(LONGEST_SNOOZE_MS), true],
    ['in more than a year', at(LONGEST_SNOOZE_MS + 1), false],
    ['no time at all', 'tomorrow', false],
  ])('can be snoozed until %s: %s is %s', (_, until, ok) => {
    expect(triage(fresh, { kind: 'snooze', until }, { actor: agent, now }).ok).toBe(ok);
  });
});

describe('who may give a conversation', () => {
  it.each([
    ['an agent what nobody has, to themself', agent, null, 'priya', true],
    ['an agent what nobody has, to a colleague', agent, null, 'mo', false],
    ['an agent what is theirs, to a colleague', agent, 'priya', 'mo', true],
    ['an agent what is theirs, to nobody', agent, 'priya', null, true],
    ['an agent what a colleague has, to themself', agent, 'mo', 'priya', false],
    ['an agent what a colleague has, to nobody', agent, 'mo', null, false],
    ['a lead what a colleague has, to another', lead, 'mo', 'priya', true],
    ['a lead what nobody has', lead, null, 'mo', true],
  ] as const)('%s', (...line) => {
    const [, actor, from, to, may] = line;
    expect(mayGive(actor, from, to)).toBe(may);
    const answer = triage(
      { ...fresh, ownerId: from },
      { kind: 'assign', memberId: to },
      { actor, now },
    );
    expect(answer.ok).toBe(may);
  });

  it('gives nobody what is closed, and lets it be left', () => {
    const closed = { ...fresh, status: 'resolved', ownerId: 'mo' } as const;
    const give = (memberId: string | null) =>
      triage(closed, { kind: 'assign', memberId }, { actor: lead, now });
    expect(give('priya')).toMatchObject({ ok: false, code: 'conflict' });
    expect(give(null)).toMatchObject({ ok: true });
  });
});

describe('labels', () => {
  it('are put on once and taken off', () => {
    const change = { kind: 'label', add: ['a', 'b', 'a'], remove: ['c'] } as const;
    const answer = triage({ ...fresh, labelIds: ['b', 'c'] }, change, { actor: agent, now });
    expect(answer).toMatchObject({ ok: true, after: { labelIds: ['b', 'a'] } });
  });

  it('end somewhere', () => {
    const labelIds = Array.from({ length: MOST_LABELS }, (_, index) => `${index}`);
    const put = (add: string[], remove: string[] = []) =>
      triage({ ...fresh, labelIds }, { kind: 'label', add, remove }, { actor: agent, now });
    expect(put(['one more'])).toMatchObject({ ok: false, code: 'invalid' });
    expect(put(['one more'], ['0'])).toMatchObject({ ok: true });
  });
});

const aMember = fc.constantFrom('priya', 'mo', 'jack', null);
const aChange: fc.Arbitrary<TriageChange> = fc.oneof(
  fc.record({ kind: fc.constant('status'), status: fc.constantFrom(...chosenStatuses) }),
  fc.record({
    kind: fc.constant('snooze'),
    until: fc.integer({ min: 1, max: LONGEST_SNOOZE_MS }).map(at),
  }),
  fc.record({ kind: fc.constant('priority'), priority: fc.constantFrom(...priorities) }),
  fc.record({
    kind: fc.constant('label'),
    add: fc.subarray(['a', 'b', 'c']),
    remove: fc.subarray(['a', 'b', 'c']),
  }),
  fc.record({ kind: fc.constant('team'), teamId: fc.constantFrom('orders', 'stores', null) }),
  fc.record({ kind: fc.constant('assign'), memberId: aMember }),
) as fc.Arbitrary<TriageChange>;

const aTriaged: fc.Arbitrary<Triaged> = fc
  .record({
    status: fc.constantFrom<Status>('open', 'waiting', 'on_hold', 'snoozed', 'resolved', 'spam'),
    priority: fc.constantFrom<Priority>(...priorities),
    labelIds: fc.subarray(['a', 'b', 'c']),
    teamId: fc.constantFrom('orders', null),
    ownerId: aMember,
  })
  .map((triaged) => ({
    ...triaged,
    snoozedUntil: triaged.status === 'snoozed' ? at(5_000) : null,
  }));

test('an undo brings back exactly what was there, and may be done by whoever did the change', () => {
  fc.assert(
    fc.property(aTriaged, aChange, fc.constantFrom(agent, lead), (before, change, actor) => {
      const changed = triage(before, change, { actor, now });
      if (!changed.ok) return;
      const taken = differences(before, changed.after);
      const last = { by: actor.memberId, from: before.ownerId };
      const back = undone(changed.after, taken, { actor, now, last });
      expect(back).toMatchObject({ ok: true });
      if (back.ok) {
        expect({ ...back.after, labelIds: [...back.after.labelIds].sort() }).toEqual({
          ...before,
          labelIds: [...before.labelIds].sort(),
        });
      }
    }),
  );
});

test('an agent takes back no handover of somebody else', () => {
  const current = { ...fresh, ownerId: 'mo' };
  const undo = (by: string, from: string | null) =>
    undone(current, { ownerId: 'priya' }, { actor: agent, now, last: { by, from } });
  expect(undo('priya', 'priya')).toMatchObject({ ok: true });
  expect(undo('jack', 'priya')).toMatchObject({ ok: false, code: 'forbidden' });
  expect(undo('priya', null)).toMatchObject({ ok: false, code: 'forbidden' });
});

test('a snooze whose time has passed is not brought back', () => {
  const before = { status: 'snoozed', snoozedUntil: at(-1) } as const;
  expect(undone(fresh, before, { actor: agent, now, last: null })).toMatchObject({
    ok: false,
    code: 'conflict',
  });
});

/** What can happen to one conversation, each with what the team has seen of the customer before. */
type Happening =
  | { kind: 'change'; change: TriageChange }
  | { kind: 'customer' }
  | { kind: 'reply'; wish?: AfterReply }
  | { kind: 'lost' }
  | { kind: 'woken' };

const aHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('change'), change: aChange }),
  fc.constant({ kind: 'customer' }),
  fc.record({ kind: fc.constant('reply'), wish: fc.constantFrom(...afterReply) }),
  fc.constant({ kind: 'reply' }),
  fc.constant({ kind: 'lost' }),
  fc.constant({ kind: 'woken' }),
) as fc.Arbitrary<Happening>;

test('whatever happens, what a customer wrote and nobody has seen is not out of sight', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aHappening, fc.boolean()), { maxLength: 40 }), (story) => {
      let here: Triaged = { ...fresh };
      let unseen = true;
      for (const [happening, looked] of story) {
        if (looked) unseen = false;
        if (happening.kind === 'customer') unseen = true;
        here = following(here, happening, unseen);
        expect(unseen && isAsleep(here.status)).toBe(false);
        expect(here.status === 'snoozed').toBe(here.snoozedUntil !== null);
      }
    }),
  );
});

function following(here: Triaged, happening: Happening, unseen: boolean): Triaged {
  const to = (status: Status): Triaged => ({
    ...here,
    status,
    snoozedUntil: status === 'snoozed' ? here.snoozedUntil : null,
  });
  switch (happening.kind) {
    case 'change': {
      const answer = triage(here, happening.change, { actor: lead, now });
      // The command refuses this for whoever has not seen the customer's message.
      if (!answer.ok || (unseen && isAsleep(answer.after.status))) return here;
      return answer.after;
    }
    case 'customer': {
      const resolved = here.status === 'resolved';
      const secondsAfterResolution = resolved ? 1 : null;
      const effect = effectOf({ status: here.status, newest: true, secondsAfterResolution });
      return effect === 'stays' ? here : to('open');
    }
    case 'reply':
      return to(statusAfterReply(here.status, { wish: happening.wish, unread: unseen }));
    case 'lost':
      return to(statusAfterAnswer(here.status, { state: 'failed', waits: true }));
    case 'woken':
      return here.status === 'snoozed' ? to('open') : here;
  }
}

describe('an answer', () => {
  it.each([
    ['open', undefined, false, 'waiting'],
    ['open', undefined, true, 'open'],
    ['open', 'resolved', false, 'resolved'],
    ['open', 'resolved', true, 'open'],
    ['open', 'on_hold', true, 'on_hold'],
    ['on_hold', undefined, false, 'on_hold'],
    ['on_hold', 'waiting', false, 'waiting'],
    ['snoozed', undefined, false, 'snoozed'],
    ['snoozed', 'open', false, 'open'],
    ['resolved', undefined, false, 'resolved'],
    ['waiting', undefined, false, 'waiting'],
  ] as const)('to what is %s, then %s, something unread %s, leaves it %s', (...line) => {
    const [status, wish, unread, target] = line;
    expect(statusAfterReply(status, { wish, unread })).toBe(target);
  });

  it.each([
    ['waiting', 'failed', true, 'open'],
    ['waiting', 'failed', false, 'open'],
    ['resolved', 'needs_review', false, 'open'],
    ['waiting', 'cancelled', true, 'open'],
    ['waiting', 'cancelled', false, 'waiting'],
    ['resolved', 'cancelled', true, 'open'],
    ['waiting', 'sent', false, 'waiting'],
    ['on_hold', 'failed', true, 'on_hold'],
    ['snoozed', 'failed', true, 'snoozed'],
    ['spam', 'failed', true, 'spam'],
  ] as const)('in what is %s that becomes %s, a customer waiting %s, leaves it %s', (...line) => {
    const [status, state, waits, target] = line;
    expect(statusAfterAnswer(status, { state, waits })).toBe(target);
  });

  it.each([
    ['snoozed', 'failed', true, 'open'],
    ['snoozed', 'needs_review', false, 'open'],
    ['snoozed', 'cancelled', true, 'open'],
    ['snoozed', 'cancelled', false, 'snoozed'],
    ['snoozed', 'sent', false, 'snoozed'],
    ['on_hold', 'failed', true, 'on_hold'],
  ] as const)(
    'that put it off, in what is %s, that becomes %s, a customer waiting %s, leaves it %s',
    (...line) => {
      const [status, state, waits, target] = line;
      expect(statusAfterAnswer(status, { state, waits, snoozedWith: true })).toBe(target);
    },
  );
});
