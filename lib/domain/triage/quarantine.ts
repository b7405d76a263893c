import { foldedText } from '../search/fold';
import { UNSPACED } from '../search/letters';

/** Why a conversation was put aside without a person. */
const spamSigns = ['repeated', 'link_only', 'blocked_domain', 'words'] as const;
export type SpamSign = (typeof spamSigns)[number];

/** What was seen, with the text or domain that showed it, and when. */
export type Quarantine = {
  signs: readonly { sign: SpamSign; shown: string }[];
  /** ISO instant. */
  at: string;
};

/** What is known of whoever wrote, and of their message, when it is asked whether it is spam. */
export type Suspect = {
  /** Nobody here ever wrote to them, and nothing else of theirs is in the inbox. */
  isStranger: boolean;
  isVip: boolean;
  /** They came by one of our own links. */
  cameByLink: boolean;
  isPublic: boolean;
  text: string;
  hasFiles: boolean;
  /** From how many other strangers the same text came within a day. */
  alike: number;
  /** Those of the blocked domains that its links lead to. */
  blocked: readonly string[];
  /** How strongly it reads like spam, 0 to 1, and the words that do. */
  spam: number;
  words: readonly string[];
};

/** From so many others the same text is a mailing. */
export const MANY_STRANGERS = 3;
/** From here on words alone are enough. */
const SURELY_SPAM = 0.8;
/** From here on words are a sign beside another. */
const LIKELY_SPAM = 0.5;

/**
 * The signs for which a first message is put aside; none when it stays. Each weighs two or one, and two are
 * needed: a blocked domain, the same text from many, or words that leave no doubt are enough by themselves, as is
 * nothing but a link in private. A bare link in public and suspicious words need each other.
 * Whom we know, who matters, and who came by our own link is never put aside.
 */
export function spamSignsOf(suspect: Suspect): Quarantine['signs'] {
  const { isStranger, isVip, cameByLink } = suspect;
  if (!isStranger || isVip || cameByLink) return [];
  const found = weighed(suspect);
  const sum = found.reduce((total, { weight }) => total + weight, 0);
  return sum < 2 ? [] : found.map(({ sign, shown }) => ({ sign, shown }));
}

type Weighed = Quarantine['signs'][number] & { weight: 1 | 2 };

function weighed({ text, alike, blocked, spam, words, ...suspect }: Suspect): Weighed[] {
  const links = linksIn(text);
  const found: Weighed[] = blocked.map((shown) => ({ sign: 'blocked_domain', shown, weight: 2 }));
  if (alike >= MANY_STRANGERS) {
    found.push({ sign: 'repeated', shown: `${alike + 1}`, weight: 2 });
  }
  if (isOnlyLinks(text) && !suspect.hasFiles && !links.every(isNetworksOwn)) {
    found.push({ sign: 'link_only', shown: links.join(', '), weight: suspect.isPublic ? 1 : 2 });
  }
  if (spam >= LIKELY_SPAM && words.length > 0) {
    const weight = spam >= SURELY_SPAM ? 2 : 1;
    found.push({ sign: 'words', shown: words.join(', '), weight });
  }
  return found;
}

const link = /(?:https?:\/\/|www\.)([\p{L}\p{N}.-]+)\S*/giu;

/** The domains that the links of a text lead to, in lower case, each once. */
export function linksIn(text: string): string[] {
  const hosts = [...text.matchAll(link)].map(([, host = '']) => hostOf(host));
  return [...new Set(hosts.filter((host) => host.includes('.')))];
}

function hostOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/[.-]+$/, '');
}

/** A post that somebody shows us is no advertisement. */
function isNetworksOwn(host: string): boolean {
  return /(?:^|\.)(?:x\.com|twitter\.com|t\.co|bsky\.app|instagram\.com|facebook\.com)$/.test(host);
}

function isOnlyLinks(text: string): boolean {
  const rest = text.replaceAll(link, ' ').replaceAll(/@\w+/g, ' ');
  return linksIn(text).length > 0 && !/[\p{L}\p{N}]/u.test(rest);
}

/** Which of these domains a host belongs to. */
export function blockedAmong(hosts: readonly string[], domains: readonly string[]): string[] {
  return domains.filter((domain) =>
    hosts.some((host) => host === domain || host.endsWith(`.${domain}`)),
  );
}

/** A domain as it is kept, from what somebody typed or pasted; null when it is none. */
export function domainOf(typed: string): string | null {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '')
    .replace(/\.$/, '');
  const labels = host.split('.');
  const isDomain =
    labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}-]{1,63}$/u.test(label));
  return isDomain && host.length <= 253 && /\p{L}/u.test(labels.at(-1) ?? '') ? host : null;
}

/** Shorter than this many people say without knowing of each other. */
const LEAST_WORDS = 6;
const LEAST_LETTERS = 30;
/** Of scripts that put no space between words, of which a letter says more. */
const LEAST_SPACELESS = 20;
const unspacedLetters = new RegExp(`[${UNSPACED}]`, 'gu');

/**
 * What all messages have in common that say the same: their words without case, accents, names, numbers and
 * marks. Null for what is so short that anybody might say it.
 */
export function likenessOf(text: string): string | null {
  const words = foldedText(text.slice(0, 2_000))
    .replaceAll(/@\w+/g, ' ')
    .replaceAll(/[^\p{L}\s./:]+/gu, ' ')
    .replaceAll(/[\s./:]+/g, ' ')
    .trim();
  const unspaced = words.match(unspacedLetters)?.length ?? 0;
  const isLong =
    unspaced * 2 > words.length
      ? unspaced >= LEAST_SPACELESS
      : words.length >= LEAST_LETTERS && words.split(' ').length >= LEAST_WORDS;
  return isLong ? words : null;
}
