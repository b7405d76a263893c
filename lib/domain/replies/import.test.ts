import { describe, expect, it, test } from 'vitest';
import { csvOf } from '../csv';
import { judgeImport } from './import';
import type { ImportLibrary } from './import-reply';
import type { ImportColumn } from './import-table';
import { importColumns, mostImportBytes } from './import-table';

const words = {
  body: 'Thank you. [[We answer within a day.]]',
  allowance: 'locked',
  ...{ validFrom: null, validUntil: null, reviewBy: null },
} as const;

const library: ImportLibrary = {
  now: new Date('2026-11-29T12:00:00Z'),
  variables: ['contact.first_name', 'channel.handle'],
  limit: 10_000,
  channels: [
    { id: 'c1', handle: 'saltedcaramel', network: 'x' },
    { id: 'c2', handle: 'help', network: 'x' },
    { id: 'c3', handle: 'help', network: 'bluesky' },
  ],
  replies: new Map([
    [
      'thanks',
      {
        ...{ title: 'Thank you', folder: 'Greetings', purpose: 'acknowledge', risk: 'low' },
        ...{ channelIds: ['c1'], sourceLanguage: 'en', archived: false },
        languages: new Map([
          ['en', { open: null, words }],
          ['de', { open: { author: 'Sunniva', state: 'draft' }, words }],
          ['fr', { open: { author: 'Lena', state: 'in_review' }, words }],
          ['pt', { open: { author: 'Lena', state: 'draft' }, words: { ...words, body: 'Olá {{' } }],
          ['es', { open: null, words: { ...words, validUntil: '2026-01-01T00:00:00.000Z' } }],
        ]),
      },
    ],
    [
      'old',
      {
        ...{ title: 'Old', folder: '', purpose: 'answer', risk: 'low' },
        ...{ channelIds: [], sourceLanguage: 'en', archived: true, languages: new Map() },
      },
    ],
  ]),
};

type Row = Partial<Record<ImportColumn, string>>;

const right: Row = {
  ...{ key: 'refund', title: 'Refund', folder: 'Money', purpose: 'answer', risk: 'low' },
  ...{ channels: 'saltedcaramel', source_language: 'en', language: 'en', allowance: 'free' },
  body: 'You have it back in five days, {{contact.first_name|friend}}.',
};
const columns = importColumns.slice(0, 13);
const german = { ...right, language: 'de', body: 'In fünf Tagen.' };
const known: Row = { key: 'thanks', language: 'it', body: 'Grazie.' };

function tableOf(rows: readonly Row[]): string {
  return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))]);
}

function judge(rows: readonly Row[]) {
  return judgeImport('csv', tableOf(rows), library);
}

