'use client';

import { useState } from 'react';
import { ask } from '../thread/ask';
import { Button } from '../ui/button';
import { toast } from '../ui/toast';
import { approveOutreachAction } from './actions';

/** A lead lets a first message to this person go. */
export function ApproveButton({ conversationId }: { conversationId: string }) {
  const [busy, setBusy] = useState(false);

  async function approve() {
    setBusy(true);
    const result = await ask(() => approveOutreachAction({ conversationId }));
    setBusy(false);
    if (!result.ok) toast(result.refusal.message, { grave: true });
  }

  return (
    <Button disabled={busy} onClick={() => void approve()}>
      Allow a first message
    </Button>
  );
}
