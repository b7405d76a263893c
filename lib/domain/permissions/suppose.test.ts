import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './decide';
import type { PermissionInput } from './input';
import { anInput, anyInput, day, hour, now, onX, told } from './inputs.fixture';
import type { Supposed } from './suppose';
import { aboutStranger, suppose, underEachRule } from './suppose';
import { fieldNames, fields } from './suppose-fields';

/** Every field, each with a word that is offered for it. */
const anySupposed: fc.Arbitrary<Supposed> = fc.record(
  Object.fromEntries(
    fieldNames.map((name) => [name, fc.constantFrom(...fields[name].offered)]),
  ) as Record<(typeof fieldNames)[number], fc.Arbitrary<string>>,
  { requiredKeys: [] },
);

const verdict = (input: PermissionInput) => decide(input).verdict;

describe('supposing', () => {
  it('every word that is offered is taken, and reads back as what was said', () => {
    for (const name of fieldNames) {
      const field = fields[name];
      for (const word of field.offered) expect(field.takes(word), `${name}=${word}`).toBe(true);
    }
    const readBack = fc.property(anyInput, anySupposed, (input, supposed) => {
      const made = suppose(input, supposed);
      for (const name of fieldNames) {
        const word = supposed[name];
        const read = fields[name].read(made);
        if (word === undefined || read === null) continue;
        // Ages are told in the largest unit: a day and an hour is a day.
        expect(read, name).toBe(word === '25h' ? '1d' : word);
      }
    });
    fc.assert(readBack, { numRuns: 400 });
  });

  it('nothing supposed is the case itself', () => {
    const same = fc.property(anyInput, (input) => {
      // What follows from a message is put there where nobody knew it.
      const { blockedByThem } = input.contact;
      fc.pre(blockedByThem?.value === true);
      expect(suppose(input, {})).toEqual(input);
    });
    fc.assert(same);
  });

  it('whatever is supposed has a decision, under every rule', () => {
    const decided = fc.property(anyInput, anySupposed, (input, supposed) => {
      expect(verdict(suppose(input, supposed))).toBeTypeOf('string');
      const eras = underEachRule(input, supposed).map(({ rules }) => rules);
      expect(eras.at(-1)).toBe('x.today');
    });
    fc.assert(decided, { numRuns: 200 });
  });

  it('a word that no field takes changes nothing', () => {
    const garbage = fc.property(
      anyInput,
      fc.constantFrom(...fieldNames),
      fc.string(),
      (input, name, word) => {
        fc.pre(!fields[name].takes(word));
        expect(suppose(input, { [name]: word })).toEqual(suppose(input, {}));
      },
    );
    fc.assert(garbage, { numRuns: 400 });
  });

  it('a supposed fact says so, and is as old as the moment', () => {
    const { network } = suppose(anInput({ network: onX() }), { followsUs: 'yes' });
    expect(network).toMatchObject({
      recipientFollowsSender: { value: true, source: 'supposed', at: now },
    });
  });
});

describe('what follows from what is supposed', () => {
  const nobody = anInput({
    contact: { lastInboundAt: null, blockedByThem: null },
    network: onX({ ourDoor: null }),
  });

  it('who is supposed to have written has not blocked us', () => {
    expect(verdict(nobody)).toBe('refuse');
    expect(verdict(suppose(nobody, { lastInbound: '2h' }))).toBe('allow');
    expect(decide(suppose(nobody, { lastInbound: '2h', blockedByThem: 'unknown' }))).toMatchObject({
      verdict: 'check_first',
    });
  });

  it('who is supposed never to have written has not shown that they did not block us', () => {
    const input = anInput({
      contact: { blockedByThem: { value: false, source: 'message', at: now - hour } },
    });
    expect(suppose(input, { lastInbound: 'never' }).contact.blockedByThem).toBeNull();
    expect(suppose(anInput(), { lastInbound: 'never' }).contact.blockedByThem).toEqual(told(false));
  });

  it('nor who is supposed not to follow us', () => {
    const follow = told(true);
    const input = anInput({
      contact: { lastInboundAt: null, blockedByThem: told(false) },
      network: onX({ recipientFollowsSender: follow }),
    });
    expect(suppose(input, { followsUs: 'no' }).contact.blockedByThem).toBeNull();
  });
});

