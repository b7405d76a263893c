import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate, RoutingPolicy, Work } from './choose';
import { chooseAssignee, goesToLead, whyNotCover } from './choose';
import { availabilities } from './work';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

function candidate(memberId: string, more: Partial<Candidate> = {}): Candidate {
  return {
    ...{ memberId, availability: 'available', present: true, inTeam: true, onShift: true },
    ...{ isLead: false, skillIds: [], load: 0, capacity: 8 },
    ...{ lastAssignedAt: null, lastOfTeamAt: null },
    ...more,
  };
}

function work(more: Partial<Work> = {}): Work {
  return {
    ...{ weight: 1, requiredSkillIds: [], preferredSkillIds: [], passedBy: [] },
    ...{ hops: 0, waitedMs: 0, previous: null },
    ...more,
  };
}

const policy: RoutingPolicy = {
  ...{ strategy: 'balanced', stickyDays: 7, relaxMinutes: 10, mostHops: 2 },
};

describe('cases', () => {
  test.each<[string, Partial<Candidate>, Partial<Work>]>([
    ['not_available', { availability: 'busy' }, {}],
    ['not_available', { availability: 'away', present: false }, {}],
    ['not_present', { present: false }, {}],
    ['not_in_team', { inTeam: false }, {}],
    ['off_shift', { onShift: false }, {}],
    ['lacks_skill', {}, { requiredSkillIds: ['french'] }],
    ['at_capacity', { load: 7.25 }, {}],
    ['lacks_preferred_skill', {}, { preferredSkillIds: ['french'] }],
  ])('%s', (reason, facts, wanted) => {
    expect(chooseAssignee([candidate('a', facts)], work(wanted), policy)).toEqual({
      memberId: null,
      given: 'nobody',
      skipped: [{ memberId: 'a', reason }],
    });
  });

  test('whoever let it go does not get it, as long as the team has others', () => {
    const choice = chooseAssignee(
      [candidate('a'), candidate('b', { load: 7 })],
      work({ passedBy: ['a'] }),
      policy,
    );
    expect(choice).toEqual({
      ...{ memberId: 'b', given: 'balanced' },
      skipped: [{ memberId: 'a', reason: 'passed_it_on' }],
    });
  });

  test('least load, then longest idle, then the id', () => {
    const [a, b] = [candidate('a', { load: 1 }), candidate('b', { load: 0.75 })];
    expect(chooseAssignee([a, b], work(), policy).memberId).toBe('b');
    const [c, d] = [candidate('c', { lastAssignedAt: 9 }), candidate('d', { lastAssignedAt: 5 })];
    expect(chooseAssignee([c, d], work(), policy).memberId).toBe('d');
    expect(chooseAssignee([candidate('f'), candidate('e'), d], work(), policy).memberId).toBe('e');
  });

  test('round robin looks at turns, not at loads', () => {
    const turns = [
      candidate('a', { lastOfTeamAt: 5, load: 0 }),
      candidate('b', { lastOfTeamAt: 3, load: 7 }),
    ];
    expect(chooseAssignee(turns, work(), { ...policy, strategy: 'round_robin' })).toMatchObject({
      memberId: 'b',
      skipped: [{ memberId: 'a', reason: 'other_is_next' }],
    });
  });

  test('a preferred skill is waited for, then preferred, then not asked', () => {
    const preferring = work({ preferredSkillIds: ['french'] });
    const relaxed = { ...preferring, waitedMs: 10 * MINUTE_MS };
    const [plain, french] = [candidate('a'), candidate('b', { skillIds: ['french'], load: 5 })];
    expect(chooseAssignee([plain], preferring, policy).memberId).toBeNull();
    expect(chooseAssignee([plain], relaxed, policy).memberId).toBe('a');
    expect(chooseAssignee([plain, french], relaxed, policy)).toMatchObject({
      memberId: 'b',
      skipped: [{ memberId: 'a', reason: 'lacks_preferred_skill' }],
    });
  });

  test('the previous owner comes first for some days, and only if they could be given it', () => {
    const back = work({ previous: { memberId: 'b', agoMs: 7 * DAY_MS } });
    const [a, b] = [candidate('a'), candidate('b', { load: 6 })];
    expect(chooseAssignee([a, b], back, policy)).toEqual({
      ...{ memberId: 'b', given: 'sticky' },
      skipped: [{ memberId: 'a', reason: 'other_had_it' }],
    });
    const full = { ...b, load: 8 };
    expect(chooseAssignee([a, full], back, policy)).toMatchObject({
      memberId: 'a',
      given: 'balanced',
    });
    const late = work({ previous: { memberId: 'b', agoMs: 7 * DAY_MS + 1 } });
    expect(chooseAssignee([a, b], late, policy).memberId).toBe('a');
    expect(chooseAssignee([a, b], back, { ...policy, stickyDays: 0 }).memberId).toBe('a');
  });

  test('what came back too often goes to a lead: a fresh one of the team, another team’s, at last any', () => {
    const back = work({ hops: 2, passedBy: ['a', 'near'], requiredSkillIds: ['french'] });
    const agent = candidate('c');
    const near = candidate('near', { isLead: true });
    const fresh = candidate('new', { isLead: true, load: 5 });
    const far = candidate('far', { isLead: true, inTeam: false });
    const reasons = (candidates: Candidate[]) => chooseAssignee(candidates, back, policy);
    expect(reasons([agent, near, fresh, far])).toEqual({
      ...{ memberId: 'new', given: 'lead' },
      skipped: [
        { memberId: 'c', reason: 'not_a_lead' },
        { memberId: 'far', reason: 'not_in_team' },
        { memberId: 'near', reason: 'passed_it_on' },
      ],
    });
    expect(reasons([agent, near, far]).memberId).toBe('far');
    expect(reasons([agent, near]).memberId).toBe('near');
    expect(reasons([agent]).memberId).toBeNull();
  });

  test('what everybody in the team let go is for a lead, however few they are', () => {
    const team = [candidate('a'), candidate('far', { inTeam: false, isLead: true })];
    expect(goesToLead(team, work({ passedBy: ['a'] }), policy)).toBe(true);
    expect(goesToLead(team, work(), policy)).toBe(false);
    expect(goesToLead([], work({ passedBy: ['a'] }), policy)).toBe(false);
  });

  test('a cover is here, available and has room', () => {
    expect(whyNotCover(candidate('a', { inTeam: false }), 1)).toBeNull();
    expect(whyNotCover(candidate('a', { availability: 'busy' }), 1)).toBe('not_available');
    expect(whyNotCover(candidate('a', { present: false }), 1)).toBe('not_present');
    expect(whyNotCover(candidate('a', { load: 8 }), 1)).toBe('at_capacity');
  });
});

