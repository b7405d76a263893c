import fc from 'fast-check';
import { decide } from '@/lib/domain/permissions/decide';
import { anyInput } from '@/lib/domain/permissions/inputs.fixture';
import { median } from './clock';
import type { Line } from './line';
import { line } from './reads';

const COUNT = 10_000;
const ROUNDS = 15;

/** How long it takes to decide about 10,000 situations of every kind, on one core. */
export function decisions(): Promise<Line[]> {
  const inputs = fc.sample(anyInput, { numRuns: COUNT, seed: 4 });
  const rounds = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    let allowed = 0;
    for (const input of inputs) if (decide(input).verdict === 'allow') allowed += 1;
    return { ms: performance.now() - from, allowed };
  });
  const ms = median(rounds.map((round) => round.ms));
  const note = `${rounds[0]?.allowed} allowed; the first round ${rounds[0]?.ms.toFixed(0)} ms`;
  return Promise.resolve([
    { ...line('', '10,000 permission decisions', ms, { unit: 'ms', limit: 100 }), note },
  ]);
}
