import { describe, expect, it } from 'vitest';
import { repliesLike, shelfOf } from './rank';

type Values = {
  title?: string;
  body?: string;
  sentFor?: Record<string, number>;
  lastSentAt?: string | null;
};

function reply(
  key: string,
  { title = key, body = '', sentFor = {}, lastSentAt = null }: Values = {},
) {
  return { key, title, versions: [{ body }], sentFor, lastSentAt };
}

const keys = (replies: readonly { key: string }[]) => replies.map(({ key }) => key);

const library = [
  reply('refund-started', { title: 'Refund started', body: 'It takes two working days.' }),
  reply('melt', { title: 'It arrived melted', body: 'A new tub is on its way.' }),
  reply('melted-next-day', { title: 'A new tub tomorrow', body: 'We are sorry.' }),
  reply('crème', { title: 'Crème brûlée is back', body: 'In every store since the refund.' }),
  reply('heatwave', { title: 'Heatwave pause', body: 'We wait, so that nothing melts.' }),
];
const find = (typed: string) => keys(repliesLike(shelfOf(library, null), typed));

describe('what the letters after a slash find', () => {
  it('is the key itself, then keys that begin so, then words of the title, then of the text', () => {
    expect(find('melt')).toEqual(['melt', 'melted-next-day', 'heatwave']);
    expect(find('refund')).toEqual(['refund-started', 'crème']);
    expect(find('tub')).toEqual(['melted-next-day', 'melt']);
  });

  it('has words in any order, of the title and of the key', () => {
    expect(find('day melted')).toEqual(['melted-next-day']);
    expect(find('arrived it')).toEqual(['melt']);
  });

  it('asks for no accents and no capitals', () => {
    expect(find('CREME')).toEqual(['crème']);
    expect(find('brulee')).toEqual(['crème']);
  });

  it('forgives letters that were left out of a name', () => {
    expect(find('rfnd')).toEqual(['refund-started']);
    expect(find('zq')).toEqual([]);
  });

  it('is everything where nothing was typed, and nothing where only signs were', () => {
    expect(find('')).toHaveLength(library.length);
    expect(find('?!')).toEqual([]);
  });

  it('is nothing where a sentence goes on after a slash, though a text has its words', () => {
    expect(find('two')).toEqual(['refund-started']);
    expect(find('two working days')).toEqual([]);
  });
});

describe('the order among equals', () => {
  const used = [
    reply('a-never'),
    reply('b-long-ago', { sentFor: { praise: 2 }, lastSentAt: '2026-10-01T10:00:00.000000Z' }),
    reply('c-lately', { sentFor: { praise: 2 }, lastSentAt: '2026-11-01T10:00:00.000000Z' }),
    reply('d-often', {
      sentFor: { question: 40, '': 2 },
      lastSentAt: '2026-09-01T10:00:00.000000Z',
    }),
    reply('e-for-this', { sentFor: { complaint: 3 }, lastSentAt: '2026-08-01T10:00:00.000000Z' }),
    reply('f-never'),
  ];

  it('is by use for the intent, then by all use, then by when it was last sent, then by key', () => {
    expect(keys(repliesLike(shelfOf(used, 'complaint'), ''))).toEqual([
      'e-for-this',
      'd-often',
      'c-lately',
      'b-long-ago',
      'a-never',
      'f-never',
    ]);
  });

  it('asks for no intent where none is known', () => {
    expect(keys(repliesLike(shelfOf(used, null), '')).slice(0, 2)).toEqual([
      'd-often',
      'e-for-this',
    ]);
  });

  it('never goes before what fits better', () => {
    const fits = [reply('melted', { sentFor: { complaint: 90 } }), reply('melt')];
    expect(keys(repliesLike(shelfOf(fits, 'complaint'), 'melt'))).toEqual(['melt', 'melted']);
  });
});
