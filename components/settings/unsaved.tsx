'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';

/** While something is typed and not kept, asks before a link, a reload or a closed tab loses it. */
export function Unsaved({ when }: { when: boolean }) {
  const router = useRouter();
  const [wanted, setWanted] = useState<string>();

  useEffect(() => {
    if (!when) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    function onClick(event: MouseEvent) {
      const path = pathMeant(event);
      if (path === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(path);
    }
    window.addEventListener('beforeunload', onUnload);
    // Before React hears of it: its links would be on their way.
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [when]);

  if (wanted === undefined || !when) return null;
  return (
    <Sheet title="Leave without saving?" onClose={() => setWanted(undefined)}>
      <div className="grid gap-4 p-4">
        <p>What you typed here is not saved.</p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setWanted(undefined)}>Stay</Button>
          <Button tone="grave" onClick={() => router.push(wanted)}>
            Leave without saving
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** The path of ours that a click on a link leads to; undefined for any other click. */
function pathMeant(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target !== '') return;
  const { origin, pathname, search } = new URL(link.href);
  if (origin !== window.location.origin || pathname === window.location.pathname) return;
  return `${pathname}${search}`;
}
