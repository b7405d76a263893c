'use client';

import { useSyncExternalStore } from 'react';
import { buttonClass } from '../ui/button';
import { isOutdated, onOutdated } from './new-build';
import type { LiveState } from './stream';

/** A thin line while the screen may be behind; it goes away by itself. */
export function ConnectionLine({ state }: { state: LiveState }) {
  const offline = useOffline();
  const outdated = useSyncExternalStore(onOutdated, isOutdated, () => false);
  return (
    <>
      {state === 'reconnecting' || (offline && state !== 'ended') ? (
        <div className="animate-after-a-while border-amber border-t-2 text-center">
          <span className="inline-block rounded-b-sm bg-amber-wash px-3 py-0.5 text-amber-ink text-fact">
            Connection lost. Trying again; drafts are safe.
          </span>
        </div>
      ) : null}
      {outdated && state === 'live' ? (
        <div className="text-center">
          <span className="pointer-events-auto inline-flex items-center gap-3 rounded-b-sm border border-line-strong border-t-0 bg-panel py-1 pr-1.5 pl-3 text-fact text-ink-2">
            Porchlight was updated. Drafts are safe.
            <button
              type="button"
              className={buttonClass()}
              onClick={() => window.location.reload()}
            >
              Load again
            </button>
          </span>
        </div>
      ) : null}
      {state === 'ended' ? (
        <div className="border-breach border-t-2 text-center">
          <span className="pointer-events-auto inline-flex items-center gap-3 rounded-b-sm bg-breach-wash py-1 pr-1.5 pl-3 text-breach text-fact">
            You are no longer signed in here.
            <button
              type="button"
              className={buttonClass()}
              onClick={() => window.location.reload()}
            >
              Load again
            </button>
          </span>
        </div>
      ) : null}
    </>
  );
}

/** A browser knows at once that it lost its network; the stream finds out when it stays silent. */
function useOffline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => !navigator.onLine,
    () => false,
  );
}

function subscribe(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
