'use client';

import type { ReactNode } from 'react';
import { lazy, useEffect } from 'react';
import { Composer } from '../composer/composer';
import { goTo, usePlace } from '../inbox/location';
import { useBeingHere } from '../live/being-here';
import { Late } from '../shell/late';
import { useShortcut } from '../shell/shortcuts';
import { Sheet } from '../ui/sheet';
import { ContextPanel } from './context-panel';
import { useContextShown } from './context-shown';
import type { OpenConversation } from './conversation';
import { useConversation } from './conversation';
import { Messages } from './messages';
import { useReading } from './reading';
import { ThreadHeader } from './thread-header';
import { ThreadFailed, ThreadSkeleton } from './thread-states';

const QuarantineBar = lazy(() =>
  import('../triage/quarantine-bar').then((loaded) => ({ default: loaded.QuarantineBar })),
);

const Block = lazy(() => import('../block/block').then((loaded) => ({ default: loaded.Block })));

/** A conversation: who, what was said, and where to answer. */
export function Thread({ conversationId, ...context }: { conversationId: string } & Panel) {
  const { query, open } = useConversation(conversationId);
  const contactName = open?.conversation.contactName;
  useBeingHere(open ? conversationId : null);
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
  const onTop = idle ? () => void query.fetchNextPage() : null;
  return <OpenThread open={open} onTop={onTop} {...context} />;
}

/** Whether what is known of the contact stands beside the conversation, where there is room for it. */
type Panel = { contextShown: boolean; onContext: (shown: boolean) => void };

function OpenThread({
  open,
  onTop,
  contextShown,
  onContext,
}: { open: OpenConversation; onTop: (() => void) | null } & Panel) {
  const { conversation } = open;
  const reading = useReading(open);
  const context = useContextShown(contextShown, onContext);
  return (
    <>
      <Pane>
        <ThreadHeader conversation={conversation} reading={reading} context={context} />
        {conversation.quarantine ? (
          <Late>
            <QuarantineBar conversation={conversation} quarantine={conversation.quarantine} />
          </Late>
        ) : null}
        <Late>
          <Block conversation={conversation} />
        </Late>
        <Messages open={open} reading={reading} onTop={onTop} />
        <Composer open={open} />
      </Pane>
      {context.panel ? (
        <aside
          aria-label="About this contact"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="quiet-scroll hidden min-h-0 overflow-y-auto border-line border-l bg-panel p-4 wide:block"
        >
          <ContextPanel conversation={conversation} />
        </aside>
      ) : null}
      {context.sheet ? (
        <Sheet title="About this contact" onClose={context.toggle}>
          <section
            aria-label="About this contact"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
            className="quiet-scroll max-h-[70dvh] overflow-y-auto p-4"
          >
            <ContextPanel conversation={conversation} />
          </section>
        </Sheet>
      ) : null}
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
