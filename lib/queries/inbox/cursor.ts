import { Refusal } from '@/lib/domain/refusal';

/** A place in a list: after the row with these sort keys. Opaque to the browser. */
export function toCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

const forms = {
  instant: isInstant,
  /** `infinity` stands after every instant: for those who do not wait, and for what is not due. */
  wait: (value: string) => value === 'infinity' || isInstant(value),
  priority: (value: string) => /^[0-3]$/.test(value),
  digits: (value: string) => /^\d{1,20}$/.test(value),
  uuid: (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
} as const;

/**
 * The sort keys in a cursor, each in its form, so that what reaches the database is always a value it
 * knows. Refuses as `invalid` for anything that this product did not make.
 */
export function fromCursor<const Forms extends readonly (keyof typeof forms)[]>(
  cursor: string,
  expected: Forms,
): { [Index in keyof Forms]: string } {
  const keys = parsed(cursor);
  const sound =
    keys.length === expected.length &&
    expected.every((form, index) => forms[form](keys[index] ?? ''));
  if (!sound) throw new Refusal('invalid', 'This page of the list cannot be read. Begin again.');
  return keys as { [Index in keyof Forms]: string };
}

function parsed(cursor: string): string[] {
  if (cursor.length > 300) return [];
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : [];
  } catch {
    return [];
  }
}

function isInstant(value: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(value)) return false;
  // JavaScript rolls the 30th of February over where PostgreSQL refuses it.
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 19) === value.slice(0, 19);
}
