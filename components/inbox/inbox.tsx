'use client';

import { lazy, Suspense, useEffect } from 'react';
import { useMe } from '../shell/me';
import { ConversationList } from './conversation-list';
import { usePlace } from './location';
import { MemberNames } from './members';
import { NothingOpen } from './nothing-open';
import { viewNames } from './view-names';
import { ViewsNav } from './views-nav';

const loadThread = () => import('../thread/thread').then(({ Thread }) => ({ default: Thread }));
const Thread = lazy(loadThread);

/** Views, list, conversation and contact side by side; on a phone one at a time. */
export function Inbox() {
  const { view, conversationId } = usePlace();
  const { workspace } = useMe();
  useEffect(() => {
    if (conversationId === null) document.title = `${viewNames[view].name} · Porchlight`;
  }, [view, conversationId]);

  useEffect(() => {
    // Fetched after the first paint and before the first click.
    const timer = setTimeout(() => void loadThread(), 300);
    return () => clearTimeout(timer);
  }, []);

  return (
    <MemberNames>
      <div
        data-pane={conversationId === null ? 'list' : 'thread'}
        className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] pane:grid-cols-[300px_minmax(0,1fr)] wide:grid-cols-[340px_minmax(0,1fr)] full:grid-cols-[208px_348px_minmax(0,1fr)] full:has-[aside]:grid-cols-[208px_348px_minmax(0,1fr)_312px]"
      >
        <ViewsNav
          current={view}
          title={workspace.name}
          className="hidden min-w-0 flex-col gap-px border-line border-r bg-paper px-2 py-3 full:flex"
        />
        <ConversationList view={view} openId={conversationId} />
        {conversationId === null ? (
          <section aria-label="Conversation" className="hidden min-w-0 bg-paper pane:block">
            <NothingOpen />
          </section>
        ) : (
          <Suspense fallback={<main className="bg-paper" />}>
            <Thread key={conversationId} conversationId={conversationId} />
          </Suspense>
        )}
      </div>
    </MemberNames>
  );
}
