const POSTGRES = /^(\d{4,}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,6})?)([+-]\d\d(?::?\d\d)?|Z)$/;

/** A database instant as ISO 8601 in UTC, with its microseconds. Throws for anything else. */
export function isoInstant(text: string): string {
  const [, date, time, offset] = POSTGRES.exec(text) ?? [];
  if (!date || !time || !offset) throw new Error(`Not an instant: ${text}`);
  if (offset === '+00' || offset === 'Z') return `${date}T${time}Z`;
  const minutes = offset.length === 3 ? `${offset}:00` : offset;
  const micros = time.slice(8);
  const utc = new Date(`${date}T${time.slice(0, 8)}${minutes}`).toISOString();
  return `${utc.slice(0, 19)}${micros}Z`;
}
