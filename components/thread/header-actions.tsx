'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { lazy, useState } from 'react';
import type { ChosenStatus } from '@/lib/domain/conversation/triage';
import { useMemberNames } from '../inbox/members';
import { Late } from '../shell/late';
import { useCan, useMe } from '../shell/me';
import { ShortcutHint, useShortcutTitle } from '../shell/shortcut-hint';
import type { ShortcutName } from '../shell/shortcuts';
import { useShortcut } from '../shell/shortcuts';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import type { Conversation } from './conversation';
import { useDecisions } from './decide';
import { sayNoAnswerNeeded } from './no-answer';
import type { Reading } from './reading';
import { StatusIcon } from './status-icon';
import { statusNames } from './status-names';
import type { TriageMenu } from './triage-menu';
import { useTriageMenu } from './triage-menu';

const MoreMenu = lazy(() => import('./more-menu').then((loaded) => ({ default: loaded.MoreMenu })));

/** Everything that can be decided about a conversation. */
export function HeaderActions({
  conversation,
  reading,
}: {
  conversation: Conversation;
  reading: Reading;
}) {
  const { may, menu, claim, close, reopen, spam, unread } = useWays(conversation, reading);
  return (
    <>
      <StatusButton conversation={conversation} menu={menu} may={may} />
      <OwnerButton conversation={conversation} menu={menu} may={may} />
      {close ? (
        <Decision
          of="snooze"
          onClick={(anchor) => menu.open('snooze', anchor)}
          below="@max-[620px]:hidden"
        >
          Snooze
        </Decision>
      ) : null}
      {close ? (
        <Decision of="close" onClick={close} below="@max-[400px]:hidden">
          Close
        </Decision>
      ) : null}
      {reopen ? <Button onClick={reopen}>{reopenName(conversation)}</Button> : null}
      {claim ? <ClaimButton onClick={claim} /> : null}
      <MoreButton conversation={conversation} menu={menu} doing={{ close, reopen, spam, unread }} />
      {menu.picker}
    </>
  );
}

/** What this person may decide here now, each under its key; null for what makes no sense. */
function useWays(conversation: Conversation, reading: Reading) {
  const may = useCan('conversation.triage');
  const { claim, change, changeAndGoOn } = useDecisions(conversation);
  const menu = useTriageMenu(conversation, {
    may,
    onChange: (wanted) => void changeAndGoOn(wanted),
  });
  const { status, ownerId } = conversation;
  const closed = status === 'resolved' || status === 'spam';
  const to = (next: ChosenStatus) => () => void changeAndGoOn({ kind: 'status', status: next });
  const ways = {
    claim: may && ownerId === null && !closed ? () => void claim() : null,
    close: may && !closed ? to('resolved') : null,
    reopen: may && closed ? () => void change({ kind: 'status', status: 'open' }) : null,
    spam: may && status !== 'spam' ? to('spam') : null,
    unread: () => reading.markUnreadFrom(null),
  };
  useShortcut('claim', ways.claim);
  useShortcut('close', ways.close);
  useShortcut('reopen', ways.reopen, { label: reopenName(conversation) });
  useShortcut('spam', ways.spam);
  useShortcut('noAnswer', useNoAnswer(conversation));
  useShortcut('markUnread', ways.unread);
  return { may, menu, ...ways };
}

/** Of a closed one whose clock runs on; whether it is true, the server knows. */
function useNoAnswer({ id, status, ring }: Conversation) {
  const client = useQueryClient();
  const may = useCan('conversation.close');
  const runsOn = may && status === 'resolved' && ring !== null;
  return runsOn ? () => void sayNoAnswerNeeded(client, id) : null;
}

function reopenName({ status }: Conversation): string {
  return status === 'spam' ? 'Not spam' : 'Reopen';
}

function StatusButton({ conversation, menu, may }: Part) {
  const name = statusNames[conversation.status];
  const inside = (
    <>
      <StatusIcon status={conversation.status} />
      <span className="@[440px]:inline sr-only @[440px]:not-sr-only">{name}</span>
    </>
  );
  if (!may) {
    return <span className="flex items-center gap-1.5 px-1.5 text-ink-2">{inside}</span>;
  }
  return (
    <Button
      tone="quiet"
      title={`Status: ${name}`}
      aria-haspopup="dialog"
      aria-expanded={menu.kind === 'status'}
      data-opens="status"
      onClick={(event) => menu.open('status', event.currentTarget)}
      className="px-1.5"
    >
      {inside}
    </Button>
  );
}

type Part = { conversation: Conversation; menu: TriageMenu; may: boolean };

/** "Yours", "Priya has it", or the way to give it to somebody. */
function OwnerButton({ conversation: { ownerId }, menu, may }: Part) {
  const me = useMe();
  const nameOf = useMemberNames();
  const title = useShortcutTitle('assign');
  const standing = ownerId === me.memberId ? 'Yours' : `${nameOf(ownerId)} has it`;
  if (!may) {
    return ownerId === null ? null : (
      <span className="@[520px]:inline hidden max-w-36 truncate px-1.5 text-ink-2">{standing}</span>
    );
  }
  return (
    <Button
      tone={ownerId === null ? 'plain' : 'quiet'}
      title={ownerId === null ? title : `${standing}. ${title}`}
      aria-haspopup="dialog"
      aria-expanded={menu.kind === 'assign'}
      data-opens="assign"
      onClick={(event) => menu.open('assign', event.currentTarget)}
      className="@max-[480px]:hidden max-w-36 px-2"
    >
      <span className="truncate">{ownerId === null ? 'Assign' : standing}</span>
      {ownerId === null ? <Hint of="assign" /> : null}
    </Button>
  );
}

function ClaimButton({ onClick }: { onClick: () => void }) {
  const title = useShortcutTitle('claim');
  return (
    <Button tone="go" title={title} onClick={onClick}>
      Claim
      <Hint of="claim" />
    </Button>
  );
}

/** A decision that has a button while the header is wide enough. */
function Decision({
  of,
  below,
  onClick,
  children,
}: {
  of: ShortcutName;
  /** Where it gives way. */
  below: string;
  onClick: (anchor: HTMLElement) => void;
  children: string;
}) {
  const title = useShortcutTitle(of);
  return (
    <Button
      title={title}
      data-opens={of}
      onClick={(event) => onClick(event.currentTarget)}
      className={below}
    >
      {children}
      <Hint of={of} />
    </Button>
  );
}

function Hint({ of }: { of: ShortcutName }) {
  return (
    <span className="@[700px]:contents hidden">
      <ShortcutHint of={of} />
    </span>
  );
}

function MoreButton(props: Omit<ComponentProps<typeof MoreMenu>, 'anchor' | 'onClose'>) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        label="More"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        data-opens="more"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name="more" size={16} />
      </IconButton>
      {anchor ? (
        <Late>
          <MoreMenu {...props} anchor={anchor} onClose={() => setAnchor(null)} />
        </Late>
      ) : null}
    </>
  );
}
