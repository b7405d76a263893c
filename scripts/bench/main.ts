import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stdout } from 'node:process';
import { clocks } from './clocks';
import { decisions } from './decisions';
import { intake } from './intake';
import type { Line } from './line';
import { print } from './line';
import { live } from './live';
import { load } from './load';
import { paint } from './paint';
import { line, reads, views } from './reads';
import type { Place, Rig } from './rig';
import { setUp, signIn } from './rig';
import { rush } from './rush';
import { screen } from './screen';
import { search } from './search';
import { writes } from './writes';

const CONVERSATIONS = 50_000;
const MILLION = 1_000_000;

/** What can be measured, in the order it is. */
export const parts = {
  decisions,
  clocks,
  reads,
  search,
  writes,
  intake,
  rush,
  live,
  paint,
  screen,
};

/** These are measured while no worker runs; the set-up ends it, the first of the others starts it again. */
const resting = new Set(['decisions', 'clocks', 'reads', 'search', 'writes']);

type Wish = Place & { million: boolean; only: string[] };

/**
 * Measures the product against its budgets and prints them beside their floors. Bounded, and on loopback only.
 * `only` names the parts to measure; none means all.
 */
export async function bench({ million, only, ...place }: Wish): Promise<void> {
  const say = (text: string) => void stdout.write(`[bench] ${text}\n`);
  say(`loading ${CONVERSATIONS} conversations`);
  const rig = await setUp(place, CONVERSATIONS);
  try {
    const lines: Line[] = [];
    let working = false;
    for (const [name, measure] of Object.entries(parts)) {
      if (only.length > 0 && !only.includes(name)) continue;
      say(name);
      if (!(working || resting.has(name))) await rig.stack.restart('worker');
      working ||= !resting.has(name);
      lines.push(...(await measure(rig).catch((error: Error) => [failed(name, error)])));
    }
    lines.push(...(million ? await atAMillion(rig, say) : [notAtAMillion]));
    lines.sort((a, b) => Number(a.budget) - Number(b.budget));
    print(lines, (text) => void stdout.write(text));
    keep(place.root, lines);
  } finally {
    await rig.close();
  }
}

const notAtAMillion: Line = {
  ...line('3', 'views at 1,000,000 against 50,000', null, { unit: '×', limit: 1.5 }),
  note: 'not measured: run with --million',
};

async function atAMillion(rig: Rig, say: (text: string) => void): Promise<Line[]> {
  const small = await views(rig, rig.cookie);
  say(`loading ${MILLION} conversations`);
  const loaded = await load(rig.admin, MILLION, { bodies: false, name: 'Million' });
  const [cookie = ''] = await signIn(rig.stack, loaded, 1);
  const large = await views(rig, cookie);
  return Object.entries(large).map(([view, taken]) => ({
    ...line('3', `view ${view} at 1,000,000 against 50,000`, taken / (small[view] ?? taken), {
      unit: '×',
      limit: 1.5,
      floor: 1,
    }),
    note: `${taken.toFixed(2)} ms`,
  }));
}

/** What could not be measured says why, and does not take the other figures with it. */
function failed(name: string, error: Error): Line {
  return { ...line('', name, null, { unit: '' }), note: `not measured: ${error.message}` };
}

function keep(root: string, lines: Line[]): void {
  const file = path.join(root, '.test/bench/result.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), lines }, null, 2)}\n`);
  stdout.write(`[bench] written to ${path.relative(root, file)}\n`);
}
