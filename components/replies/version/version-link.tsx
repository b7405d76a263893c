'use client';

import type { ReactNode } from 'react';
import type { VersionView } from '@/lib/queries/replies/views';
import { isPlainClick } from '../../ui/soft-link';
import { goToVersion, versionPath } from './place';

/** The way to a version of the reply on the screen; the server need not be asked. */
export function VersionLink({
  version: { id, replyId },
  isHere = false,
  className,
  children,
}: {
  version: Pick<VersionView, 'id' | 'replyId'>;
  isHere?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <a
      href={versionPath(replyId, id)}
      {...(isHere ? { 'aria-current': 'true' } : {})}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        goToVersion(replyId, id);
      }}
      className={className}
    >
      {children}
    </a>
  );
}
