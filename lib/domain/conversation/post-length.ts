/** How long a public post may be, in the weight that its network counts. */
export const postLimit = 280;

/** Each link weighs so much, however long it is. */
const LINK = 23;

/** How long an invitation may be: its button is a link that the network may count, after a space. */
export const invitationLimit = postLimit - LINK - 1;

/** Signs of scripts that X counts once; all others, and each emoji as a whole, count twice. */
const isNarrow = (code: number) =>
  code <= 0x10ff ||
  (code >= 0x2000 && code <= 0x200d) ||
  (code >= 0x2010 && code <= 0x201f) ||
  (code >= 0x2032 && code <= 0x2037);

/** Built as the code runs: its flag is younger than the syntax that this code is written in. */
const anEmoji = '\\p{RGI_Emoji}';
const emoji = new RegExp(anEmoji, 'v');
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A stretch of a text that is a link: from and to, in UTF-16 units. */
export type Stretch = { start: number; end: number };

/**
 * What a text weighs as a post, for whoever writes it; `links` are found by the caller. The server counts
 * again with the network's own rules before it takes it.
 */
export function postWeight(text: string, links: readonly Stretch[] = []): number {
  let weight = links.length * LINK;
  let from = 0;
  for (const { start, end } of [...links, { start: text.length, end: text.length }]) {
    weight += wordsWeight(text.slice(from, start).normalize('NFC'));
    from = end;
  }
  return weight;
}

function wordsWeight(text: string): number {
  let weight = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (emoji.test(segment)) weight += 2;
    else for (const sign of segment) weight += isNarrow(sign.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return weight;
}
