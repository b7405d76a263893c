'use client';

import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { Late } from '../shell/late';
import { useCan } from '../shell/me';
import { useShortcut } from '../shell/shortcuts';
import type { TriageOutcome } from '../thread/portions';
import { useTriage } from '../thread/triage';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { BulkActs } from './bulk-acts';
import { BulkPreview } from './bulk-preview';
import { BulkRefused } from './bulk-refused';
import { selectAllIn, totalIn } from './found-words';
import type { Place } from './location';
import { foundQuery } from './queries';
import { mostSelected } from './selecting';

const WholeBar = lazy(() =>
  import('../bulk/whole-bar').then((loaded) => ({ default: loaded.WholeBar })),
);

type Props = {
  rows: readonly Row[];
  place: Place;
  onAll: () => Promise<void>;
  onClear: () => void;
};

/** What can be done with everything that is chosen. Nothing happens before its effect was shown. */
export function BulkBar({ rows, place, onAll, onClear }: Props) {
  const [wanted, setWanted] = useState<TriageChange | null>(null);
  const [refused, setRefused] = useState<TriageOutcome['refused']>([]);
  const [whole, setWhole] = useState(false);
  const triage = useTriage();
  const mayTriage = useCan('conversation.triage');
  useShortcut('leave', wanted ? () => setWanted(null) : onClear, { first: true });
  const takeWhole = mayTriage ? () => setWhole(true) : null;

  async function apply(change: TriageChange, changing: readonly string[]) {
    const chosen = new Set(changing);
    const items = rows
      .filter(({ id }) => chosen.has(id))
      .map(({ id, version }) => ({ conversationId: id, version }));
    setWanted(null);
    const outcome = await triage.change(items, change);
    setRefused(outcome.refused);
    if (outcome.refused.length === 0) onClear();
  }

  if (whole) {
    return (
      <Late>
        <WholeBar place={place} onBack={() => setWhole(false)} onDone={onClear} />
      </Late>
    );
  }
  if (refused.length > 0) {
    return <BulkRefused refused={refused} rows={rows} onDone={() => setRefused([])} />;
  }
  if (wanted) {
    return (
      <BulkPreview
        rows={rows}
        change={wanted}
        onApply={(ids) => void apply(wanted, ids)}
        onBack={() => setWanted(null)}
      />
    );
  }
  return (
    <section aria-label="Selection">
      <Count rows={rows} place={place} onAll={onAll} onClear={onClear} onWhole={takeWhole} />
      {mayTriage ? <BulkActs rows={rows} spam={rows.some(isSpam)} onWant={setWanted} /> : null}
    </section>
  );
}

function isSpam({ status }: Row): boolean {
  return status === 'spam';
}

const link =
  'h-6 truncate text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink';

function Count({ rows, place, onAll, onClear, onWhole }: Props & { onWhole: (() => void) | null }) {
  const { data } = useQuery(foundQuery(place.view, place));
  const [busy, setBusy] = useState(false);
  const total = data?.total ?? 0;
  const able = Math.min(total, mostSelected);

  async function all() {
    setBusy(true);
    await onAll();
    setBusy(false);
  }

  useShortcut('selectAll', able > rows.length ? () => void all() : null);
  return (
    <div className="flex h-9 items-center gap-3 pr-1.5 pl-4">
      <span role="status" className="font-strong tabular-nums">
        {rows.length} selected
        {rows.length >= mostSelected && total > mostSelected ? ' at most' : null}
      </span>
      {able > rows.length ? (
        <button type="button" disabled={busy} onClick={() => void all()} className={link}>
          {data ? selectAllIn(data, mostSelected) : null}
        </button>
      ) : null}
      {data && onWhole && total > mostSelected ? (
        <button type="button" onClick={onWhole} className={link}>
          All {totalIn(data)}…
        </button>
      ) : null}
      <span className="flex-1" />
      <IconButton label="Select nothing" onClick={onClear}>
        <Icon name="close" size={16} />
      </IconButton>
    </div>
  );
}
