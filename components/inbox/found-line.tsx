'use client';
'use no memo'; // Drawn as a whole or not at all: remembering its parts would only weigh on the first load.

import type { Match } from '@/lib/queries/inbox/views';

/** So much before the first hit stays in sight on a narrow line. */
const leadIn = 14;

/** The excerpt from shortly before the first hit, so that no hit hides behind the end of the line. */
function fromHit({ excerpt, ranges }: Match): Pick<Match, 'excerpt' | 'ranges'> {
  const first = ranges[0]?.[0] ?? 0;
  if (first <= leadIn + 4) return { excerpt, ranges };
  const cut = excerpt.indexOf(' ', first - leadIn) + 1;
  const start = cut > 0 && cut <= first ? cut : first - leadIn;
  const by = start - 1;
  return {
    excerpt: `…${excerpt.slice(start)}`,
    ranges: ranges.map(([from, to]) => [from - by, to - by]),
  };
}

/** The line that was found, from shortly before the place, with what was looked for marked in it. */
export function FoundLine({ match }: { match: Match }) {
  const { excerpt, ranges } = fromHit(match);
  const parts = ranges.map(([from, to], index) => ({
    before: excerpt.slice(ranges[index - 1]?.[1] ?? 0, from),
    hit: excerpt.slice(from, to),
    from,
  }));
  return (
    <span className="truncate text-ink-2">
      <bdi>
        {parts.map(({ before, hit, from }) => (
          <span key={from}>
            {before}
            <mark className="rounded-[3px] bg-found px-px text-ink">{hit}</mark>
          </span>
        ))}
        {excerpt.slice(ranges.at(-1)?.[1] ?? 0)}
      </bdi>
    </span>
  );
}
