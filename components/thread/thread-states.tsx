'use client';

import { goTo, usePlace } from '../inbox/location';
import { ReadFailed } from '../shell/read-json';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { BackButton } from './thread-header';

/** Why a conversation cannot be shown, and the way on. */
export function ThreadFailed({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const { view } = usePlace();
  const missing = error === null || (error instanceof ReadFailed && error.code !== 'unavailable');
  return (
    <>
      <header className="flex h-12 shrink-0 items-center border-line border-b bg-panel px-2">
        <BackButton />
      </header>
      <div className="min-h-0 flex-1">
        {missing ? (
          <EmptyState
            titleAs="h1"
            title="This conversation is not here"
            action={<Button onClick={() => goTo(view)}>Back to the list</Button>}
          >
            It may belong to another workspace, or the address is not complete.
          </EmptyState>
        ) : (
          <EmptyState
            titleAs="h1"
            title="The conversation could not be loaded"
            action={<Button onClick={onRetry}>Try again</Button>}
          >
            Porchlight did not answer. Drafts are safe.
          </EmptyState>
        )}
      </div>
    </>
  );
}

/** The shape of a conversation that takes longer than a moment. */
export function ThreadSkeleton() {
  return (
    <>
      <header className="h-12 shrink-0 border-line border-b bg-panel" />
      <div
        role="status"
        aria-label="Loading the conversation"
        className="flex min-h-0 flex-1 animate-late flex-col justify-end gap-3.5 px-3 pb-2.5 pane:px-5.5"
      >
        <span className="h-10 w-2/3 rounded-xl bg-sunken" />
        <span className="h-16 w-1/2 rounded-xl bg-sunken" />
        <span className="h-12 w-1/2 self-end rounded-xl bg-sunken" />
        <span className="mt-4 mb-4 h-40 rounded-lg border border-line bg-panel" />
      </div>
    </>
  );
}
