'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionResult } from '@/lib/action';
import { sentenceFor } from '@/lib/domain/delivery/sentences';
import type { DeliveryView, MessageItem } from '@/lib/queries/inbox/thread-views';
import { giveBackText, useDraftId } from '../composer/drafts';
import { useCan } from '../shell/me';
import { Button, buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import { toast } from '../ui/toast';
import {
  cancelDeliveryAction,
  releaseDeliveryAction,
  retryDeliveryAction,
  settleDeliveryAction,
} from './actions';
import { ask } from './ask';
import type { Conversation } from './conversation';
import { copyText } from './copy-text';
import { refreshConversation } from './patch';

/** What can be done about a message that has not simply been sent. */
export function DeliveryWays({
  delivery,
  message,
  conversation,
}: {
  delivery: DeliveryView;
  message: MessageItem;
  conversation: Conversation;
}) {
  const may = useCan('delivery.decide');
  if (!may) return null;
  if (delivery.state === 'failed') {
    return <Failed delivery={delivery} message={message} conversation={conversation} />;
  }
  if (delivery.state === 'needs_review') {
    return <NeedsReview message={message} conversationId={conversation.id} />;
  }
  if (delivery.state === 'cancelled') {
    return (
      <div className={row}>
        <EditAsNew message={message} conversationId={conversation.id} />
        <CopyWords message={message} />
      </div>
    );
  }
  if (delivery.state === 'queued') {
    return <Queued delivery={delivery} messageId={message.id} conversationId={conversation.id} />;
  }
  return null;
}

const row = 'flex flex-wrap justify-end gap-1.5';

function Failed({
  delivery,
  message,
  conversation,
}: {
  delivery: DeliveryView;
  message: MessageItem;
  conversation: Conversation;
}) {
  const { busy, run } = useDecision(conversation.id);
  const mayConnect = useCan('channel.connect');
  const { contactName: contact, channel } = conversation;
  const wayOut = delivery.reason
    ? sentenceFor(delivery.reason, { contact, channel: channel.handle, network: channel.network })
        .wayOut
    : 'retry';
  const discard = () =>
    run(() => settleDeliveryAction({ messageId: message.id, decision: 'discard' }));
  return (
    <div className={row}>
      {wayOut === 'connect' && mayConnect ? (
        <SoftLink href="/settings/channels" className={buttonClass()}>
          Connect again
        </SoftLink>
      ) : null}
      {wayOut === 'rewrite' ? null : (
        <Button
          disabled={busy}
          onClick={() => run(() => retryDeliveryAction({ messageId: message.id }))}
        >
          Retry
        </Button>
      )}
      <EditAsNew
        message={message}
        conversationId={conversation.id}
        disabled={busy}
        onTaken={discard}
      />
      <Button tone="quiet" disabled={busy} onClick={discard}>
        Discard
      </Button>
      <CopyWords message={message} />
    </div>
  );
}

function CopyWords({ message }: { message: MessageItem }) {
  return (
    <Button tone="quiet" onClick={() => void copyText(message.body)}>
      Copy
    </Button>
  );
}

/** The words once more, to be changed and sent as another message. */
function EditAsNew({
  message,
  conversationId,
  disabled = false,
  onTaken,
}: {
  message: MessageItem;
  conversationId: string;
  disabled?: boolean;
  onTaken?: () => void;
}) {
  const draftId = useDraftId(conversationId);
  function take() {
    giveBackText(draftId, 'reply', message.body);
    onTaken?.();
  }
  return (
    <Button disabled={disabled} onClick={take}>
      Edit as new
    </Button>
  );
}

function NeedsReview({
  message,
  conversationId,
}: {
  message: MessageItem;
  conversationId: string;
}) {
  const { busy, run } = useDecision(conversationId);
  const settle = (decision: 'arrived' | 'send_again' | 'discard') =>
    run(() => settleDeliveryAction({ messageId: message.id, decision }));
  return (
    <div className={row}>
      <Button disabled={busy} onClick={() => settle('arrived')}>
        It arrived
      </Button>
      <Button disabled={busy} onClick={() => settle('send_again')}>
        Send again
      </Button>
      <Button tone="quiet" disabled={busy} onClick={() => settle('discard')}>
        Discard
      </Button>
      <CopyWords message={message} />
    </div>
  );
}

/** Hidden for a moment: most messages leave before anybody could press. */
function Queued({
  delivery,
  messageId,
  conversationId,
}: {
  delivery: DeliveryView;
  messageId: string;
  conversationId: string;
}) {
  const { busy, run } = useDecision(conversationId);
  return (
    <div className={`${row} animate-after-a-while`}>
      {delivery.waitsFor ? (
        <Button disabled={busy} onClick={() => run(() => releaseDeliveryAction({ messageId }))}>
          Send without waiting
        </Button>
      ) : null}
      <Button
        tone="quiet"
        disabled={busy}
        onClick={() => run(() => cancelDeliveryAction({ messageId }))}
      >
        Withdraw
      </Button>
    </div>
  );
}

function useDecision(conversationId: string) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);

  async function decide(action: () => Promise<ActionResult<unknown>>) {
    setBusy(true);
    const result = await ask(action);
    if (!result.ok) toast(result.refusal.message, { grave: true });
    await refreshConversation(client, conversationId);
    setBusy(false);
  }

  return { busy, run: (action: () => Promise<ActionResult<unknown>>) => void decide(action) };
}
