/** When a day that a search names begins, for someone in this time zone. `day` is one that the parser has let through. */
export function startOfDay(day: string, { now, zone }: { now: Date; zone: string }): string {
  const known = isZone(zone) ? zone : 'UTC';
  return new Date(midnightOf(dateOf(day, now, known), known)).toISOString();
}

/** Whether this is a time zone that can be reckoned with here. */
export function isZone(name: string): boolean {
  try {
    return name !== '' && formatterFor(name) !== null;
  } catch {
    return false;
  }
}

const DAY_MS = 86_400_000;

function dateOf(day: string, now: Date, zone: string): string {
  if (/^\d{4}-/.test(day)) return day;
  const today = Date.parse(`${localTime(now.getTime(), zone).slice(0, 10)}T00:00:00Z`);
  return new Date(today - daysBack(day) * DAY_MS).toISOString().slice(0, 10);
}

function daysBack(day: string): number {
  if (day === 'today') return 0;
  if (day === 'yesterday') return 1;
  return Number.parseInt(day, 10) * (day.endsWith('w') ? 7 : 1);
}

function midnightOf(date: string, zone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`);
  const first = wanted - offsetAt(wanted, zone);
  const second = wanted - offsetAt(first, zone);
  // Where clocks skip midnight, the day begins with the hour after it.
  return localTime(second, zone).slice(0, 10) < date ? Math.max(first, second + 3_600_000) : second;
}

/** Local time minus UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1_000) * 1_000;
  return Date.parse(`${localTime(whole, zone)}Z`) - whole;
}

function localTime(instant: number, zone: string): string {
  const parts = new Map(
    formatterFor(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const [year, month, day] = ['year', 'month', 'day'].map((part) => parts.get(part as 'year'));
  const clock = ['hour', 'minute', 'second'].map((part) => parts.get(part as 'hour')).join(':');
  return `${year?.padStart(4, '0')}-${month}-${day}T${clock}`;
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA-u-ca-iso8601', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}
