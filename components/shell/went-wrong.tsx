'use client';
'use no memo'; // Drawn once or seldom: remembering its parts would only weigh on the first load.

import { useEffect, useRef } from 'react';
import { isOfOldBuild, noticeOldBuild } from '../live/new-build';

type Failure = Error & { digest?: string };
type Props = { error: Failure; reset: () => void; as?: 'main' | 'div' };

/**
 * What stands in place of what broke. Without the parts that other pages are made of: every page
 * carries this one along, and they may be what broke.
 */
export function WentWrong({ error, reset, as: Tag = 'main' }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const old = isOfOldBuild(error);
  useEffect(() => {
    noticeOldBuild(error);
    button.current?.focus({ preventScroll: true });
  }, [error]);
  return (
    <Tag className="grid h-full min-h-80 place-content-center justify-items-center gap-1 p-8 text-center">
      <h1 className="font-title text-title">
        {old ? 'Porchlight was updated' : 'Something went wrong here'}
      </h1>
      <p role="status" className="max-w-[34ch] text-balance text-ink-2">
        {old
          ? 'Load the page again to go on. Messages and drafts are safe.'
          : `Messages and drafts are safe.${numberOf(error)}`}
      </p>
      <div className="mt-3 flex gap-2">
        <button
          ref={button}
          type="button"
          onClick={old ? () => window.location.reload() : reset}
          className="h-7 rounded-sm border border-line bg-panel px-2.5 font-medium hover:bg-hover"
        >
          {old ? 'Load again' : 'Try again'}
        </button>
        <a
          href="/inbox/mine"
          className="inline-flex h-7 items-center rounded-sm border border-transparent px-2.5 font-medium text-ink-2 hover:bg-hover"
        >
          To the inbox
        </a>
      </div>
    </Tag>
  );
}

function numberOf({ digest }: Failure): string {
  return digest ? ` If it stays, tell an admin this number: ${digest}.` : '';
}
