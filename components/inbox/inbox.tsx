'use client';

import { lazy, useEffect } from 'react';
import { Drawn } from '../shell/drawn';
import { useArrangement } from './arrangement';
import { ConversationList } from './conversation-list';
import type { Layout } from './layout';
import { usePlace } from './location';
import { MemberNames } from './members';
import { NothingOpen } from './nothing-open';
import { useViewName } from './views';

const loadThread = () => import('../thread/thread').then(({ Thread }) => ({ default: Thread }));
const Thread = lazy(loadThread);

// Drawn by the server like all else; their script comes after the first paint.
const ViewsColumn = lazy(() =>
  import('./views-column').then((loaded) => ({ default: loaded.ViewsColumn })),
);
const ListEdge = lazy(() => import('./list-edge').then((loaded) => ({ default: loaded.ListEdge })));

const viewsColumn =
  'quiet-scroll hidden w-52 min-w-0 overflow-y-auto border-line border-r bg-paper px-2 py-3 full:in-data-[views=shown]:block';

/** Views, list, conversation and contact side by side; on a phone one at a time. */
export function Inbox({ layout }: { layout: Layout }) {
  const { view, conversationId } = usePlace();
  const arrangement = useArrangement(layout);
  const name = useViewName(view);
  useEffect(() => {
    if (conversationId === null) document.title = `${name} · Porchlight`;
  }, [name, conversationId]);

  useEffect(() => {
    // Fetched after the first paint and before the first click.
    const timer = setTimeout(() => {
      void loadThread();
      void import('./list-foot');
    }, 300);
    return () => clearTimeout(timer);
  }, []);

  return (
    <MemberNames>
      <div
        data-pane={conversationId === null ? 'list' : 'thread'}
        data-views={arrangement.viewsShown ? 'shown' : 'hidden'}
        className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] pane:grid-cols-[auto_minmax(0,1fr)] wide:has-[aside]:grid-cols-[auto_minmax(0,1fr)_312px] full:grid-cols-[auto_auto_minmax(0,1fr)] full:has-[aside]:grid-cols-[auto_auto_minmax(0,1fr)_312px]"
      >
        <Drawn fallback={<div className={viewsColumn} />}>
          <ViewsColumn current={view} className={viewsColumn} />
        </Drawn>
        <div className="relative flex min-h-0 min-w-0 flex-col border-line bg-panel pane:border-r max-pane:in-data-[pane=thread]:hidden">
          <Width of={arrangement.listWidth} />
          <ConversationList
            name={name}
            viewsShown={arrangement.viewsShown}
            onViews={arrangement.showViews}
            edge={
              <Drawn>
                <ListEdge width={arrangement.listWidth} onWidth={arrangement.setWidth} />
              </Drawn>
            }
          />
        </div>
        {conversationId === null ? (
          <section aria-label="Conversation" className="hidden min-w-0 bg-paper pane:block">
            <NothingOpen />
          </section>
        ) : (
          <Drawn fallback={<main className="bg-paper" />}>
            <Thread
              key={conversationId}
              conversationId={conversationId}
              contextShown={arrangement.contextShown}
              onContext={arrangement.showContext}
            />
          </Drawn>
        )}
      </div>
    </MemberNames>
  );
}

/** As wide as the list is to be. The policy forbids the server inline styles; this attribute it allows. */
function Width({ of: width }: { of: number }) {
  return (
    <svg
      aria-hidden
      width={width}
      height={1}
      className="invisible -mb-px block max-w-[42vw] shrink-0 max-pane:hidden"
    />
  );
}
