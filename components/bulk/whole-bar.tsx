'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import type { BulkPreview } from '@/lib/queries/bulk/views';
import { BulkActs } from '../inbox/bulk-acts';
import { conversations } from '../inbox/bulk-words';
import { totalIn } from '../inbox/found-words';
import { GivingLine } from '../inbox/giving-line';
import type { Place } from '../inbox/location';
import { foundQuery } from '../inbox/queries';
import { useBulkWords } from '../inbox/use-bulk-words';
import { useShortcut } from '../shell/shortcuts';
import { ask } from '../thread/ask';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { toast } from '../ui/toast';
import { startBulkAction } from './actions';
import { bulkPreviewQuery, latestBulkQuery } from './queries';

type Props = { place: Place; onBack: () => void; onDone: () => void };

/** What can be done with everything that the view holds, also what is not loaded here. */
export function WholeBar({ place, onBack, onDone }: Props) {
  const [wanted, setWanted] = useState<TriageChange | null>(null);
  const { data: found } = useQuery(foundQuery(place.view, place));
  useShortcut('leave', wanted ? () => setWanted(null) : onBack, { first: true });
  if (wanted) {
    return (
      <WholePreview
        place={place}
        change={wanted}
        onBack={() => setWanted(null)}
        onStarted={onDone}
      />
    );
  }
  return (
    <section aria-label="The whole view">
      <div className="flex h-9 items-center gap-3 pr-1.5 pl-4">
        <span role="status" className="flex-1 truncate font-strong tabular-nums">
          All {found ? totalIn(found) : ''} in this view
        </span>
        <IconButton label="Back to the selection" onClick={onBack}>
          <Icon name="close" size={16} />
        </IconButton>
      </div>
      <BulkActs rows={[]} spam={place.view === 'spam'} onWant={setWanted} />
    </section>
  );
}

/** Counted on the server, by the rule that will decide; nothing happens before it was seen. */
function WholePreview({
  place,
  change,
  onBack,
  onStarted,
}: {
  place: Place;
  change: TriageChange;
  onBack: () => void;
  onStarted: () => void;
}) {
  const { does, already } = useBulkWords(change);
  const { data: preview, isError } = useQuery(bulkPreviewQuery(place, change));
  const start = useStart(place, change, onStarted);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <section aria-label="What will change" className="grid gap-2 px-4 py-3">
      <p className="font-strong text-list">
        {does}: {preview ? conversations(preview.total) : 'everything in this view'}
        {preview?.capped ? ', the newest' : ''}
      </p>
      <p role="status" className="text-ink-2 tabular-nums">
        {preview ? countWords(preview, already) : null}
        {isError ? 'It cannot be counted just now. Try again.' : null}
      </p>
      <GivingLine change={change} more={preview?.open ?? 0} />
      {preview?.refused.map(({ why, count }) => (
        <p key={why} className="text-ink-2">
          {count}: {why}
        </p>
      ))}
      <div className="flex gap-2 text-list">
        {preview && preview.changes > 0 ? (
          <Button tone="go" disabled={start.busy} onClick={() => start.run(preview)}>
            {does} · {preview.changes}
          </Button>
        ) : null}
        <Button ref={back} onClick={onBack}>
          Back
        </Button>
      </div>
    </section>
  );
}

function countWords({ changes, same, refused }: BulkPreview, already: string): string {
  const cannot = refused.reduce((sum, { count }) => sum + count, 0);
  return [
    `${changes} ${changes === 1 ? 'changes' : 'change'}`,
    same > 0 && `${same} ${already}`,
    cannot > 0 && `${cannot} cannot`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function useStart({ view, q }: Place, change: TriageChange, onStarted: () => void) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [bulkId] = useState(() => uuid());
  async function run({ seq }: BulkPreview) {
    setBusy(true);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const result = await ask(() => startBulkAction({ bulkId, view, q, zone, change, seq }));
    await client.invalidateQueries({ queryKey: latestBulkQuery.queryKey });
    setBusy(false);
    if (result.ok) onStarted();
    else toast(result.refusal.message, { grave: true });
  }
  return { busy, run: (preview: BulkPreview) => void run(preview) };
}
