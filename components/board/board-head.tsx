'use client';

import { useQuery } from '@tanstack/react-query';
import { teamsQuery } from '../inbox/queries';
import { Choose } from '../reports/choose';
import { Button } from '../ui/button';

export type Part = 'queue' | 'people';

/** Whose board it is, and on a phone which half of it. */
export function BoardHead({
  teamId,
  part,
  counts,
  onPart,
  onEven,
}: {
  teamId: string | null;
  part: Part;
  counts: Record<Part, number>;
  onPart: (part: Part) => void;
  onEven: (() => void) | null;
}) {
  const { data: teams = [] } = useQuery(teamsQuery);
  const options = [
    ['', 'All teams'],
    ...teams.filter(({ archived }) => !archived).map(({ id, name }) => [id, name] as const),
  ] as const;
  return (
    <header className="border-line border-b">
      <div className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2">
        <h1 className="font-title text-title">Board</h1>
        <Choose
          label="Team"
          value={teamId ?? ''}
          options={options}
          pathOf={(id) => (id === '' ? '/board' : `/board?team=${id}`)}
        />
        <span className="flex-1" />
        {onEven ? <Button onClick={onEven}>Even out…</Button> : null}
      </div>
      <div className="flex gap-1 px-3 pb-2 pane:hidden">
        {parts.map(({ id, name }) => (
          <Button
            key={id}
            tone="quiet"
            aria-pressed={part === id}
            onClick={() => onPart(id)}
            className="aria-pressed:bg-chosen aria-pressed:text-ink"
          >
            {name} <span className="tabular-nums">{counts[id]}</span>
          </Button>
        ))}
      </div>
    </header>
  );
}

const parts = [
  { id: 'queue', name: 'To give out' },
  { id: 'people', name: 'People' },
] as const satisfies readonly { id: Part; name: string }[];
