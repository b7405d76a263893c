import type { PhraseBook } from './phrase-book';
import type { Sign, Signal } from './signal';
import type { Token } from './tokens';

const good: readonly Signal[] = ['praise', 'solved', 'thanks'];
const bad: readonly Signal[] = [
  'broken',
  'late',
  'wrong',
  'money',
  'treatment',
  'anger',
  'letdown',
  'leaving',
];

/** How many words after “not” may be what it denies. */
const REACH = 4;
/** “No problem”, “not bad”, “sin problemas”. */
const harmless =
  /^(?:problems?|issues?|complaints?|worries|trouble|bad|rush|hurry|delays?|problema?s?|problemen|probleme?s?|souci|klachten|kein)$/;

/**
 * Lets what turns a word around do so: “not working” is broken, “no problem” is none, and thanks for trouble
 * are no thanks.
 */
export function turned(signs: readonly Sign[], tokens: readonly Token[], book: PhraseBook): Sign[] {
  const denials = denialsIn(tokens, book);
  const kept = signs.filter((sign) => !denials.some((denial) => takesAway(denial, sign)));
  const found = denials.flatMap(({ sign }) => (sign ? [sign] : []));
  return mocked([...kept, ...found], tokens);
}

type Denial = { from: number; to: number; harmless: boolean; sign: Sign | null };

function takesAway(denial: Denial, { signal, from, to }: Sign): boolean {
  if (from < denial.from || to > denial.to) return false;
  return denial.harmless ? bad.includes(signal) : good.includes(signal) || signal === 'chat';
}

function denialsIn(tokens: readonly Token[], book: PhraseBook): Denial[] {
  const denials: Denial[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const negator = tokens[at];
    if (negator?.kind !== 'word' || !book.negators.has(negator.text)) continue;
    const reach = tokens.slice(at + 1, at + 1 + REACH).filter(({ kind }) => kind === 'word');
    const [next] = reach;
    if (next && harmless.test(next.text)) {
      const { from } = negator;
      denials.push({ from, to: next.to, harmless: true, sign: null });
      continue;
    }
    denials.push(denialOf(negator, reach, book));
  }
  return denials;
}

function denialOf(negator: Token, reach: readonly Token[], book: PhraseBook): Denial {
  const { from } = negator;
  const denied = reach.find(({ text }) => book.deniable.has(text));
  const to = denied?.to ?? negator.to;
  const sign: Sign = denied
    ? { signal: 'broken', weight: 0.7, from, to }
    : { signal: 'negation', weight: 1, from, to };
  return { from, to: reach[1]?.to ?? to, harmless: false, sign };
}

/** “Thanks for ruining my day”: what comes right after it, and is bad, makes the thanks a reproach. */
function mocked(signs: readonly Sign[], tokens: readonly Token[]): Sign[] {
  return signs.map((sign) => {
    if (sign.signal !== 'thanks') return sign;
    const after = tokens.findIndex(({ from }) => from >= sign.to);
    const [link, ...rest] = after === -1 ? [] : tokens.slice(after, after + 5);
    if (!(link && /^(?:for|a|fur|pour|por|per|voor|de)$/.test(link.text))) return sign;
    const end = rest.at(-1)?.to ?? link.to;
    const isReproach = signs.some(
      ({ signal, weight, from, to }) =>
        weight >= 0.7 && from >= link.to && to <= end && bad.includes(signal),
    );
    const nothing = rest[0] && /^(?:nothing|nichts|rien|nada|niente|niks)$/.test(rest[0].text);
    return isReproach || nothing ? { ...sign, signal: 'letdown', weight: 1.2 } : sign;
  });
}
