import type { TemplateProblem } from '@/lib/domain/replies/template';

/** A stretch of a body as it is tinted behind the field. */
export type Piece = {
  text: string;
  /** Where it begins, in UTF-16 units. */
  from: number;
  locked: boolean;
  variable: boolean;
  wrong: boolean;
};

type Range = { from: number; to: number };

/** A body in pieces: locked parts with their brackets, variables with their braces, and what is wrong. */
export function piecesOf(body: string, problems: readonly TemplateProblem[]): Piece[] {
  const variables = rangesOf(body, /\{\{[^{}\n]*\}\}/g);
  const locked = rangesOf(body, /\[\[[\s\S]*?(?:\]\]|$)/g);
  // What is wrong with the whole of it is told under the field and tints nothing.
  const wrong = problems.filter(({ from, to }) => to > from && !(from === 0 && to === body.length));
  const edges = new Set([0, body.length]);
  for (const { from, to } of [...variables, ...locked, ...wrong]) {
    edges.add(from);
    edges.add(Math.min(to, body.length));
  }
  const places = [...edges].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, index) => {
    const inside = (range: Range) => range.from <= from && from < range.to;
    return {
      text: body.slice(from, places[index + 1]),
      from,
      locked: locked.some(inside),
      variable: variables.some(inside),
      wrong: wrong.some(inside),
    };
  });
}

function rangesOf(body: string, pattern: RegExp): Range[] {
  return [...body.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }));
}
