'use client';
'use no memo'; // A link is cheap to draw: remembering its parts would only weigh on the first load.

import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';

/** Whether a click on a link means "here", not a new tab or a download. */
export function isPlainClick(event: MouseEvent): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !modified;
}

/**
 * A link to another part of Porchlight that keeps the shell standing. It fetches nothing ahead.
 * `onNavigate` hears that one leaves.
 */
export function SoftLink({
  href,
  onNavigate,
  ...props
}: ComponentProps<'a'> & { href: string; onNavigate?: () => void }) {
  const router = useRouter();
  return (
    <a
      href={href}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onNavigate?.();
        router.push(href);
      }}
      {...props}
    />
  );
}
