import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Holder, Move, Spread, Work } from './rebalance';
import { byUrgency, canTake, loadOf, rebalance, weightOf } from './rebalance';

const seed = Number(process.env['SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);
process.stdout.write(`SEED=${seed}\n`);
const RUNS = { seed, numRuns: 300 };

const team = 'team-a';
const other = 'team-b';

function holder(id: string, load: number, values: Partial<Holder> = {}): Holder {
  return {
    id,
    availability: 'available',
    present: true,
    capacity: 8,
    load,
    teamIds: [team],
    ...values,
  };
}

function work(id: string, ownerId: string | null, values: Partial<Work> = {}): Work {
  const standing = { teamId: team, status: 'open', priority: 1, dueAt: null } as const;
  return { id, ownerId, waitingSince: null, ...standing, ...values };
}

function heldBy(ownerId: string, count: number, values: Partial<Work> = {}): Work[] {
  return Array.from({ length: count }, (_, no) => work(`${ownerId}-${no}`, ownerId, values));
}

const even = { kind: 'even' } as const;
const from = (ownerId: string | null) => ({ kind: 'empty', ownerId }) as const;

describe('spreading evenly', () => {
  test('what one has too much of goes to whoever has most room', () => {
    const members = [holder('ada', 6), holder('ben', 0), holder('cy', 3)];
    const moves = rebalance(members, heldBy('ada', 6), even);
    expect(moves.map(({ from: giver, to }) => [giver, to])).toEqual([
      ['ada', 'ben'],
      ['ada', 'ben'],
      ['ada', 'ben'],
    ]);
  });

  test('capacity counts, not number', () => {
    const members = [holder('ada', 6, { capacity: 12 }), holder('ben', 2, { capacity: 4 })];
    expect(rebalance(members, [...heldBy('ada', 6), ...heldBy('ben', 2)], even)).toEqual([]);
  });

  test('a difference of one is left: it would only change sides', () => {
    const members = [holder('ada', 3), holder('ben', 2)];
    expect(rebalance(members, heldBy('ada', 3), even)).toEqual([]);
  });

  test('nobody who is away, gone or in another team is given anything', () => {
    const members = [
      holder('ada', 8),
      holder('busy', 0, { availability: 'busy' }),
      holder('gone', 0, { present: false }),
      holder('none', 0, { capacity: 0 }),
      holder('stranger', 0, { teamIds: [other] }),
    ];
    expect(rebalance(members, heldBy('ada', 8), even)).toEqual([]);
  });

  test('the most urgent goes first, and what waits on the customer stays', () => {
    const members = [holder('ada', 2.25), holder('ben', 0)];
    const held = [
      work('calm', 'ada', { waitingSince: '2025-11-22T08:00:00.000000Z' }),
      work('urgent', 'ada', { priority: 3 }),
      work('waits', 'ada', { status: 'waiting', priority: 3 }),
    ];
    expect(rebalance(members, held, even)).toEqual([
      { conversationId: 'urgent', from: 'ada', to: 'ben' },
    ]);
  });
});

describe('handing out what somebody has', () => {
  test('all of it goes, the waiting too, until nobody has room', () => {
    const members = [holder('ada', 3.25), holder('ben', 7), holder('cy', 7.5)];
    const held = [...heldBy('ada', 3), work('waits', 'ada', { status: 'waiting' })];
    expect(rebalance(members, held, from('ada'))).toEqual([
      { conversationId: 'ada-0', from: 'ada', to: 'ben' },
      { conversationId: 'waits', from: 'ada', to: 'cy' },
    ]);
  });

  test('what nobody has is handed out by due time, then by waiting', () => {
    const members = [holder('ben', 6)];
    const queue = [
      work('later', null, { dueAt: '2025-11-22T12:00:00.000000Z' }),
      work('long', null, { waitingSince: '2025-11-22T07:00:00.000000Z' }),
      work('sooner', null, { dueAt: '2025-11-22T11:00:00.000000Z' }),
    ];
    const given = rebalance(members, queue, from(null));
    expect(given.map(({ conversationId }) => conversationId)).toEqual(['sooner', 'later']);
  });
});

test('load counts the open whole and the waiting a quarter', () => {
  expect(loadOf({ open: 3, onHold: 1, waiting: 2 })).toBe(3.75);
  expect(weightOf('snoozed') + weightOf('resolved') + weightOf('spam')).toBe(0);
});

type Scene = { members: Holder[]; work: Work[] };

const holders = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 9 }).map((no) => `m${no}`),
    availability: fc.constantFrom('available', 'available', 'away', 'busy', 'offline'),
    present: fc.boolean(),
    capacity: fc.constantFrom(0, 2, 4, 8, 10.5),
    teamIds: fc.subarray([team, other]),
  }),
  { selector: ({ id }) => id, minLength: 1 },
);
const loose = fc.array(
  fc.record({
    owner: fc.option(fc.nat(9)),
    teamId: fc.constantFrom(team, other, null),
    status: fc.constantFrom('open', 'open', 'waiting', 'on_hold', 'snoozed'),
    priority: fc.nat(3),
    dueAt: fc.option(fc.nat(9).map((hour) => `2025-11-22T0${hour}:00:00.000000Z`)),
    waitingSince: fc.option(fc.nat(9).map((hour) => `2025-11-22T0${hour}:30:00.000000Z`)),
  }),
  { maxLength: 60 },
);
const scenes: fc.Arbitrary<Scene> = fc.tuple(holders, loose).map(([people, some]) => {
  const held = some.map(({ owner, ...each }, no): Work => {
    const ownerId = owner === null ? null : (people[owner % people.length]?.id ?? null);
    return { ...each, id: `c${String(no).padStart(2, '0')}`, ownerId };
  });
  const members = people.map((person): Holder => {
    const own = held.filter(({ ownerId }) => ownerId === person.id);
    return { ...person, load: own.reduce((sum, { status }) => sum + weightOf(status), 0) };
  });
  return { members, work: held };
});
const spreads = ({ members }: Scene): Spread[] => [
  even,
  from(null),
  ...members.map(({ id }) => from(id)),
];

