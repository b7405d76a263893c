'use client';

import { networkName } from '@/lib/domain/channel/network-name';
import type { Quarantine } from '@/lib/domain/triage/quarantine';
import { useCan } from '../shell/me';
import { perform } from '../shell/shortcuts';
import type { Conversation } from '../thread/conversation';
import { useDecisions } from '../thread/decide';
import { Button } from '../ui/button';
import { signWords } from './intent-words';

/** Why a conversation was put aside without a person, and the way out. */
export function QuarantineBar({
  conversation,
  quarantine,
}: {
  conversation: Conversation;
  quarantine: Quarantine;
}) {
  const may = useCan('conversation.triage');
  const mayBlock = useCan('contact.block');
  const { change } = useDecisions(conversation);
  return (
    <section
      aria-label="Quarantine"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-sunken px-3 py-2 pane:px-5.5"
    >
      <p className="min-w-60 flex-1 text-ink-2">
        <span className="font-strong text-ink">In quarantine:</span>{' '}
        <bdi>{quarantine.signs.map(signWords).join('; ')}</bdi>. Nobody was told, and no clock runs.
      </p>
      <div className="flex gap-2">
        {mayBlock && !conversation.block ? (
          <Button onClick={() => perform('block')}>
            Block on {networkName(conversation.channel.network)}
          </Button>
        ) : null}
        {may ? (
          <Button tone="go" onClick={() => void change({ kind: 'status', status: 'open' })}>
            Release
          </Button>
        ) : null}
      </div>
    </section>
  );
}
