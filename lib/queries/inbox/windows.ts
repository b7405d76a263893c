import type { Lexeme, Needle } from '@/lib/domain/search/needles';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2020, 0, 1);

/** More pairs of a long text without spaces than these would only cost: what is found is looked at again. */
const MOST_LEXEMES = 6;

/** Many days at once are dear where several words are asked for, so that only what is long ago is asked so. */
const DAYS_AT_ONCE = { near: 4, far: 64 } as const;
const NEAR_WINDOWS = 100;

export type Span = { from: Date; to: Date };

/**
 * What the index of messages is asked, the newest days first: a day, then some more at once. Whoever
 * takes the answers in this order and stops when there are enough has read little of a frequent word.
 */
export function windowsFor(workspaceId: string, needles: readonly Needle[], span: Span): string[] {
  const lexemes = lexemesOf(needles);
  const oldest = dayOf(span.from);
  const windows: string[] = [];
  let size = 1;
  for (let newest = dayOf(span.to); newest >= oldest; ) {
    const days = Array.from(
      { length: Math.min(size, newest - oldest + 1) },
      (_, back) => newest - back,
    );
    const scopes = days.map((day) => `${tenant(workspaceId)}${day}:`);
    windows.push(lexemes.map((lexeme) => anyOf(scopes, lexeme)).join(' & '));
    newest -= days.length;
    const { near, far } = DAYS_AT_ONCE;
    size = Math.min(windows.length < NEAR_WINDOWS ? near : far, size * 2);
  }
  return windows;
}

/** What the index of names and handles is asked. */
export function nameQuery(workspaceId: string, needles: readonly Needle[]): string {
  const scopes = [`${tenant(workspaceId)}p:`];
  return lexemesOf(needles)
    .map((lexeme) => anyOf(scopes, lexeme))
    .join(' & ');
}

/** As `porchlight_scope` begins every word of a workspace. */
function tenant(workspaceId: string): string {
  return workspaceId.slice(-8);
}

function dayOf(date: Date): number {
  return Math.max(0, Math.floor((date.getTime() - FIRST_DAY) / DAY_MS));
}

function lexemesOf(needles: readonly Needle[]): Lexeme[] {
  return needles.flatMap(({ lexemes }) => {
    if (lexemes.length <= MOST_LEXEMES) return lexemes;
    const step = (lexemes.length - 1) / (MOST_LEXEMES - 1);
    return lexemes.filter((_, index) => Math.round(Math.round(index / step) * step) === index);
  });
}

// No quote or backslash can be in it: they stand between words.
function anyOf(scopes: readonly string[], { text, open }: Lexeme): string {
  return `(${scopes.map((scope) => `'${scope}${text}'${open ? ':*' : ''}`).join(' | ')})`;
}
