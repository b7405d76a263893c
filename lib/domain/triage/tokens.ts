import { foldedText } from '../search/fold';

/** A piece of a message as rules see it; `from` and `to` are UTF-16 units of the message. */
export type Token = {
  kind: 'word' | 'mention' | 'link' | 'tag' | 'emoji' | 'mark';
  /** Folded, without apostrophes: “Don’t” is “dont”. */
  text: string;
  from: number;
  to: number;
  /** Written in capitals throughout, three letters at least. */
  loud: boolean;
};

/** Of a longer message the beginning says what it is. */
const MOST_JUDGED = 1_500;

const piece =
  /(?<link>https?:\/\/\S+|www\.\S+|<url>|\{link\})|(?<mention><user>|@\w+)|(?<tag>#[\p{L}\p{N}_]+)|(?<emoji>\p{Extended_Pictographic}\uFE0F?|<3|:-?[()|/\\DPp]|;-?\)|:'\()|(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’´`]|\s'\s?(?=t\b))[\p{L}]+)*)|(?<mark>[?!]+|[$£€])/gu;

const kinds = ['link', 'mention', 'tag', 'emoji', 'word', 'mark'] as const;

/** The pieces of a message in their order. What is left out says nothing. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(0, MOST_JUDGED).matchAll(piece)) {
    const kind = kinds.find((name) => match.groups?.[name] !== undefined) ?? 'mark';
    const [written] = match;
    const last = tokens.at(-1);
    const to = match.index + written.length;
    if (kind === 'word' && last?.kind === 'word' && isTail(written)) {
      // Some write “do n't”, “i 'm” and “it 's” as two.
      last.text += foldWord(written);
      last.to = to;
      continue;
    }
    tokens.push({
      kind,
      text: kind === 'emoji' || kind === 'mark' ? written : foldWord(written),
      from: match.index,
      to,
      loud: kind === 'word' && written.length > 2 && isLoud(written),
    });
  }
  return tokens;
}

function isTail(written: string): boolean {
  return written.length < 5 && /^n['’]?t$/iu.test(written);
}

function isLoud(written: string): boolean {
  return written === written.toUpperCase() && /^\p{Lu}+$/u.test(written);
}

function foldWord(written: string): string {
  return foldedText(written).replaceAll(/['’´`\s]/gu, '');
}
