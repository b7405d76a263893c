'use client';

import { useEffect, useRef } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import { HeaderClock } from '../clocks/header-clock';
import { focusRow } from '../inbox/cursor';
import { goTo, usePlace } from '../inbox/location';
import { ColleaguesHere } from '../live/colleagues-here';
import { useShortcutTitle } from '../shell/shortcut-hint';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import type { ContextShown } from './context-shown';
import type { Conversation } from './conversation';
import { HeaderActions } from './header-actions';
import { HeaderMarks } from './header-marks';
import { InPublic } from './in-public';
import type { Reading } from './reading';

/** Who it is with, where it stands, and what can be decided; what finds no room goes under "More". */
export function ThreadHeader({
  conversation,
  reading,
  context,
}: {
  conversation: Conversation;
  reading: Reading;
  context: ContextShown;
}) {
  const { channel, contactName } = conversation;
  const title = useShortcutTitle('details');
  return (
    <header className="@container flex h-12 shrink-0 items-center border-line border-b bg-panel pr-2 pl-2 pane:pl-4.5">
      <div className="flex min-w-0 flex-1 items-center gap-2">
        <BackButton />
        <h1 className="min-w-14 truncate font-title text-title">
          <bdi>{contactName}</bdi>
        </h1>
        <HeaderMarks conversation={conversation} />
        {conversation.kind === 'public' ? <InPublic conversation={conversation} /> : null}
        <p className="@[860px]:block hidden min-w-0 shrink-[4] truncate text-ink-3">
          to <bdi>@{channel.handle}</bdi> on {networkName(channel.network)}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-1 pl-2">
        <ColleaguesHere conversationId={conversation.id} />
        <HeaderClock conversation={conversation} />
        <HeaderActions conversation={conversation} reading={reading} />
        <IconButton
          label="About this contact"
          hint={title}
          aria-expanded={context.shown}
          onClick={context.toggle}
        >
          <Icon name="sidebar" size={16} className="-scale-x-100" />
        </IconButton>
      </div>
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
      <Icon name="down" size={18} className="rotate-90" />
    </IconButton>
  );
}
