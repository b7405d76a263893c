'use client';

import { ChevronLeft, PanelRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { focusRow } from '../inbox/cursor';
import { goTo, usePlace } from '../inbox/location';
import { useMemberNames } from '../inbox/members';
import { useCan, useMe } from '../shell/me';
import { ShortcutHint, useShortcutTitle } from '../shell/shortcut-hint';
import { useShortcut } from '../shell/shortcuts';
import { Button, IconButton } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { AssignMenu } from './assign-menu';
import { ContactCard } from './contact-card';
import type { Conversation } from './conversation';
import { useDecisions } from './decide';
import { networkName } from './network-name';

/** Who it is with, who has it, and what can be decided. */
export function ThreadHeader({ conversation }: { conversation: Conversation }) {
  const [detailed, setDetailed] = useState(false);
  const { channel, contactName } = conversation;
  return (
    <header className="flex h-12 shrink-0 items-center gap-2.5 border-line border-b bg-panel pr-3 pl-2 pane:pl-4.5">
      <BackButton />
      <h1 className="min-w-0 truncate font-title text-title">
        <bdi>{contactName}</bdi>
      </h1>
      <p className="hidden min-w-0 flex-1 truncate text-ink-3 sm:block">
        to @{channel.handle} on {networkName(channel.network)}
      </p>
      <Decisions conversation={conversation} />
      <IconButton
        label="About this contact"
        onClick={() => setDetailed(true)}
        className="full:hidden"
      >
        <PanelRight aria-hidden size={16} />
      </IconButton>
      {detailed ? (
        <Sheet title="About this contact" onClose={() => setDetailed(false)}>
          <div className="p-4">
            <ContactCard conversation={conversation} />
          </div>
        </Sheet>
      ) : null}
    </header>
  );
}

export function BackButton() {
  const { view, conversationId } = usePlace();
  const button = useRef<HTMLButtonElement>(null);

  // Where only one pane shows, the row that had the focus is gone.
  useEffect(() => {
    if (window.matchMedia('(max-width: 759px)').matches) button.current?.focus();
  }, []);

  function goBack() {
    goTo(view);
    if (conversationId) focusRow(conversationId);
  }

  return (
    <IconButton ref={button} label="Back to the list" onClick={goBack} className="pane:hidden">
      <ChevronLeft aria-hidden size={18} />
    </IconButton>
  );
}

function Decisions({ conversation }: { conversation: Conversation }) {
  const decisions = useDecisions(conversation);
  const mayClaim = useCan('conversation.claim');
  const mayAssign = useCan('conversation.assign');
  const mayClose = useCan('conversation.close');
  const closed = conversation.status === 'resolved';
  const claim = mayClaim && conversation.ownerId === null && !closed ? decisions.claim : null;
  const close = mayClose && !closed ? decisions.close : null;
  useShortcut('claim', claim ? () => void claim() : null);
  useShortcut('close', close ? () => void close() : null);
  const claimTitle = useShortcutTitle('claim');
  const closeTitle = useShortcutTitle('close');

  return (
    <div className="ml-auto flex shrink-0 items-center gap-1">
      <Standing conversation={conversation} />
      {mayAssign ? <AssignMenu conversation={conversation} onAssign={decisions.assign} /> : null}
      {close ? (
        <Button title={closeTitle} onClick={() => void close()}>
          Close
          <ShortcutHint of="close" />
        </Button>
      ) : null}
      {mayClose && closed ? <Button onClick={() => void decisions.reopen()}>Reopen</Button> : null}
      {claim ? (
        <Button tone="go" title={claimTitle} onClick={() => void claim()}>
          Claim
          <ShortcutHint of="claim" />
        </Button>
      ) : null}
    </div>
  );
}

/** "Yours", "Priya has it", "Closed": one word on where it stands. */
function Standing({ conversation }: { conversation: Conversation }) {
  const me = useMe();
  const nameOf = useMemberNames();
  const { status, ownerId } = conversation;
  const text = standing(status === 'resolved', ownerId, me.memberId, nameOf);
  if (!text) return null;
  return (
    <span className="mr-1 hidden max-w-40 truncate text-fact text-ink-3 sm:inline">{text}</span>
  );
}

function standing(
  closed: boolean,
  ownerId: string | null,
  me: string,
  nameOf: (id: string | null) => string,
): string | null {
  if (closed) return 'Closed';
  if (ownerId === null) return null;
  return ownerId === me ? 'Yours' : `${nameOf(ownerId)} has it`;
}
