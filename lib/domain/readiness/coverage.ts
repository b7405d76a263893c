/** One hour of the week, 0 being Monday from 0:00 to 1:00, over the weeks that were looked at. */
export type Hour = {
  hour: number;
  /** Messages that customers wrote in it, over all weeks. */
  messages: number;
  /** In how many of the weeks somebody of the team answered or noted something in it. */
  weeksWorked: number;
};

/** Hours one after the other in which customers write and nobody usually works. `to` is exclusive. */
export type Gap = { from: number; to: number; messages: number; share: number };

export type Coverage = {
  messages: number;
  /** The share of them that came in hours of the week in which somebody usually works; 1 without messages. */
  share: number;
  /** The gaps with the most messages first. */
  gaps: Gap[];
};

const HOURS_A_DAY = 24;

/** Where customers write while nobody usually works: in fewer than half of the weeks. */
export function coverageOf(hours: readonly Hour[], weeks: number): Coverage {
  const messages = sumOf(hours);
  const open = hours
    .filter(({ messages: some, weeksWorked }) => some > 0 && weeksWorked * 2 < weeks)
    .toSorted((one, other) => one.hour - other.hour);
  const gaps = open.reduce<Gap[]>((found, hour) => joined(found, hour, messages), []);
  const left = sumOf(open);
  return {
    messages,
    share: messages === 0 ? 1 : (messages - left) / messages,
    gaps: gaps.toSorted((one, other) => other.messages - one.messages || one.from - other.from),
  };
}

/** Goes on with the last gap if the hour follows it on the same day. */
function joined(gaps: Gap[], { hour, messages }: Hour, all: number): Gap[] {
  const last = gaps.at(-1);
  if (last?.to === hour && hour % HOURS_A_DAY !== 0) {
    const more = last.messages + messages;
    return [...gaps.slice(0, -1), { ...last, to: hour + 1, messages: more, share: more / all }];
  }
  return [...gaps, { from: hour, to: hour + 1, messages, share: messages / all }];
}

function sumOf(hours: readonly Hour[]): number {
  return hours.reduce((sum, { messages }) => sum + messages, 0);
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Sun 20:00 to 24:00" */
export function gapName({ from, to }: Pick<Gap, 'from' | 'to'>): string {
  const day = Math.floor(from / HOURS_A_DAY);
  const start = day * HOURS_A_DAY;
  return `${days[day]} ${from - start}:00 to ${to - start}:00`;
}
