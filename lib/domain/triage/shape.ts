import type { PhraseBook } from './phrase-book';
import type { Sign, Signal } from './signal';
import type { Token } from './tokens';

const faces: readonly (readonly [Signal, number, RegExp])[] = [
  [
    'letdown',
    0.8,
    /^(?:[😠😡🤬😤😒🙄😑😞😔😟😕🙁☹😣😖😫😩😢😭😥😓😨😱💔👎🖕🤦🤮🤢😷💩😪😧😬😾]|:-?[(/\\|]|:'\()/u,
  ],
  [
    'praise',
    0.7,
    /^(?:[😀😃😄😁😊🙂☺😍😘🥰🤗🤩😎👍👏🙌💪💙💚💛💜🧡❤♥🎉🥳💕💖💗✨⭐🌟👌💯😇😋🤤🏆😻]|<3|:-?[)D]|;-?\))/u,
  ],
  ['chat', 0.7, /^(?:[😂🤣😆😅😜😝😛🤪😏🤔😉👀🎃🎄🎁🎵🎶👋🙏🍷🍺]|:-?[Pp])/u],
];

const badTag =
  /fail|worst|never|sucks?|^#bad|nope|con$|poor|terribl|horribl|awful|disappoint|unhappy|nothappy|angry|annoy|frustrat|scam|thie(?:f|ves)|joke|shame|ripoff|rude|unaccept|not_|^#no(?!w|rth|v|te|m|el)|broken|fix|delay|late$|lost|cancel|boycott|hate|useless|rubbish|pathetic|ridiculous|disgrac|complain|customerservice|badservice|wtf|fedup|sad|stranded/;
const goodTag =
  /love|thank|best|awesome|amazing|great|happy|winning|win$|fan$|yum|excellent|goodservice|impress/;

const amounts = new Set(
  'a,an,one,two,three,four,five,six,seven,eight,nine,ten,few,several,couple,many,some,past,last,over,half,un,una,une,eine,einer,zwei,drei,vier,deux,trois,quatre,dos,tres,cuatro,due,tre,duas,dois,twee,drie,vier,paar,mehrere,seit,desde,depuis,da,sinds,hace,mas,plus,mehr'.split(
    ',',
  ),
);

/** So many words are no mere answer. */
const LENGTHY = 12;

/** What the way in which a message is written speaks for. */
export function shapeOf(tokens: readonly Token[], book: PhraseBook): Sign[] {
  return [
    ...tokens.flatMap((token) => facesAndTags(token)),
    ...spansOfTime(tokens, book),
    ...loudness(tokens),
    ...questions(tokens, book),
    ...telling(tokens),
  ];
}

function facesAndTags(token: Token): Sign[] {
  const { kind, text } = token;
  const sign = (signal: Signal, weight: number): Sign => {
    const { from, to } = token;
    return { signal, weight, from, to };
  };
  if (kind === 'link') return [sign('link', 1)];
  if (kind === 'emoji') {
    const found = faces.find(([, , face]) => face.test(text));
    return found ? [sign(found[0], found[1])] : [];
  }
  if (kind === 'tag') {
    if (badTag.test(text)) return [sign('letdown', 1)];
    return goodTag.test(text) ? [sign('praise', 0.8)] : [];
  }
  return kind === 'mark' && /[$£€]/u.test(text) ? [sign('money', 0.3)] : [];
}

/** “3 weeks”, “two hours”, “for days”. */
function spansOfTime(tokens: readonly Token[], { spans }: PhraseBook): Sign[] {
  return tokens.flatMap((unit, at) => {
    const before = tokens[at - 1];
    if (unit.kind !== 'word') return [];
    if (/^\d+(?:hrs?|mins?|days?|weeks?|wks?|h)$/.test(unit.text)) {
      return [{ signal: 'late', weight: 0.8, from: unit.from, to: unit.to } as const];
    }
    if (!(spans.has(unit.text) && before?.kind === 'word')) return [];
    const counted = /^\d+$/.test(before.text) || amounts.has(before.text) || before.text === 'for';
    if (!counted) return [];
    return [{ signal: 'late', weight: 0.8, from: before.from, to: unit.to } as const];
  });
}

function loudness(tokens: readonly Token[]): Sign[] {
  const marks = tokens.filter(({ kind, text }) => kind === 'mark' && /[?!]{2}/.test(text));
  const loud = tokens.filter((token) => token.loud);
  // Who writes all of it in capitals says no more with one word than with another.
  const shouts = loud.length > 1 && loud.length < 40 ? loud.slice(0, 3) : [];
  return [
    ...marks.map(({ text, from, to }) => ({
      signal: 'shouting' as const,
      weight: text.includes('?') ? 0.9 : 0.5,
      from,
      to,
    })),
    ...shouts.map(({ from, to }) => ({ signal: 'shouting' as const, weight: 0.5, from, to })),
  ];
}

/** A question mark, and a first word with which questions begin; of each the last or the first. */
function questions(tokens: readonly Token[], { askers }: PhraseBook): Sign[] {
  const mark = tokens.findLast(({ kind, text }) => kind === 'mark' && text.includes('?'));
  const words = tokens.filter(({ kind }) => kind === 'word');
  const first = words.slice(0, 3).find(({ text }) => askers.has(text));
  const signs: Sign[] = [];
  if (mark) signs.push({ signal: 'ask', weight: 0.6, from: mark.from, to: mark.to });
  if (first && (mark || words[0] === first)) {
    signs.push({ signal: 'ask', weight: 0.7, from: first.from, to: first.to });
  }
  return signs;
}

/** Who tells at length, and asks for nothing, tells what went wrong. */
function telling(tokens: readonly Token[]): Sign[] {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const asks = tokens.some(({ kind, text }) => kind === 'mark' && text.includes('?'));
  const [first] = words;
  const last = words.at(-1);
  if (!(first && last) || words.length < LENGTHY || asks) return [];
  const weight = words.length < 2 * LENGTHY ? 0.6 : 1;
  return [{ signal: 'telling', weight, from: first.from, to: last.to }];
}
