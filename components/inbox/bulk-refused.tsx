'use client';

import type { ConversationRow as Row } from '@/lib/queries/inbox/views';
import type { TriageOutcome } from '../thread/portions';
import { Button } from '../ui/button';
import { Reasons } from './bulk-reasons';
import { conversations } from './bulk-words';

/** What the server did not change, and why. They stay selected. */
export function BulkRefused({
  refused,
  rows,
  onDone,
}: {
  refused: TriageOutcome['refused'];
  rows: readonly Row[];
  onDone: () => void;
}) {
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.contactName ?? 'Somebody';
  return (
    <section aria-label="What did not change" role="alert" className="grid gap-2 px-4 py-3">
      <p className="font-strong text-list">{conversations(refused.length)} stayed as they were</p>
      <Reasons
        reasons={refused.map(({ conversationId, message }) => ({
          id: conversationId,
          name: nameOf(conversationId),
          why: message,
        }))}
      />
      <div className="text-list">
        <Button onClick={onDone}>Go on</Button>
      </div>
    </section>
  );
}
