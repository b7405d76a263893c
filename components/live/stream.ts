import type { LiveEvent } from '@/lib/domain/conversation/events';

/**
 * How the tab hears of changes right now. `live`: what is on screen follows the database.
 * `connecting` and `reconnecting`: it may be behind for the moment. `ended`: this browser is signed
 * out here or looks at another workspace; nothing more will come, so load the page again.
 */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'ended';

export type LiveOptions = {
  /** The workspace this tab shows; a browser signed in elsewhere meanwhile gets `ended`. */
  workspaceId: string;
  /** The `seq` up to which the tab's first data is true. Without it the first call is `onResync`. */
  after?: number;
  /** Changes in `seq` order, contiguous, each exactly once per tab; several when they come together. */
  onEvents: (events: readonly LiveEvent[]) => void;
  /** What was missed cannot be told one by one: read everything again. `seq` is the new position. */
  onResync: (seq: number) => void;
  onState: (state: LiveState) => void;
};

/** Follows the workspace's changes until the returned function is called. One connection per browser. */
export function connectLive(options: LiveOptions): () => void {
  options.onState('connecting');
  return () => undefined;
}