describe('whatever the team', () => {
  const skills = fc.subarray(['s1', 's2', 's3']);
  const ids = Array.from({ length: 12 }, (_, no) => `m${String(no).padStart(2, '0')}`);
  const anyCandidate = (memberId: string) =>
    fc.record<Candidate>({
      memberId: fc.constant(memberId),
      // Mostly somebody who could: else nothing would be chosen among.
      availability: fc.oneof(
        { weight: 3, arbitrary: fc.constant('available' as const) },
        fc.constantFrom(...availabilities),
      ),
      ...{ present: mostly(), inTeam: mostly(), onShift: mostly(), isLead: fc.boolean() },
      skillIds: skills,
      load: fc.integer({ min: 0, max: 24 }).map((quarters) => quarters / 4),
      capacity: fc.integer({ min: 0, max: 8 }),
      lastAssignedAt: fc.option(fc.integer({ min: 0, max: 5 })),
      lastOfTeamAt: fc.option(fc.integer({ min: 0, max: 5 })),
    });
  const anyTeam = fc.subarray(ids).chain((some) => fc.tuple(...some.map(anyCandidate)));
  const anyWork = fc.record<Work>({
    weight: fc.constantFrom(1, 0.25),
    requiredSkillIds: fc.subarray(['s1', 's2'], { maxLength: 1 }),
    preferredSkillIds: fc.subarray(['s2', 's3'], { maxLength: 1 }),
    passedBy: fc.subarray(ids, { maxLength: 3 }),
    hops: fc.integer({ min: 0, max: 3 }),
    waitedMs: fc.integer({ min: 0, max: 20 * MINUTE_MS }),
    previous: fc.option(
      fc.record({
        memberId: fc.constantFrom(...ids),
        agoMs: fc.integer({ min: 0, max: 9 * DAY_MS }),
      }),
    ),
  });
  const anyPolicy = fc.record<RoutingPolicy>({
    strategy: fc.constantFrom('balanced', 'round_robin'),
    stickyDays: fc.constantFrom(0, 7),
    relaxMinutes: fc.constantFrom(0, 10),
    mostHops: fc.integer({ min: 1, max: 3 }),
  });

  function mostly() {
    return fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false));
  }

  test('nobody is given what they may not be given', () => {
    fc.assert(
      fc.property(anyTeam, anyWork, anyPolicy, (team, some, how) => {
        const { memberId, given } = chooseAssignee(team, some, how);
        const chosen = team.find((one) => one.memberId === memberId);
        if (!chosen) return memberId === null && given === 'nobody';
        const able =
          chosen.availability === 'available' &&
          chosen.present &&
          chosen.onShift &&
          chosen.load + some.weight <= chosen.capacity;
        if (given === 'lead') return able && chosen.isLead;
        return (
          able &&
          chosen.inTeam &&
          !some.passedBy.includes(chosen.memberId) &&
          some.requiredSkillIds.every((id) => chosen.skillIds.includes(id))
        );
      }),
    );
  });

  test('everybody who is not chosen has one reason', () => {
    fc.assert(
      fc.property(anyTeam, anyWork, anyPolicy, (team, some, how) => {
        const { memberId, skipped } = chooseAssignee(team, some, how);
        const told = [...skipped.map((skip) => skip.memberId), ...(memberId ? [memberId] : [])];
        expect(told.toSorted()).toEqual(team.map((one) => one.memberId).toSorted());
      }),
    );
  });

  test('the order of the list makes no difference', () => {
    const shuffled = anyTeam.chain((team) =>
      fc.tuple(fc.constant(team), fc.shuffledSubarray([...team], { minLength: team.length })),
    );
    fc.assert(
      fc.property(shuffled, anyWork, anyPolicy, ([team, other], some, how) => {
        expect(chooseAssignee(other, some, how)).toEqual(chooseAssignee(team, some, how));
      }),
    );
  });

  test('somebody more who can take nothing changes nothing for the others', () => {
    const useless = anyCandidate('zz').map((one) => ({ ...one, present: false, inTeam: false }));
    fc.assert(
      fc.property(anyTeam, useless, anyWork, anyPolicy, (team, more, some, how) => {
        const [before, after] = [team, [...team, more]].map((all) =>
          chooseAssignee(all, some, how),
        );
        expect(after?.memberId).toBe(before?.memberId);
        expect(after?.skipped.filter(({ memberId }) => memberId !== 'zz')).toEqual(before?.skipped);
      }),
    );
  });

  test('balanced gives to nobody while somebody able holds less', () => {
    fc.assert(
      fc.property(anyTeam, (team) => {
        const { memberId, skipped } = chooseAssignee(team, work(), policy);
        const chosen = team.find((one) => one.memberId === memberId);
        const passed = skipped.filter(({ reason }) => reason === 'other_has_less');
        return passed.every((skip) => {
          const other = team.find((one) => one.memberId === skip.memberId);
          return (other?.load ?? 0) >= (chosen?.load ?? Number.POSITIVE_INFINITY);
        });
      }),
    );
  });

  test('round robin is fair: after any number of turns nobody is two ahead', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 40 }),
        (size, turns) => {
          const team = ids.slice(0, size).map((id) => candidate(id, { capacity: 1_000 }));
          const got = new Map(team.map(({ memberId }) => [memberId, 0]));
          for (let turn = 0; turn < turns; turn += 1) {
            const { memberId } = chooseAssignee(team, work(), {
              ...policy,
              strategy: 'round_robin',
            });
            const chosen = team.find((one) => one.memberId === memberId);
            if (!chosen) return false;
            chosen.lastOfTeamAt = turn;
            got.set(chosen.memberId, (got.get(chosen.memberId) ?? 0) + 1);
          }
          return Math.max(...got.values()) - Math.min(...got.values()) <= 1;
        },
      ),
    );
  });
});
