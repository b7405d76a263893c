'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { useMe } from '../shell/me';
import { ConversationList } from './conversation-list';
import { usePlace } from './location';
import { NothingOpen } from './nothing-open';
import { viewNames } from './view-names';
import { ViewsNav } from './views-nav';

const loadThread = () => import('../thread/thread').then((loaded) => loaded.Thread);
const Thread = dynamic(loadThread);

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
    <div
      data-pane={conversationId === null ? 'list' : 'thread'}
      className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] pane:grid-cols-[300px_minmax(0,1fr)] wide:grid-cols-[340px_minmax(0,1fr)] full:grid-cols-[208px_348px_minmax(0,1fr)] full:has-[aside]:grid-cols-[208px_348px_minmax(0,1fr)_312px]"
    >
      <div className="hidden min-w-0 flex-col border-line border-r bg-paper px-2 py-3 full:flex">
        <p className="truncate px-2 pt-0.5 pb-2.5 font-title">{workspace.name}</p>
        <ViewsNav current={view} className="flex-col gap-px" />
      </div>
      <ConversationList view={view} openId={conversationId} />
      {conversationId === null ? (
        <main className="hidden min-w-0 bg-paper pane:block">
          <NothingOpen />
        </main>
      ) : (
        <Thread key={conversationId} conversationId={conversationId} />
      )}
    </div>
  );
}