describe('the same case under every rule', () => {
  it('who wrote may be answered since 2015, and not before', () => {
    const verdicts = underEachRule(anInput(), {}).map(({ rules, decision }) => [
      rules,
      decision.verdict,
      decision.reason,
    ]);
    expect(verdicts).toEqual([
      ['x.mutual_follow', 'refuse', 'RECIPIENT_DOES_NOT_FOLLOW'],
      ['x.followers_opt_in_2013', 'refuse', 'RECIPIENT_DOES_NOT_FOLLOW'],
      ['x.open_dm_2015', 'allow', 'RECIPIENT_HAS_WRITTEN'],
      ['x.today', 'allow', 'RECIPIENT_HAS_WRITTEN'],
    ]);
  });

  it('what X says today does not count under the rules of before', () => {
    const input = anInput({
      contact: { lastInboundAt: null },
      network: onX({ answer: told(true) }),
      purpose: 'reply',
    });
    const reasons = underEachRule(input, {}).map(({ decision }) => decision.reason);
    expect(reasons).toEqual([
      'RECIPIENT_DOES_NOT_FOLLOW',
      'RECIPIENT_DOES_NOT_FOLLOW',
      'RECIPIENT_CLOSED',
      'NETWORK_SAYS_YES',
    ]);
  });

  it('within reply windows it is the time since they wrote that counts', () => {
    const under = (lastInbound: string) =>
      decide(suppose(anInput(), { rules: 'meta', lastInbound }));
    expect(under('23h')).toMatchObject({ verdict: 'allow', mode: 'reply', until: now + hour });
    expect(under('25h')).toMatchObject({ verdict: 'allow', mode: 'human_agent' });
    expect(under('8d')).toMatchObject({ verdict: 'refuse', reason: 'WINDOW_CLOSED' });
  });
});

describe('somebody made up', () => {
  const {
    marginMs: _,
    purpose: __,
    by: ___,
    ...known
  } = anInput({
    contact: { lastInboundAt: null, blockedByUs: null, blockedByThem: null },
    network: onX({ recipientFollowsSender: null, recipientDoor: null }),
  });
  const facts = { ...known, isOpen: true };

  it('is a stranger, to whom a message is a first one', () => {
    expect(aboutStranger(facts)).toMatchObject({ purpose: 'outreach', by: 'person' });
    expect(decide(aboutStranger(facts)).reason).toBe('OUTREACH_NOT_ALLOWED');
  });

  it('may be written to where their door is open and the brand allows it', () => {
    const allowed = { theirDoor: 'everyone', outreach: 'yes', outreachCap: '5', needsLead: 'no' };
    expect(decide(suppose(aboutStranger(facts), allowed))).toMatchObject({
      verdict: 'allow',
      mode: 'request',
    });
    expect(decide(suppose(aboutStranger(facts), { ...allowed, outreachToday: '5' })).reason).toBe(
      'OUTREACH_CAP_REACHED',
    );
  });

  it('gets no offer at night, in their own zone', () => {
    const offer = { purpose: 'offer', consent: 'yes', lastInbound: '3d', zone: 'Asia/Tokyo' };
    const quiet = suppose(aboutStranger(facts), offer);
    expect(decide(quiet)).toMatchObject({ verdict: 'defer', reason: 'QUIET_HOURS' });
    expect(verdict(suppose(quiet, { quiet: 'none' }))).toBe('allow');
    expect(quiet.contact.lastInboundAt).toBe(now - 3 * day);
  });
});
