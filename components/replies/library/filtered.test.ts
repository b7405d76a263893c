import { expect, test } from 'vitest';
import type { LanguageLine, LibraryLine } from '@/lib/queries/replies/views';
import type { Asked } from './filtered';
import { filtered, foldersOf, indexed, ownersOf } from './filtered';

const now = Date.parse('2026-11-29T12:00:00Z');
const english: LanguageLine = {
  language: 'en',
  published: { versionId: 'v', number: 1, validUntil: null },
  next: null,
  ended: null,
  stale: false,
};
const line = (key: string, more: Partial<LibraryLine> = {}): LibraryLine => ({
  id: key,
  key,
  title: key,
  folder: '',
  purpose: 'answer',
  risk: 'low',
  owner: { id: 's', name: 'Sunniva' },
  channels: [],
  sourceLanguage: 'en',
  languages: [english],
  due: null,
  sent30: 0,
  archived: false,
  ...more,
});
const everything: Asked = { typed: '', folder: null, standing: 'all', ownerId: null };
const draft = { versionId: 'w', number: 2, state: 'draft', scheduledFor: null } as const;

const lines = [
  line('late', { title: 'Delivery is late', folder: 'Orders' }),
  line('cafe', { title: 'Café hours', owner: { id: 'l', name: 'Lena' } }),
  line('refund', { languages: [{ ...english, next: draft }] }),
  line('gift', { languages: [{ ...english, next: { ...draft, state: 'in_review' } }] }),
  line('sale', {
    languages: [
      {
        ...english,
        published: null,
        next: { ...draft, state: 'approved', scheduledFor: '2026-12-01T00:00:00Z' },
      },
    ],
  }),
  line('soon', { due: { at: '2026-12-05T00:00:00Z', for: 'end' } }),
  line('later', { due: { at: '2027-03-05T00:00:00Z', for: 'end' } }),
  line('german', { languages: [english, { ...english, language: 'de', stale: true }] }),
  line('gone', { archived: true }),
];

const found = (asked: Partial<Asked>) =>
  filtered(indexed(lines), { ...everything, ...asked }, now).map(({ key }) => key);

test('everything is all but what is archived', () => {
  expect(found({})).toEqual(lines.slice(0, -1).map(({ key }) => key));
  expect(found({ standing: 'archived' })).toEqual(['gone']);
});

test.each([
  ['draft', ['refund']],
  ['in_review', ['gift']],
  ['scheduled', ['sale']],
  ['unused', ['sale']],
  ['ending', ['soon']],
  ['stale', ['german']],
] as const)('%s are those that stand so', (standing, keys) => {
  expect(found({ standing })).toEqual(keys);
});

test('words are looked for in key, title, folder and owner, without accents and case', () => {
  expect(found({ typed: 'CAFE hours' })).toEqual(['cafe']);
  expect(found({ typed: 'orders late' })).toEqual(['late']);
  expect(found({ typed: '/late' })).toEqual(['late', 'later']);
  expect(found({ typed: 'lena' })).toEqual(['cafe']);
});

test('folder and owner narrow it, and no folder is one too', () => {
  expect(found({ folder: 'Orders' })).toEqual(['late']);
  expect(found({ folder: '', ownerId: 'l' })).toEqual(['cafe']);
});

test('folders and owners are told once each', () => {
  expect(foldersOf(lines)).toEqual([
    { name: '', count: 7 },
    { name: 'Orders', count: 1 },
  ]);
  expect(ownersOf(lines).map(({ name }) => name)).toEqual(['Lena', 'Sunniva']);
});
