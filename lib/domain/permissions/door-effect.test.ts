import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DoorEffect, Kind } from './door-effect';
import { doorEffect } from './door-effect';
import type { Door } from './x-rules';
import { doors, inboundRule, xRuleSets } from './x-rules';

const stranger: Kind = {
  weFollow: false,
  theyFollow: false,
  weWrote: false,
  isVerified: false,
  isBlocked: false,
  count: 1,
};

const none = { gained: 0, perhapsGained: 0, lost: 0, perhapsLost: 0, admitted: 0, refused: 0 };

function today(from: Door | null, to: Door, ...kinds: Partial<Kind>[]): DoorEffect {
  return doorEffect(
    'x.today',
    { from, to },
    kinds.map((kind) => ({ ...stranger, ...kind })),
  );
}

describe('another door', () => {
  const cases: [string, [Door | null, Door], Partial<Kind>, Exclude<keyof DoorEffect, 'known'>][] =
    [
      ['lets a stranger in', ['nobody', 'everyone'], {}, 'gained'],
      ['lets a verified stranger in', ['nobody', 'verified'], { isVerified: true }, 'gained'],
      ['leaves others out', ['nobody', 'verified'], {}, 'refused'],
      ['shuts a stranger out', ['everyone', 'nobody'], {}, 'lost'],
      ['is nothing to whom we follow', ['everyone', 'nobody'], { weFollow: true }, 'admitted'],
      ['is nothing to whom we have written', ['everyone', 'nobody'], { weWrote: true }, 'admitted'],
      ['is nothing to whom we block', ['nobody', 'everyone'], { isBlocked: true }, 'refused'],
      [
        'is nothing to our followers today',
        ['nobody', 'followers'],
        { theyFollow: true },
        'refused',
      ],
      ['perhaps lets in', ['nobody', 'everyone'], { weFollow: null }, 'perhapsGained'],
      ['perhaps lets in', ['nobody', 'verified'], { isVerified: null }, 'perhapsGained'],
      ['perhaps shuts out', ['everyone', 'nobody'], { weFollow: null }, 'perhapsLost'],
      ['says nothing', ['nobody', 'verified'], { weFollow: null }, 'unclear'],
      ['perhaps lets in', [null, 'everyone'], {}, 'perhapsGained'],
      ['perhaps shuts out', [null, 'nobody'], {}, 'perhapsLost'],
      ['is nothing to whom we have written', [null, 'nobody'], { weWrote: true }, 'admitted'],
    ];
  it.each(cases)('%s: %j, %j', (_, [from, to], kind, column) => {
    expect(today(from, to, kind)).toEqual({ ...none, unclear: 0, known: 1, [column]: 1 });
  });

  it('counts each of many once', () => {
    const effect = today('nobody', 'everyone', { count: 40 }, { count: 2, weFollow: true });
    expect(effect).toMatchObject({ known: 42, gained: 40, admitted: 2 });
  });

  it('lets followers in where the era knew that door', () => {
    const kinds = [{ ...stranger, theyFollow: true }];
    const change = { from: 'nobody', to: 'followers' } as const;
    expect(doorEffect('x.followers_opt_in_2013', change, kinds).gained).toBe(1);
  });
});

const known = fc.record({
  weFollow: fc.boolean(),
  theyFollow: fc.boolean(),
  weWrote: fc.boolean(),
  isVerified: fc.boolean(),
  isBlocked: fc.boolean(),
  count: fc.integer({ min: 1, max: 1000 }),
});
const unknown = fc.option(fc.boolean());
const some = known.chain((kind) =>
  fc.record({
    weFollow: unknown,
    theyFollow: unknown,
    weWrote: fc.constant(kind.weWrote),
    isVerified: unknown,
    isBlocked: fc.constant(kind.isBlocked),
    count: fc.constant(kind.count),
  }),
);
const door = fc.constantFrom(...doors);
const change = fc.record({ from: fc.option(door), to: door });
const ruleSet = fc.constantFrom(...xRuleSets);

describe('for any people and doors', () => {
  it('everybody is counted in one column', () => {
    fc.assert(
      fc.property(ruleSet, change, fc.array(some), (era, doorsOf, kinds) => {
        const { known: total, ...rest } = doorEffect(era, doorsOf, kinds);
        expect(Object.values(rest).reduce((sum, each) => sum + each, 0)).toBe(total);
      }),
    );
  });

  it('back is forth the other way round', () => {
    fc.assert(
      fc.property(ruleSet, door, door, fc.array(some), (era, one, other, kinds) => {
        const forth = doorEffect(era, { from: one, to: other }, kinds);
        const back = doorEffect(era, { from: other, to: one }, kinds);
        expect(forth).toEqual({
          ...back,
          gained: back.lost,
          lost: back.gained,
          perhapsGained: back.perhapsLost,
          perhapsLost: back.perhapsGained,
        });
      }),
    );
  });

  it('what is all known is what the rule says of each', () => {
    fc.assert(
      fc.property(ruleSet, door, door, known, (era, from, to, kind) => {
        const may = (ours: Door) =>
          inboundRule(era, {
            recipientFollowsSender: kind.weFollow,
            senderFollowsRecipient: kind.theyFollow,
            recipientHasWritten: kind.weWrote,
            senderIsVerified: kind.isVerified,
            blockedEitherWay: kind.isBlocked,
            recipientDoor: ours,
          }).allow;
        const effect = doorEffect(era, { from, to }, [kind]);
        expect(effect.gained > 0).toBe(!may(from) && may(to));
        expect(effect.lost > 0).toBe(may(from) && !may(to));
        expect(effect.perhapsGained + effect.perhapsLost + effect.unclear).toBe(0);
      }),
    );
  });
});
