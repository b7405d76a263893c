import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '@/lib/domain/refusal';
import { fromCursor, toCursor } from './cursor';

const forms = ['instant', 'digits', 'uuid'] as const;
const keys = ['2026-11-22T12:04:05.123456Z', '42', '0190f0e4-1111-7000-8000-0123456789ab'];

test('a cursor brings back the place that it was made for', () => {
  expect(fromCursor(toCursor(keys), forms)).toEqual(keys);
});

test.each([
  ['another shape', toCursor(keys.slice(0, 2))],
  ['a day that does not exist', toCursor(['2026-02-30T12:04:05.123456Z', ...keys.slice(1)])],
  ['an hour that does not exist', toCursor(['2026-02-03T25:04:05.123456Z', ...keys.slice(1)])],
  ['a number too long', toCursor([`${keys[0]}`, '1'.repeat(21), `${keys[2]}`])],
  ['a key that is no text', Buffer.from('["2026",1,null]').toString('base64url')],
  ['no list', Buffer.from('{"length":3}').toString('base64url')],
])('%s is refused', (_, cursor) => {
  expect(() => fromCursor(cursor, forms)).toThrow(Refusal);
});

test('whatever else comes is refused, never passed on', () => {
  const seed = Date.now() & 0x7fffffff;
  const hostile = fc.oneof(
    fc.base64String(),
    fc.string(),
    fc.array(fc.oneof(fc.string(), fc.constantFrom(...keys))).map(toCursor),
  );
  process.stdout.write(`SEED=${seed}\n`);
  fc.assert(
    fc.property(hostile, (cursor) => {
      try {
        return fromCursor(cursor, forms).every((key, index) => key === keys[index]);
      } catch (error) {
        return error instanceof Refusal;
      }
    }),
    { seed, numRuns: 1_000 },
  );
});
