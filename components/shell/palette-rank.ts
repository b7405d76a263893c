import { gapsAmong, lettersOf, plainWords } from '@/lib/domain/search/loosely';

type Ranked = { id: string; label: string; words?: string | undefined };

/** How well a text answers what was typed; null when it does not at all. */
export function scoreOf(query: string, text: string): number | null {
  const sought = plainWords(query);
  const given = plainWords(text);
  if (sought === '') return 0;
  if (given.startsWith(sought)) return 100;
  if (given.includes(` ${sought}`)) return 85;
  const words = given.split(' ');
  const parts = sought.split(' ');
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 70;
  if (given.includes(sought)) return 55;
  if (initialsOf(words).startsWith(sought.replaceAll(' ', ''))) return 45;
  const gaps = gapsAmong(lettersOf(sought), given);
  return gaps === null ? null : Math.max(1, 35 - gaps);
}

/** Best first; what was used lately comes before its equals. Without a query the order stays. */
export function rank<T extends Ranked>(
  query: string,
  items: readonly T[],
  recent: readonly string[],
): { item: T; score: number }[] {
  const found = items.flatMap((item) => {
    const score = bestOf(query, item);
    return score === null ? [] : [{ item, score: score + recency(item.id, recent) }];
  });
  return plainWords(query) === '' ? found : found.toSorted((one, other) => other.score - one.score);
}

function bestOf(query: string, { label, words }: Ranked): number | null {
  const byLabel = scoreOf(query, label);
  const byWords = words ? scoreOf(query, words) : null;
  if (byWords === null) return byLabel;
  return Math.max(byLabel ?? 0, byWords - 10);
}

function recency(id: string, recent: readonly string[]): number {
  const at = recent.indexOf(id);
  return at < 0 ? 0 : Math.max(1, 12 - at);
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1)).join('');
}