/** Row by row: what is wrong, in which column it is told, and its sentence. */
type WrongRow = [kind: string, rows: Row[], line: number, column: ImportColumn, says: string];
const wrongRows: WrongRow[] = [
  ['no key', [{ ...right, key: '' }], 2, 'key', 'Write a key'],
  ['a key with capitals', [{ ...right, key: 'Refund' }], 2, 'key', 'lower-case letters'],
  ['a key with spaces', [{ ...right, key: 're fund' }], 2, 'key', 'lower-case letters'],
  ['a long key', [{ ...right, key: 'r'.repeat(41) }], 2, 'key', 'has 41 characters; 40 fit'],
  ['another title', [right, { ...german, title: 'No' }], 3, 'title', 'Line 2 says another title'],
  ['another folder', [right, { ...german, folder: 'No' }], 3, 'folder', 'another folder'],
  ['another purpose', [right, { ...german, purpose: 'legal' }], 3, 'purpose', 'another purpose'],
  ['another risk', [right, { ...german, risk: 'high' }], 3, 'risk', 'Line 2 says another risk'],
  ['other channels', [right, { ...german, channels: 'x/help' }], 3, 'channels', 'list of channels'],
  [
    'another source',
    [right, { ...german, source_language: 'de' }],
    3,
    'source_language',
    'another source language',
  ],
  ['no title', [{ ...right, title: '' }], 2, 'title', 'Write a title'],
  ['a long title', [{ ...right, title: 't'.repeat(81) }], 2, 'title', 'has 81 characters; 80 fit'],
  ['a long folder', [{ ...right, folder: 'f'.repeat(61) }], 2, 'folder', 'has 61 characters'],
  ['a title that turns', [{ ...right, title: 'a\u202eb' }], 2, 'title', 'turns the direction'],
  ['no purpose', [{ ...right, purpose: '' }], 2, 'purpose', 'Write what it is for'],
  ['an unknown purpose', [{ ...right, purpose: 'fun' }], 2, 'purpose', 'There is no purpose “fun”'],
  ['no risk', [{ ...right, risk: '' }], 2, 'risk', 'Write its risk'],
  ['an unknown risk', [{ ...right, risk: 'mid' }], 2, 'risk', 'Write low or high'],
  [
    'an unknown allowance',
    [{ ...right, allowance: 'some' }],
    2,
    'allowance',
    'Write exact, locked or free',
  ],
  ['no language', [{ ...right, language: '' }], 2, 'language', 'Write the language'],
  ['no code of a language', [{ ...right, language: 'English' }], 2, 'language', 'is no code'],
  [
    'an unknown language',
    [{ ...right, language: 'xx' }],
    2,
    'language',
    'No language has the code',
  ],
  [
    'an unknown source',
    [{ ...right, source_language: 'EN' }],
    2,
    'source_language',
    '“EN” is no code',
  ],
  ['no source', [german], 2, 'source_language', 'No row has the words of “refund” in en'],
  [
    'a source that nobody named',
    [
      { ...right, source_language: '' },
      { ...german, source_language: '' },
    ],
    2,
    'source_language',
    'comes in more than one language',
  ],
  [
    'a source that is wrong',
    [{ ...right, body: '' }, german],
    3,
    'source_language',
    'Line 2 has the words that this is a translation of',
  ],
  ['an unknown channel', [{ ...right, channels: '@nope' }], 2, 'channels', 'no channel “@nope”'],
  ['a handle of two', [{ ...right, channels: 'help' }], 2, 'channels', 'Write x/help or bluesky/'],
  ['no words', [{ ...right, body: ' ' }], 2, 'body', 'Write the words of the reply'],
  ['too many words', [{ ...right, body: 'a'.repeat(10_001) }], 2, 'body', '10000 fit into'],
  ['braces that do not end', [{ ...right, body: 'Hi {{contact' }], 2, 'body', 'Write }} behind'],
  ['braces that close nothing', [{ ...right, body: 'Hi }}' }], 2, 'body', 'braces close nothing'],
  ['an unknown variable', [{ ...right, body: 'Hi {{x}}' }], 2, 'body', 'Nothing is called x'],
  [
    'a variable without a name',
    [{ ...right, body: 'Hi {{}}' }],
    2,
    'body',
    'Name what is filled in',
  ],
  [
    'brackets that do not end',
    [{ ...right, allowance: 'locked', body: '[[a' }],
    2,
    'body',
    'Write ]] behind',
  ],
  [
    'brackets in brackets',
    [{ ...right, allowance: 'locked', body: '[[a [[b]]' }],
    2,
    'body',
    'cannot begin inside another',
  ],
  [
    'brackets that close nothing',
    [{ ...right, body: 'a ]]' }],
    2,
    'body',
    'brackets close nothing',
  ],
  ['nothing locked', [{ ...right, allowance: 'locked' }], 2, 'body', 'Nothing is locked'],
  ['locked in free', [{ ...right, body: '[[a]]' }], 2, 'body', 'nothing in it can be locked'],
  ['no date', [{ ...right, valid_from: 'soon' }], 2, 'valid_from', '“soon” is no date'],
  ['a day that is not', [{ ...right, review_by: '2026-02-30' }], 2, 'review_by', 'is no date'],
  ['no zone', [{ ...right, valid_from: '2026-12-24 09:00' }], 2, 'valid_from', 'in which zone'],
  [
    'a day alone',
    [{ ...right, review_by: '2026-12-24' }],
    2,
    'review_by',
    '2026-12-24T09:00+01:00',
  ],
  [
    'no such time',
    [{ ...right, valid_from: '2026-12-24T29:00Z' }],
    2,
    'valid_from',
    'no such time',
  ],
  [
    'an end before the beginning',
    [{ ...right, valid_from: '2027-02-01T00:00Z', valid_until: '2027-01-01T00:00Z' }],
    2,
    'valid_from',
    'after it has ended',
  ],
  [
    'an end that is over',
    [{ ...right, valid_until: '2026-11-29T12:59+01:00' }],
    2,
    'valid_until',
    'over already',
  ],
  ['a repeated row', [right, { ...right }], 3, 'language', 'is there already: line 2'],
  ['an unseen character', [{ ...right, body: 'a\u0007b' }], 2, 'body', 'that nobody can see'],
  ['letters that are lost', [{ ...right, body: 'f\uFFFDnf' }], 2, 'body', 'Save the file as UTF-8'],
  [
    'what a spreadsheet broke',
    [{ ...right, body: '#NAME?' }],
    2,
    'body',
    'made #NAME? of this cell',
  ],
  ['a title that is otherwise here', [{ ...known, title: 'T' }], 2, 'title', 'here: “Thank you”'],
  ['a folder that is otherwise here', [{ ...known, folder: 'F' }], 2, 'folder', 'another folder'],
  ['a purpose that is otherwise here', [{ ...known, purpose: 'offer' }], 2, 'purpose', 'here'],
  ['a risk that is otherwise here', [{ ...known, risk: 'high' }], 2, 'risk', 'another risk here'],
  ['channels that are otherwise here', [{ ...known, channels: 'x/help' }], 2, 'channels', 'here'],
  [
    'a source that is otherwise here',
    [{ ...known, source_language: 'it' }],
    2,
    'source_language',
    'here: “en”',
  ],
  ['an archived reply', [{ ...known, key: 'old' }], 2, 'key', 'is archived'],
  [
    'somebody’s draft',
    [{ ...known, language: 'de' }],
    2,
    'language',
    'Sunniva is writing “thanks”',
  ],
  ['a review', [{ ...known, language: 'fr' }], 2, 'language', 'by Lena waits for a review'],
];

