'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionResult } from '@/lib/action';
import { canBeUndone, isUnderWay } from '@/lib/domain/conversation/bulk';
import type { BulkView } from '@/lib/queries/bulk/views';
import { useBulkWords } from '../inbox/use-bulk-words';
import { ask } from '../thread/ask';
import { Button, IconButton } from '../ui/button';
import { useClock } from '../ui/clock';
import { Icon } from '../ui/icon';
import { toast } from '../ui/toast';
import { cancelBulkAction, undoBulkAction } from './actions';
import { latestBulkQuery } from './queries';
import { ReasonsSheet } from './reasons-sheet';
import { progressWords, settledOf, wantedOf } from './words';

/** What is over is told for so long, unless it is put away. */
const toldMs = 60 * 60_000;
const putAwayKey = 'bulk-put-away';

/** How far one's decision about a whole view has come, and what came of it. */
export function BulkLine() {
  const { data: bulk } = useQuery(latestBulkQuery);
  const { now } = useClock();
  const [putAway, setPutAway] = useState(() => sessionStorage.getItem(putAwayKey));
  if (!bulk || `${bulk.id} ${bulk.state}` === putAway) return null;
  if (bulk.endedAt !== null && now - Date.parse(bulk.endedAt) > toldMs) return null;
  return (
    <Line
      bulk={bulk}
      onPutAway={() => {
        const told = `${bulk.id} ${bulk.state}`;
        sessionStorage.setItem(putAwayKey, told);
        setPutAway(told);
      }}
    />
  );
}

function Line({ bulk, onPutAway }: { bulk: BulkView; onPutAway: () => void }) {
  const { does } = useBulkWords(bulk.change);
  const [asked, setAsked] = useState(false);
  const step = useStep();
  const { state, counts } = bulk;
  const stayed = counts.refused + counts.left;
  const going = isUnderWay(state);
  return (
    <section
      aria-label="Decision about a whole view"
      className="shrink-0 border-line border-t bg-panel text-fact"
    >
      {going ? <Bar share={settledOf(bulk) / Math.max(1, wantedOf(bulk))} /> : null}
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 py-1 pr-1.5 pl-3.5">
        <p role="status" className="min-w-0 flex-1 text-ink-2 tabular-nums">
          <span className="font-medium text-ink">
            {state === 'undoing' || state === 'undone' ? `Undo “${does}”` : does}
          </span>
          : {progressWords(bulk)}
        </p>
        {state === 'running' ? (
          <Button onClick={() => step(() => cancelBulkAction({ bulkId: bulk.id }))}>Cancel</Button>
        ) : null}
        {!going && stayed > 0 ? <Button onClick={() => setAsked(true)}>Why</Button> : null}
        {canBeUndone(state) && counts.changed > 0 ? (
          <Button onClick={() => step(() => undoBulkAction({ bulkId: bulk.id }))}>Undo all</Button>
        ) : null}
        {going ? null : (
          <IconButton label="Put this away" onClick={onPutAway}>
            <Icon name="close" size={16} />
          </IconButton>
        )}
      </div>
      {asked ? <ReasonsSheet bulkId={bulk.id} onClose={() => setAsked(false)} /> : null}
    </section>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 2"
      preserveAspectRatio="none"
      className="block h-0.5 w-full bg-sunken text-ink-2"
    >
      <rect width={100 * share} height="2" fill="currentColor" />
    </svg>
  );
}

function useStep() {
  const client = useQueryClient();
  async function go(run: () => Promise<ActionResult<unknown>>) {
    const result = await ask(run);
    if (!result.ok) toast(result.refusal.message, { grave: true });
    await client.invalidateQueries({ queryKey: ['bulk'] });
  }
  return (run: () => Promise<ActionResult<unknown>>) => void go(run);
}
