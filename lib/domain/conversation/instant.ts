const POSTGRES = /^(\d{4,}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,6})?)([+-]\d\d(?::?\d\d)?|Z)$/;

/** A database instant as ISO 8601 in UTC, always with six digits of the second, so that texts compare like times. Throws for anything else. */
export function isoInstant(text: string): string {
  const [, date, time, offset] = POSTGRES.exec(text) ?? [];
  if (!date || !time || !offset) throw new Error(`Not an instant: ${text}`);
  const minutes = offset.length === 3 ? `${offset}:00` : offset;
  const utc = new Date(`${date}T${time.slice(0, 8)}${minutes}`).toISOString();
  return `${utc.slice(0, 19)}.${time.slice(9).padEnd(6, '0')}Z`;
}
