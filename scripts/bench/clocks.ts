import { addBusinessTime } from '@/lib/domain/sla/business-time';
import type { Calendar } from '@/lib/domain/sla/calendar';
import { median } from './clock';
import type { Line } from './line';
import { line } from './reads';

const COUNT = 100_000;
const ROUNDS = 5;
const YEAR_S = 365 * 86_400;

const workday = [
  { start: '09:00', end: '12:30' },
  { start: '13:15', end: '17:30' },
];

/** A calendar that nothing is known of yet. */
function office(): Calendar {
  return {
    timeZone: 'America/New_York',
    weekly: [workday, workday, workday, workday, workday, [], []],
    exceptions: ['2026-07-03', '2026-11-26', '2026-12-25'].map((date) => ({ date, spans: [] })),
  };
}

/** How long it takes to add business time 100,000 times, the ends up to a year away, on one core. */
export function clocks(): Promise<Line[]> {
  const begin = Date.UTC(2026, 0, 1);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const calendar = office();
    const from = performance.now();
    let latest = 0;
    for (let index = 0; index < COUNT; index += 1) {
      const start = new Date(begin + ((index * 7919) % YEAR_S) * 1000);
      // A fifth of a year is open time: the longest of these end a year later.
      const end = addBusinessTime(calendar, start, (index * 104_729) % (YEAR_S / 5));
      latest = Math.max(latest, end.getTime());
    }
    return { ms: performance.now() - from, latest };
  });
  const note = `with the calendar's first reading; the last ends ${new Date(rounds[0]?.latest ?? 0).toISOString()}`;
  const ms = median(rounds.map((round) => round.ms));
  return Promise.resolve([
    { ...line('', '100,000 additions of business time', ms, { unit: 'ms', limit: 1000 }), note },
  ]);
}