function loadsAfter({ members, work: held }: Scene, moves: readonly Move[]): Map<string, number> {
  const loads = new Map(members.map(({ id, load }) => [id, load]));
  for (const { conversationId, from: giver, to } of moves) {
    const weight = weightOf(held.find(({ id }) => id === conversationId)?.status ?? 'resolved');
    if (giver !== null) loads.set(giver, (loads.get(giver) ?? 0) - weight);
    loads.set(to, (loads.get(to) ?? 0) + weight);
  }
  return loads;
}

function everyPlan(check: (scene: Scene, moves: Move[], spread: Spread) => void) {
  fc.assert(
    fc.property(scenes, (scene) => {
      for (const spread of spreads(scene)) {
        check(scene, rebalance(scene.members, scene.work, spread), spread);
      }
    }),
    RUNS,
  );
}

describe('whatever there is to spread', () => {
  test('only who is here, available and of the team is given any, and never over their capacity', () => {
    everyPlan((scene, moves) => {
      const loads = loadsAfter(scene, moves);
      for (const { conversationId, to } of moves) {
        const taker = scene.members.find(({ id }) => id === to);
        const given = scene.work.find(({ id }) => id === conversationId);
        expect(taker && canTake(taker)).toBe(true);
        expect(given?.teamId === null || taker?.teamIds.includes(given?.teamId ?? '')).toBe(true);
        expect(loads.get(to)).toBeLessThanOrEqual(taker?.capacity ?? 0);
      }
    });
  });

  test('each moves once, from who has it, and nobody both gives and takes', () => {
    everyPlan((scene, moves) => {
      expect(new Set(moves.map(({ conversationId }) => conversationId)).size).toBe(moves.length);
      const givers = new Set(moves.map(({ from: giver }) => giver));
      for (const { conversationId, from: giver, to } of moves) {
        expect(scene.work.find(({ id }) => id === conversationId)?.ownerId).toBe(giver);
        expect(givers.has(to)).toBe(false);
      }
    });
  });

  test('it does not depend on the order in which it is told', () => {
    everyPlan((scene, moves, spread) => {
      const turned = rebalance(scene.members.toReversed(), scene.work.toReversed(), spread);
      expect(turned).toEqual(moves);
    });
  });

  test('handed out once, there is nothing left that could be', () => {
    everyPlan((scene, moves, spread) => {
      const loads = loadsAfter(scene, moves);
      const owner = new Map(moves.map(({ conversationId, to }) => [conversationId, to]));
      const members = scene.members.map((each) => ({ ...each, load: loads.get(each.id) ?? 0 }));
      const left = scene.work.map((each) => ({
        ...each,
        ownerId: owner.get(each.id) ?? each.ownerId,
      }));
      if (spread.kind === 'empty') expect(rebalance(members, left, spread)).toEqual([]);
    });
  });

  test('the fullest is never fuller than before, and what is given goes out in the order of work', () => {
    everyPlan((scene, moves, spread) => {
      const fullest = (loads: ReadonlyMap<string, number>) =>
        Math.max(
          0,
          ...scene.members.map(({ id, capacity }) => {
            const load = loads.get(id) ?? 0;
            return load === 0 ? 0 : load / capacity;
          }),
        );
      const before = new Map(scene.members.map(({ id, load }) => [id, load]));
      if (spread.kind === 'even') {
        expect(fullest(loadsAfter(scene, moves))).toBeLessThanOrEqual(fullest(before) + 1e-9);
        return;
      }
      const given = moves.map(({ conversationId }) =>
        scene.work.find(({ id }) => id === conversationId),
      );
      const inOrder = given.filter((each) => each !== undefined);
      expect([...inOrder].sort(byUrgency)).toEqual(inOrder);
    });
  });
});
