'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import type { Conversation } from '../thread/conversation';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { setBlocked } from './blocking';

/** What a block does, before it is asked for. */
export function BlockSheet({
  conversation,
  onClose,
}: {
  conversation: Conversation;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { contactName, channel } = conversation;
  const network = networkName(channel.network);

  async function block() {
    setBusy(true);
    const taken = await setBlocked(client, conversation, true);
    setBusy(false);
    if (taken) onClose();
  }

  return (
    <Sheet title={`Block ${contactName} on ${network}?`} onClose={onClose}>
      <form
        className="grid gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          void block();
        }}
      >
        <p className="text-ink-2 [overflow-wrap:anywhere]">
          {network} then takes no private messages from <bdi>{contactName}</bdi> to @
          {channel.handle}, and nobody here can write to them. What they say in public still comes
          in, and this conversation stays where it is. It can be ended at any time.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="go" disabled={busy}>
            Block on {network}
          </Button>
          <Button onClick={onClose}>Back</Button>
        </div>
      </form>
    </Sheet>
  );
}
