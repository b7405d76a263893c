'use client';

import { useEffect, useRef } from 'react';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import { useMe } from '../shell/me';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { effectOf } from './bulk-effect';
import { Reasons } from './bulk-reasons';
import { conversations } from './bulk-words';
import { GivingLine } from './giving-line';
import { useBulkWords } from './use-bulk-words';

/** What a decision would come to, in numbers and reasons, before it is made. */
export function BulkPreview({
  rows,
  change,
  onApply,
  onBack,
}: {
  rows: readonly Row[];
  change: TriageChange;
  onApply: (ids: string[]) => void;
  onBack: () => void;
}) {
  const me = useMe();
  const { now } = useClock();
  const { does, already } = useBulkWords(change);
  const { changes, same, refused } = effectOf(rows, change, { actor: me, now });
  const go = useRef<HTMLButtonElement>(null);
  useEffect(() => go.current?.focus(), []);

  return (
    <section aria-label="What will change" className="grid gap-2 px-4 py-3">
      <p className="font-strong text-list">
        {does}: {conversations(rows.length)}
      </p>
      <p role="status" className="text-ink-2 tabular-nums">
        {[
          changes.length > 0 && `${changes.length} ${changes.length === 1 ? 'changes' : 'change'}`,
          same.length > 0 && `${same.length} ${already}`,
          refused.length > 0 && `${refused.length} cannot`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <GivingLine change={change} more={changes.filter(({ status }) => status === 'open').length} />
      <Reasons
        reasons={refused.map(({ chosen, why }) => ({
          id: chosen.id,
          name: chosen.contactName,
          why,
        }))}
      />
      <div className="flex gap-2 text-list">
        {changes.length > 0 ? (
          <Button ref={go} tone="go" onClick={() => onApply(changes.map(({ id }) => id))}>
            {does} · {changes.length}
          </Button>
        ) : null}
        <Button ref={changes.length > 0 ? null : go} onClick={onBack}>
          Back
        </Button>
      </div>
    </section>
  );
}
