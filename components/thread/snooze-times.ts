/** A time to put something off to, in the zone of the person who does. */
export type SnoozeTime = { id: string; label: string; at: string };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The usual times, the soonest first, none of them past: as a person in this zone means them now. */
export function snoozeTimes(now: number, zone: string): SnoozeTime[] {
  const today = civilOf(now, zone);
  const on = (days: number, hour: number) =>
    instantOf({ ...dayAfter(today, days), hour, minute: 0 }, zone);
  const toMonday = (8 - weekdayOf(today)) % 7 || 7;
  const times: (SnoozeTime | null)[] = [
    { id: 'hour', label: 'In 1 hour', at: new Date(roundUp(now + hourMs)).toISOString() },
    today.hour < 14 ? { id: 'afternoon', label: 'This afternoon', at: on(0, 15) } : null,
    today.hour < 18 ? { id: 'evening', label: 'This evening', at: on(0, 19) } : null,
    { id: 'tomorrow', label: 'Tomorrow morning', at: on(1, 9) },
    toMonday > 1 ? { id: 'monday', label: 'Monday morning', at: on(toMonday, 9) } : null,
    { id: 'week', label: 'In a week', at: on(7, 9) },
  ];
  return times
    .filter((time) => time !== null && Date.parse(time.at) > now)
    .filter((time) => time !== null)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** "2026-11-25T09:00", as a field for date and time holds it, of an instant in a zone. */
export function fieldTime(at: number, zone: string): string {
  const { year, month, day, hour, minute } = civilOf(at, zone);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`;
}

/** The instant that a field for date and time means in a zone; null while it is not filled. */
export function instantOfField(field: string, zone: string): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(field);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts.slice(1).map(Number);
  return instantOf({ year, month, day, hour, minute }, zone);
}

type Civil = { year: number; month: number; day: number; hour: number; minute: number };

/** The instant at which clocks in the zone show this; an hour that a change of clocks leaves out is the one after. */
function instantOf(civil: Civil, zone: string): string {
  const { year, month, day, hour, minute } = civil;
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  const early = wanted - offsetMs(wanted - dayMs / 2, zone);
  const late = wanted - offsetMs(wanted + dayMs / 2, zone);
  // Around a change of clocks the two differ: the one whose clocks show what was meant is right.
  const right = [early, late].find((at) => at + offsetMs(at, zone) === wanted) ?? early;
  return new Date(right).toISOString();
}

function offsetMs(at: number, zone: string): number {
  const { year, month, day, hour, minute } = civilOf(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / minuteMs) * minuteMs;
}

function civilOf(at: number, zone: string): Civil {
  const parts = Object.fromEntries(
    formatFor(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

function dayAfter({ year, month, day }: Civil, days: number) {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf({ year, month, day }: Civil): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

function roundUp(at: number): number {
  return Math.ceil(at / minuteMs) * minuteMs;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}
