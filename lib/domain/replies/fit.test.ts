import { describe, expect, it, test } from 'vitest';
import { tooLong, versionFor, whyNotThere, wordsOf } from './fit';
import type { ReplyMedia } from './reply';

const picture: ReplyMedia = {
  fileId: 'f',
  kind: 'image',
  name: 'tub.png',
  mimeType: 'image/png',
  size: 1,
  width: 1,
  height: 1,
  sha256: 'a',
};

const version = (language: string, media: ReplyMedia[] = []) => ({
  language,
  body: `Words in ${language}`,
  allowance: 'locked' as const,
  media,
});

const reply = {
  channelIds: [] as string[],
  sourceLanguage: 'en',
  versions: [version('de'), version('en'), version('pt-BR')],
};
const place = { channelId: 'c', language: 'de', channelLanguage: 'en', inPublic: false };

describe('the language of a reply', () => {
  it('is the conversation’s, then the channel’s, then the one it was written in', () => {
    expect(versionFor(reply, place)?.language).toBe('de');
    expect(versionFor(reply, { language: 'pt', channelLanguage: 'en' })?.language).toBe('pt-BR');
    expect(versionFor(reply, { language: 'ja', channelLanguage: 'de' })?.language).toBe('de');
    expect(versionFor(reply, { language: null, channelLanguage: 'ja' })?.language).toBe('en');
  });

  it('is the one that somebody wants, if it is there', () => {
    expect(versionFor(reply, place, 'en')?.language).toBe('en');
    expect(versionFor(reply, place, 'fr')?.language).toBe('de');
  });
});

describe('what cannot be used says why', () => {
  it('is for other channels', () => {
    expect(whyNotThere({ ...reply, channelIds: ['other'] }, place)).toBe('For other channels only');
    expect(whyNotThere({ ...reply, channelIds: ['other', 'c'] }, place)).toBeNull();
  });

  it('has a file that a public reply cannot take along', () => {
    const pictured = { ...reply, versions: [version('de', [picture]), version('en')] };
    expect(whyNotThere(pictured, place)).toBeNull();
    expect(whyNotThere(pictured, { ...place, inPublic: true })).toMatch(/words only/);
    expect(whyNotThere(pictured, { ...place, inPublic: true, language: 'en' })).toBeNull();
  });

  it('is published in no language', () => {
    expect(whyNotThere({ ...reply, versions: [] }, place)).toBe('Published in no language');
  });

  it('is too long', () => {
    expect(tooLong(1)).toBe('1 character too long for a public reply');
    expect(tooLong(12)).toBe('12 characters too long for a public reply');
  });
});

test('its words are filled in, and what is not known is named', () => {
  const { text, missing } = wordsOf(
    { body: 'Hello {{contact.first_name|there}}, {{attribute.city}}.', allowance: 'locked' },
    {},
  );
  expect(text).toBe('Hello there, {{attribute.city}}.');
  expect(missing).toEqual(['attribute.city']);
});