/** What is told of a whole file, or of a row without a column. */
const header = columns.join(',');
const wrongFiles: [
  kind: string,
  format: 'csv' | 'json',
  text: string,
  line: number,
  says: string,
][] = [
  ['nothing', 'csv', ' \n', 0, 'This file is empty'],
  ['too much', 'csv', 'ä'.repeat(mostImportBytes / 2 + 1), 0, 'more than 5 MB'],
  ['no rows', 'csv', `${header}\n`, 0, 'no row below'],
  ['too many rows', 'csv', `${header}\n${'a\n'.repeat(5_001)}`, 0, 'has 5001 rows; 5000 fit'],
  ['no key column', 'csv', 'language,body\nen,a', 1, 'The column “key” is missing'],
  ['an unknown column', 'csv', 'key,language,body,x\na,en,a,', 1, 'no column “x”'],
  ['a column without a name', 'csv', 'key,language,body,\na,en,a,', 1, 'Column 4 has no name'],
  ['a column twice', 'csv', 'key,language,body,key\na,en,a,', 1, 'The column “key” is there twice'],
  ['a quote that never ends', 'csv', 'key,language,body\na,en,"a', 2, 'begins a cell on line 2'],
  ['too many cells', 'csv', 'key,language,body\na,en,b,c', 2, 'has 4 cells and the first line 3'],
  ['too few cells', 'csv', 'key,language,body\na,en', 2, 'has only 2 of 3 cells'],
  ['no JSON', 'json', '{', 0, 'This is not JSON'],
  ['no list', 'json', '{}', 0, 'Write the replies as a list'],
  ['an empty list', 'json', '[]', 0, 'This list is empty'],
  ['too many entries', 'json', JSON.stringify(Array(5_001).fill(0)), 0, '5001 rows'],
  ['no object', 'json', '["a"]', 1, 'This entry is no object'],
  ['an unknown field', 'json', '[{"key":"a","language":"en","body":"a","x":1}]', 1, 'no field “x”'],
  ['a missing field', 'json', '[{"key":"a","language":"en"}]', 1, 'The field “body” is missing'],
  ['another type', 'json', '[{"key":1,"language":"en","body":"a"}]', 1, '“key” as text'],
  [
    'channels as text',
    'json',
    '[{"key":"a","language":"en","body":"a","channels":"b"}]',
    1,
    '“channels” as a list of handles',
  ],
  [
    'a number as text',
    'json',
    '[{"key":"a","language":"en","body":"a","number":"1"}]',
    1,
    '“number” as a number',
  ],
];

