import { describe, expect, test } from 'vitest';
import type { Suspect } from './quarantine';
import {
  blockedAmong,
  domainOf,
  likenessOf,
  linksIn,
  MANY_STRANGERS,
  spamSignsOf,
} from './quarantine';

const harmless: Suspect = {
  isStranger: true,
  isVip: false,
  cameByLink: false,
  isPublic: false,
  text: 'Is the caramel back?',
  hasFiles: false,
  alike: 0,
  blocked: [],
  spam: 0,
  words: [],
};

function signs(suspect: Partial<Suspect>): string[] {
  return spamSignsOf({ ...harmless, ...suspect }).map(({ sign }) => sign);
}

describe('what is put aside', () => {
  test('nothing without a sign', () => {
    expect(signs({})).toEqual([]);
  });

  test('for each sign that is enough by itself', () => {
    expect(signs({ blocked: ['pills.example'] })).toEqual(['blocked_domain']);
    expect(signs({ alike: MANY_STRANGERS })).toEqual(['repeated']);
    expect(signs({ alike: MANY_STRANGERS - 1 })).toEqual([]);
    expect(signs({ text: 'https://win.example/1' })).toEqual(['link_only']);
    expect(signs({ spam: 0.9, words: ['click here'] })).toEqual(['words']);
  });

  test('for two that need each other', () => {
    const bare = { isPublic: true, text: '@brand https://win.example/1' };
    expect(signs(bare)).toEqual([]);
    expect(signs({ spam: 0.6, words: ['click here'] })).toEqual([]);
    expect(signs({ ...bare, spam: 0.6, words: ['win'] })).toEqual(['link_only', 'words']);
  });

  test('never whom we know, who matters, or who came by our link', () => {
    const worst = { blocked: ['a.example'], alike: 99, spam: 1, words: ['win'] };
    expect(signs(worst)).toHaveLength(3);
    expect(signs({ ...worst, isStranger: false })).toEqual([]);
    expect(signs({ ...worst, isVip: true })).toEqual([]);
    expect(signs({ ...worst, cameByLink: true })).toEqual([]);
  });

  test('a picture or a post that is shown is no bare link', () => {
    expect(signs({ text: 'https://win.example/1', hasFiles: true })).toEqual([]);
    expect(signs({ text: 'https://x.com/somebody/status/1' })).toEqual([]);
  });
});

test('domains are read from links, and what ends in a blocked one is blocked', () => {
  expect(linksIn('see https://WWW.Shop.example/a?b and http://x.pills.example.')).toEqual([
    'shop.example',
    'x.pills.example',
  ]);
  expect(blockedAmong(['x.pills.example'], ['pills.example'])).toEqual(['pills.example']);
  expect(blockedAmong(['notpills.example'], ['pills.example'])).toEqual([]);
});

test.each([
  ['spam.example', 'spam.example'],
  [' HTTPS://www.Spam.example/path?x#y ', 'spam.example'],
  ['münze.example', 'münze.example'],
  ['spam', null],
  ['a b.example', null],
  ['192.168.1.1', null],
  ['', null],
])('the domain of %j is %j', (typed, domain) => {
  expect(domainOf(typed)).toBe(domain);
});

test('messages are alike for their words, whatever names and numbers stand in them', () => {
  const one = likenessOf('Dear @ana, order 12 Fine Curtains now, our offer ends on Friday!');
  expect(likenessOf('dear @ben: order 99 fine curtains NOW our offer ends on friday')).toBe(one);
  expect(likenessOf('thank you very much')).toBeNull();
  // Scripts that put no space between words are measured by their letters.
  const sale = '本日限り、すべての商品が半額です。今すぐこちらからお申し込みください。';
  expect(likenessOf(`@ana ${sale} 12`)).toBe(likenessOf(sale));
  expect(likenessOf(sale)).not.toBeNull();
  expect(likenessOf('ありがとうございます')).toBeNull();
});
