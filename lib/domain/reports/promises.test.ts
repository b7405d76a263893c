import { expect, test } from 'vitest';
import { pinned } from './address';
import { promisesAsked, promisesSearch, targetKindOf } from './promises';
import { volumeAsked, volumeKindOf, volumeSearch } from './volume';

const by = { now: new Date('2026-03-31T12:00:00Z'), zone: 'Europe/London' };
const id = '018f2f3e-0000-7000-8000-00000000000a';

test.each([
  { days: '7', zone: 'UTC' },
  { from: '2026-01-01', to: '2026-03-31', zone: 'Asia/Tokyo', metric: 'ownership', by: 'label' },
  { days: '28', zone: 'Europe/London', channel: id, team: 'none', member: id, priority: 'urgent' },
  { days: '90', zone: 'UTC', label: 'none', hour: '7-23' },
])('what the address %j asks comes back from it', (given) => {
  expect(Object.fromEntries(promisesSearch(promisesAsked(given, by)))).toEqual(given);
});

test('what is not understood is left out', () => {
  const strange = {
    ...{ days: '8', from: 'x', zone: '+05:00', metric: 'toString', by: 'handle', channel: 'none' },
    ...{ team: "' or 1=1", member: [id], priority: '3', label: '', hour: '8-1' },
  };
  expect(promisesAsked(strange, by)).toEqual(promisesAsked({}, by));
  expect(promisesAsked({}, by)).toEqual({
    ...{ period: { from: '2026-03-04', to: '2026-03-31' }, days: 28, zone: 'Europe/London' },
    ...{ metric: 'first_response', by: 'team' },
    filter: { channel: null, team: null, member: null, priority: null, label: null, hour: null },
  });
  expect(targetKindOf('passwords')).toBe('counted');
  expect(volumeKindOf(null)).toBe('received');
});

test('what a report leads to goes over its days by their dates', () => {
  const search = promisesSearch(pinned(promisesAsked({ days: '7' }, by)));
  expect(Object.fromEntries(search)).toEqual({
    ...{ from: '2026-03-25', to: '2026-03-31', zone: 'Europe/London' },
  });
  const volume = { days: '90', zone: 'UTC', channel: id };
  expect(Object.fromEntries(volumeSearch(volumeAsked(volume, by)))).toEqual(volume);
});
