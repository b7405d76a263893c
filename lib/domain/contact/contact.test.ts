import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTRIBUTE_KEY, keyFrom, valueFrom, valueProblem } from './attributes';
import type { ContactChange, Standing } from './change';
import { changed } from './change';
import type { AttributeType } from './contact';
import { contactKinds } from './contact';
import { readIdentity } from './identity';
import { journeyKinds, kindsAsked, safeLink } from './journey';
import type { OutsideEvent } from './outside-event';
import { contentOf, eventBudget, secondsUntil } from './outside-event';

const seed = Number(process.env['SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);
process.stdout.write(`SEED=${seed}\n`);

describe('a key', () => {
  test.each([
    ['Customer no.', 'customer_no'],
    ['  Größe (cm) ', 'gro_e_cm'],
    ['2nd address', 'nd_address'],
    ['京都', ''],
    ['a'.repeat(60), 'a'.repeat(40)],
  ])('of “%s” is proposed as “%s”', (name, key) => {
    expect(keyFrom(name)).toBe(key);
  });

  test('that is proposed is always one that is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const key = keyFrom(name);
        expect(key === '' || ATTRIBUTE_KEY.test(key)).toBe(true);
      }),
      { seed },
    );
  });
});

describe('what is typed for an attribute', () => {
  test.each<[AttributeType, string, unknown]>([
    ['text', ' Gold ', 'Gold'],
    ['text', '  ', null],
    ['number', '4,5', 4.5],
    ['number', '-.5', -0.5],
    ['number', '1e9', '1e9'],
    ['number', 'twelve', 'twelve'],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['boolean', '', null],
    ['date', '2026-11-12', '2026-11-12'],
  ])('%s “%s” is read as %j', (type, typed, value) => {
    expect(valueFrom({ type }, typed)).toBe(value);
  });

  test('is a value that fits, or one whose problem is a sentence', () => {
    const types = ['text', 'number', 'boolean', 'date', 'choice'] as const;
    const typed = fc.oneof(fc.string(), fc.constantFrom('1', 'true', '2024-02-29', 'A'));
    fc.assert(
      fc.property(fc.constantFrom(...types), typed, (type, text) => {
        const value = valueFrom({ type }, text);
        if (value === null) return;
        const problem = valueProblem({ name: 'Plan', type, choices: ['A'] }, value);
        expect(problem ?? 'Plan is fine.').toMatch(/Plan.*\.$/s);
      }),
      { seed },
    );
  });
});

describe('changes of a contact', () => {
  const start: Standing = { kind: 'customer', vip: false, labelIds: ['a'], attributes: { x: 1 } };

  test.each<[ContactChange, unknown]>([
    [
      { field: 'kind', from: 'customer', to: 'partner' },
      { ...start, kind: 'partner' },
    ],
    [{ field: 'kind', from: 'creator', to: 'customer' }, 'same'],
    [{ field: 'kind', from: 'creator', to: 'partner' }, 'overtaken'],
    [
      { field: 'vip', to: true },
      { ...start, vip: true },
    ],
    [{ field: 'label', labelId: 'a', on: true }, 'same'],
    [
      { field: 'label', labelId: 'a', on: false },
      { ...start, labelIds: [] },
    ],
    [
      { field: 'label', labelId: 'b', on: true },
      { ...start, labelIds: ['a', 'b'] },
    ],
    [
      { field: 'attribute', key: 'x', from: 1, to: null },
      { ...start, attributes: {} },
    ],
    [
      { field: 'attribute', key: 'y', from: null, to: true },
      { ...start, attributes: { x: 1, y: true } },
    ],
    [{ field: 'attribute', key: 'x', from: 2, to: 3 }, 'overtaken'],
    [{ field: 'attribute', key: 'x', from: 2, to: 1 }, 'same'],
    [
      { field: 'attribute', key: 'constructor', from: null, to: 1 },
      { ...start, attributes: { x: 1, constructor: 1 } },
    ],
  ])('%j', (change, after) => {
    expect(changed(start, change)).toEqual(after);
  });

  test('of different things come to the same in any order', () => {
    const changes = fc.record({
      kind: fc.constantFrom(...contactKinds),
      vip: fc.boolean(),
      labelId: fc.constantFrom('a', 'b', 'c'),
      on: fc.boolean(),
      value: fc.oneof(fc.integer(), fc.constant(null)),
    });
    fc.assert(
      fc.property(changes, ({ kind, vip, labelId, on, value }) => {
        const all: ContactChange[] = [
          { field: 'kind', from: 'customer', to: kind },
          { field: 'vip', to: vip },
          { field: 'label', labelId, on },
          { field: 'attribute', key: 'x', from: 1, to: value },
        ];
        expect(comeTo(start, all.toReversed())).toEqual(comeTo(start, all));
      }),
      { seed },
    );
  });

  function comeTo(from: Standing, changes: readonly ContactChange[]): Standing {
    return changes.reduce((standing, change) => {
      const next = changed(standing, change);
      expect(next).not.toBe('overtaken');
      return typeof next === 'string' ? standing : next;
    }, from);
  }
});

describe('whom another system means', () => {
  test.each([
    ['x:2244994945', { by: 'externalId', network: 'x', externalId: '2244994945' }],
    ['x:@Ana_B', { by: 'handle', network: 'x', handle: 'ana_b' }],
    [
      '0198C8A1-7F00-7000-8000-000000000000',
      { by: 'id', contactId: '0198c8a1-7f00-7000-8000-000000000000' },
    ],
    ['@ana', null],
    ['x:', null],
    ['x:@', null],
    ['x:a/b', null],
    ['x:a b', null],
    ['mail:a@b', null],
  ])('%s', (text, named) => {
    expect(readIdentity(text)).toEqual(named);
  });
});

test('an address asks for some kinds, in one order; for what there is not, all are shown', () => {
  expect(kindsAsked('event,private')).toEqual(['private', 'event']);
  for (const text of [null, '', 'everything']) expect(kindsAsked(text)).toEqual(journeyKinds);
});

test.each([
  ['https://shop.example/a?b=1', 'https://shop.example/a?b=1'],
  ['HTTP://shop.example', 'http://shop.example/'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//shop.example', null],
  ['https://a:b@shop.example', null],
  ['', null],
])('a link to %s leads to %s', (url, link) => {
  expect(safeLink(url)).toBe(link);
});

test('two tellings are the same whatever the order of their data, and others are not', () => {
  const event: OutsideEvent = {
    kind: 'order',
    id: '1',
    at: '2026-11-01T00:00:00.000Z',
    title: 'Order',
    body: null,
    url: null,
    data: { a: 1, b: 'x' },
  };
  const content = contentOf('ana', event);
  expect(contentOf('ana', { ...event, data: { b: 'x', a: 1 } })).toBe(content);
  for (const other of [
    contentOf('bo', event),
    contentOf('ana', { ...event, title: 'Order!' }),
    contentOf('ana', { ...event, data: { a: '1', b: 'x' } }),
    contentOf('ana', { ...event, body: '' }),
  ]) {
    expect(other).not.toBe(content);
  }
});

test('who has waited as long as told has what they asked for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (wanted, left) => {
        const seconds = secondsUntil(wanted, left);
        expect(seconds).toBeGreaterThanOrEqual(1);
        expect(left + seconds * eventBudget.perSecond).toBeGreaterThanOrEqual(wanted - 1e-6);
      },
    ),
    { seed },
  );
});
