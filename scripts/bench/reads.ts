import { ok } from '@/e2e/wire';
import { builtInViews, sorts } from '@/lib/domain/conversation/view';
import type { Timings } from './clock';
import { median, time } from './clock';
import type { Line } from './line';
import type { Rig } from './rig';
import { statementsSince } from './rig';

const ROUNDS = 5;
const CALLS = 150;

/** Budgets 1 to 4 and the reading half of 15: the list alone and at eight users, and opening a conversation. */
export async function reads(rig: Rig): Promise<Line[]> {
  const list = `${rig.app}/api/conversations?view=open`;
  const opened = rig.loaded.conversations.find((each) => each.messages === 30);
  const long = rig.loaded.conversations.find((each) => each.messages === 5_000);
  if (!opened || !long)
    throw new Error('the data set lacks a conversation of 30 or of 5,000 messages');
  const thirty = `${rig.app}/api/conversations/${opened.id}`;
  const fiveThousand = `${rig.app}/api/conversations/${long.id}`;

  const alone = await paired(rig, list, rig.floor, 1);
  const eight = await paired(rig, list, rig.floor, 8);
  const short = await paired(rig, thirty, `${rig.floor}${opened.id}`, 1);
  const counts = await paired(rig, `${rig.app}/api/views`, rig.floor, 1);
  const endless = await paired(rig, fiveThousand, `${rig.floor}${long.id}`, 1);
  return [
    line('1', 'list of 50, one user, p50', alone.ours.p50, {
      unit: 'ms',
      limit: 3,
      floor: alone.floor.p50,
    }),
    line('1', 'list of 50, times the floor', alone.ratio, { unit: '×', limit: 6, floor: 1 }),
    line('2', 'list at eight users', eight.ours.perSecond, {
      unit: '/s',
      limit: 600,
      sense: 'least',
      floor: eight.floor.perSecond,
    }),
    line('2', 'list at eight users, p95', eight.ours.p95, {
      unit: 'ms',
      limit: 20,
      floor: eight.floor.p95,
    }),
    line('4', 'open 30 messages, p50', short.ours.p50, {
      unit: 'ms',
      limit: 4,
      floor: short.floor.p50,
    }),
    line('4', 'open 5,000 messages, p50', endless.ours.p50, {
      unit: 'ms',
      limit: 4,
      floor: endless.floor.p50,
    }),
    line('1', 'counts of every view, p50', counts.ours.p50, {
      unit: 'ms',
      limit: 5,
      floor: counts.floor.p50,
    }),
    line(
      '15',
      'statements per count of every view',
      await statementsPer(rig, `${rig.app}/api/views`),
      {
        unit: 'SQL',
      },
    ),
    line('15', 'statements per list', await statementsPer(rig, list), { unit: 'SQL' }),
    line('15', 'statements per open', await statementsPer(rig, thirty), { unit: 'SQL' }),
  ];
}

/** Every view in the order that people use it in, every order and every kind of filter. */
const lists = [
  ...builtInViews.map((view) => `view=${view}`),
  ...sorts.flatMap((sort) => [`view=open&sort=${sort}`, `view=resolved&sort=${sort}`]),
  ...[
    'owner:me',
    'priority:urgent',
    'has:attachment',
    'after:30d',
    'is:unread',
    'from:@customer7',
  ].map((q) => `view=all&q=${encodeURIComponent(q)}`),
];

/** Budget 3: every list of a workspace of a million against the same lists of the smaller one. */
export async function views(rig: Rig, cookie: string): Promise<Record<string, number>> {
  const taken: Record<string, number> = {};
  for (const list of lists) {
    const url = `${rig.app}/api/conversations?${list}`;
    await time(() => ok(url, { headers: { cookie } }), { count: 30 });
    taken[list] = (await time(() => ok(url, { headers: { cookie } }), { count: CALLS })).p50;
  }
  return taken;
}

type Pair = { ours: Timings; floor: Timings; ratio: number };

async function paired(rig: Rig, url: string, floorUrl: string, together: number): Promise<Pair> {
  const options = { headers: { cookie: rig.cookie } };
  const count = CALLS * (together > 1 ? 8 : 1);
  await time(() => ok(url, options), { count: 100, together });
  await time(() => ok(floorUrl), { count: 100, together });
  const rounds: { ours: Timings; floor: Timings }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const floor = await time(() => ok(floorUrl), { count, together });
    rounds.push({ floor, ours: await time(() => ok(url, options), { count, together }) });
  }
  const middle = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
  const timings = (side: 'ours' | 'floor'): Timings => ({
    p50: middle((round) => round[side].p50),
    p95: middle((round) => round[side].p95),
    p99: middle((round) => round[side].p99),
    perSecond: middle((round) => round[side].perSecond),
    count: count * ROUNDS,
  });
  return {
    ours: timings('ours'),
    floor: timings('floor'),
    ratio: middle((r) => r.ours.p50 / r.floor.p50),
  };
}

async function statementsPer(rig: Rig, url: string): Promise<number> {
  const calls = 20;
  await statementsSince(rig.admin);
  for (let call = 0; call < calls; call++) {
    await ok(url, { headers: { cookie: rig.cookie } });
  }
  return (await statementsSince(rig.admin)) / calls;
}

type Rest = Pick<Line, 'unit'> & Partial<Pick<Line, 'limit' | 'sense' | 'floor'>>;

export function line(budget: string, what: string, measured: number | null, rest: Rest): Line {
  return { budget, what, measured, limit: null, sense: 'most', floor: null, ...rest };
}