describe('a row that is wrong', () => {
  test.each(wrongRows)('says so: %s', (...[, rows, line, column, says]) => {
    const { problems, drafts, refused } = judge(rows);
    expect(problems).toContainEqual(
      expect.objectContaining({ line, column, message: expect.stringContaining(says) }),
    );
    expect(problems.every(({ message }) => /[.!?)]$/.test(message))).toBe(true);
    expect(drafts.length + refused).toBe(rows.length);
  });

  test.each(wrongFiles)('says so of the file: %s', (...[, format, text, line, says]) => {
    const { problems, drafts } = judgeImport(format, text, library);
    expect(problems).toContainEqual(
      expect.objectContaining({ line, message: expect.stringContaining(says) }),
    );
    expect(drafts).toEqual([]);
  });

  it('says all that is wrong with it at once, and keeps no other row out', () => {
    const { problems, drafts, refused } = judge([
      { ...right, purpose: 'fun', valid_from: 'soon', body: '{{' },
      { ...right, key: 'other' },
    ]);
    expect(problems.map(({ column }) => column)).toEqual(['purpose', 'valid_from', 'body']);
    expect(drafts.map(({ key }) => key)).toEqual(['other']);
    expect(refused).toBe(1);
  });

  it('has a sentence of its own for each kind', () => {
    const said = new Set([...wrongRows.map((row) => row[4]), ...wrongFiles.map((file) => file[4])]);
    expect(said.size).toBeGreaterThan(60);
  });
});

describe('a row that is right', () => {
  it('begins a reply, and its translations are drafts of the same', () => {
    const judged = judge([german, right]);
    expect(judged.problems).toEqual([]);
    expect(judged.replies).toEqual([
      {
        ...{ key: 'refund', title: 'Refund', folder: 'Money', purpose: 'answer', risk: 'low' },
        ...{ channelIds: ['c1'], sourceLanguage: 'en' },
      },
    ]);
    expect(judged.drafts.map(({ language }) => language)).toEqual(['de', 'en']);
  });

  it('needs only its key, its language and its words where the reply is here', () => {
    const { drafts, replies, problems } = judgeImport(
      'csv',
      '\uFEFFkey;language;body\r\nthanks;it;"Grazie [[mille]];\r\na domani"\r\n',
      library,
    );
    expect({ problems, replies }).toEqual({ problems: [], replies: [] });
    expect(drafts).toEqual([
      {
        ...{ key: 'thanks', language: 'it', allowance: 'locked' },
        body: 'Grazie [[mille]];\na domani',
        ...{ validFrom: null, validUntil: null, reviewBy: null },
      },
    ]);
  });

  it('says nothing new when the words are those that are here, even if they are over or not finished', () => {
    const { body } = words;
    const { unchanged, warnings, problems } = judge([
      { key: 'thanks', language: 'en', body },
      { key: 'thanks', language: 'de', body },
      { key: 'thanks', language: 'pt', body: 'Olá {{', allowance: 'locked' },
      { key: 'thanks', language: 'es', body, valid_until: '2026-01-01T01:00+01:00' },
    ]);
    expect(problems).toEqual([]);
    expect(unchanged).toBe(4);
    expect(warnings[0]?.message).toBe('The words are the same: nothing to do.');
  });

  it('is read as it was before it was kept from being run as a formula', () => {
    const { drafts, warnings } = judge([{ ...right, body: '=)' }]);
    expect(drafts[0]?.body).toBe('=)');
    expect(warnings[0]?.message).toContain('is taken off');
  });

  it('may be an entry of a list', () => {
    const entry = { ...right, channels: ['saltedcaramel'], valid_from: null, number: 3 };
    const { problems, replies } = judgeImport('json', JSON.stringify([entry]), library);
    expect(problems).toEqual([]);
    expect(replies).toHaveLength(1);
  });
});
