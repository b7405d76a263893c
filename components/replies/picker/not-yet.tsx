'use client';

import { clsx } from 'clsx';
import type { RefObject } from 'react';
import { Button } from '../../ui/button';
import { overTheField } from './over-the-field';
import { useKeys } from './use-keys';

/** Instead of the list, while it is on its way or where it did not come. What is typed meanwhile finds its reply then. */
export function NotYet({
  field,
  failed,
  onRetry,
  onDismiss,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  failed: boolean;
  onRetry: () => void;
  onDismiss: () => void;
}) {
  useKeys(field, ({ key }) => {
    if (key === 'Escape') onDismiss();
    return key === 'Escape';
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press in it must not take the focus from the field
    <div
      onMouseDown={(event) => event.preventDefault()}
      className={clsx(overTheField, failed ? 'animate-rise' : 'animate-late')}
    >
      <p role="status" className="flex min-h-10 items-center gap-2.5 px-3 py-1.5 text-ink-2">
        {failed ? 'The approved replies could not be loaded.' : 'Loading the approved replies'}
        {failed ? <Button onClick={onRetry}>Try again</Button> : null}
      </p>
    </div>
  );
}
