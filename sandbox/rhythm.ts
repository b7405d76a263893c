import type { Script } from './dialogue/script';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Random = () => number;

/**
 * When each line was said. Told backwards from the last one: a second line takes seconds, an answer minutes to
 * hours, and nobody of the house is awake at night.
 */
export function timesOf(script: Script, random: Random, nowMs: number): number[] {
  const { lines } = script;
  const isOwl = random() < 0.3;
  const pauses = script.pauses.size > 0 ? script.pauses : pausesIn(script, random);
  const pauseMs = ((script.days ?? 0) / Math.max(1, pauses.size)) * DAY_MS;

  const last = lines.length - 1;
  const times = [awake(nowMs - ageOf(script, random), isOwl, random)];
  for (let later = last; later > 0; later--) {
    const gapMs = pauses.has(later)
      ? pauseMs * (0.7 + random() * 0.5)
      : gapBefore(script, later, random);
    const ms = (times[0] ?? nowMs) - gapMs;
    times.unshift(awake(ms, isOwl && isTheirs(lines[later - 1]), random));
  }
  return times.map(Math.floor);
}

/** How long ago the last word was. */
function ageOf({ waiting, fresh }: Script, random: Random): number {
  const [kind, share] = [random(), random()];
  if (fresh) return 3 * MINUTE_MS + share ** 1.5 * 26 * HOUR_MS;
  if (!waiting) return 7 * HOUR_MS + share ** 1.15 * 52 * DAY_MS;
  if (kind < 0.6) return 2 * MINUTE_MS + share ** 1.6 * 11 * HOUR_MS;
  return 9 * HOUR_MS + share ** 2 * (kind < 0.9 ? 40 : 110) * HOUR_MS;
}

function gapBefore({ lines }: Script, later: number, random: Random): number {
  const sameSide = isTheirs(lines[later]) === isTheirs(lines[later - 1]);
  if (sameSide) return (0.3 + random() * 2.4) * MINUTE_MS;
  const longest = isTheirs(lines[later]) ? 90 : 150;
  return (1.5 + random() ** 3 * longest) * MINUTE_MS;
}

/** A story of many days that does not say where its days end: wherever the customer takes it up again. */
function pausesIn({ days, lines }: Script, random: Random): ReadonlySet<number> {
  const pauses = new Set<number>();
  if (days === null) return pauses;
  let since = 0;
  for (let at = 1; at < lines.length; at++) {
    since++;
    if (since < 2 || !isTheirs(lines[at]) || random() < 0.45) continue;
    pauses.add(at);
    since = 0;
  }
  return pauses;
}

/** What would fall into the night was said in the evening before. */
function awake(ms: number, isOwl: boolean, random: Random): number {
  const hour = (ms % DAY_MS) / HOUR_MS;
  if (isOwl || hour >= 6.5) return ms;
  return ms - (hour + 0.6 + random() * 5) * HOUR_MS;
}

function isTheirs(line: string | undefined): boolean {
  return line?.startsWith('>') ?? false;
}
