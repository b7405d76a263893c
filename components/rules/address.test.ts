import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '@/lib/domain/permissions/suppose-fields';
import { fieldNames, fields } from '@/lib/domain/permissions/suppose-fields';
import type { Case } from './address';
import { caseIn, pathOf, rulesPath } from './address';

const spans = fc
  .tuple(fc.integer({ min: 0, max: 9_999 }), fc.constantFrom('m', 'h', 'd'))
  .map(([count, unit]) => `${count}${unit}`);
const numbers = fc.integer({ min: 0, max: 999 }).map(String);
const hours = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${hour}`.padStart(2, '0').concat(':', `${minute}`.padStart(2, '0')));

/** Any word that the field takes: those that are offered, and others of their kind. */
function wordsFor(name: FieldName): fc.Arbitrary<string> {
  const others = fc.oneof(
    spans,
    numbers,
    fc.tuple(hours, hours).map((both) => both.join('-')),
  );
  const offered = fc.constantFrom(...fields[name].offered);
  return fc.oneof(offered, others).filter((word) => fields[name].takes(word));
}

const supposed = fc.record(
  Object.fromEntries(fieldNames.map((name) => [name, wordsFor(name)])) as Record<
    FieldName,
    fc.Arbitrary<string>
  >,
  { requiredKeys: [] },
);

const anyCase: fc.Arbitrary<Case> = fc.record({
  conversationId: fc.option(fc.uuid()),
  channelId: fc.option(fc.uuid()),
  supposed,
});

const searchOf = (path: string) => path.slice(rulesPath.length);

describe('the address of a case', () => {
  it('leads back to the case', () => {
    const back = fc.property(anyCase, (test) => {
      expect(caseIn(searchOf(pathOf(test)))).toEqual({ test, unread: [] });
    });
    fc.assert(back, { numRuns: 400 });
  });

  it('of nothing supposed is the page itself', () => {
    expect(pathOf({ conversationId: null, channelId: null, supposed: {} })).toBe(rulesPath);
  });

  it('never throws, whatever stands in it', () => {
    const keys = fc.oneof(
      fc.constantFrom(...fieldNames, 'conversation', 'channel', '__proto__', 'constructor'),
      fc.string(),
    );
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.tuple(keys, fc.string({ unit: 'binary' })))
        .map((pairs) => pairs.map(([key, word]) => `${key}=${word}`).join('&')),
    );
    const read = fc.property(garbage, (search) => {
      const { test } = caseIn(search);
      // What was understood can be told again.
      expect(caseIn(searchOf(pathOf(test))).test).toEqual(test);
    });
    fc.assert(read, { numRuns: 600 });
  });

  it('keeps what it understands and names the rest', () => {
    const { test, unread } = caseIn(
      '?purpose=offer&followsUs=maybe&zone=Moon%2FSea&conversation=7&colour=red&purpose=reply',
    );
    expect(test).toEqual({
      conversationId: null,
      channelId: null,
      supposed: { purpose: 'offer' },
    });
    expect(unread).toEqual([
      'followsUs=maybe',
      'zone=Moon/Sea',
      'conversation=7',
      'colour=red',
      'purpose=reply',
    ]);
  });

  it('does not repeat a long part whole', () => {
    expect(caseIn(`by=${'x'.repeat(500)}`).unread[0]).toHaveLength(60);
  });
});
