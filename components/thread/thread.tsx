'use client';

import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Composer } from '../composer/composer';
import { goTo, usePlace } from '../inbox/location';
import { useShortcut } from '../shell/shortcuts';
import { ContactCard } from './contact-card';
import { useConversation } from './conversation';
import { Messages } from './messages';
import { ThreadHeader } from './thread-header';
import { ThreadFailed, ThreadSkeleton } from './thread-states';

/** A conversation: who, what was said, and where to answer. */
export function Thread({ conversationId }: { conversationId: string }) {
  const { query, open } = useConversation(conversationId);
  const contactName = open?.conversation.contactName;
  useLeaving();
  useEffect(() => {
    if (contactName) document.title = `${contactName} · Porchlight`;
  }, [contactName]);

  if (!open) {
    return (
      <Pane>
        {query.error || query.data ? (
          <ThreadFailed error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <ThreadSkeleton />
        )}
      </Pane>
    );
  }
  const idle = query.hasNextPage && !query.isFetching;
  return (
    <>
      <Pane>
        <ThreadHeader conversation={open.conversation} />
        <Messages open={open} onTop={idle ? () => void query.fetchNextPage() : null} />
        <Composer open={open} />
      </Pane>
      <aside
        aria-label="About this contact"
        className="quiet-scroll hidden min-h-0 overflow-y-auto border-line border-l bg-panel p-4 full:block"
      >
        <ContactCard conversation={open.conversation} />
      </aside>
    </>
  );
}

function Pane({ children }: { children: ReactNode }) {
  return <main className="flex min-h-0 min-w-0 flex-col bg-paper">{children}</main>;
}

/** Escape leaves the text first, then the conversation. */
function useLeaving() {
  const { view } = usePlace();
  useShortcut('leave', () => {
    const focused = document.activeElement;
    if (focused instanceof HTMLTextAreaElement) focused.blur();
    else goTo(view);
  });
}
