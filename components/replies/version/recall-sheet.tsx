'use client';

import { useId, useState } from 'react';
import { shortest } from '@/lib/domain/replies/reply';
import type { VersionView } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/sheet';
import { recallVersionAction } from '../actions';
import { useReplyChange } from '../use-reply-change';

/** Nobody may say it any more, from this moment on: why is told to everybody who has used it. */
export function RecallSheet({ version, onClose }: { version: VersionView; onClose: () => void }) {
  const id = useId();
  const [reason, setReason] = useState('');
  const { change, isPending, problem, fields } = useReplyChange(recallVersionAction, onClose);
  return (
    <Sheet title={`Recall version ${version.number}?`} onClose={onClose}>
      <form
        className="grid gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          change({ versionId: version.id, reason });
        }}
      >
        <p>
          Nothing of it leaves any more: it is gone from every list at once, replies that are being
          written say so, and what waits to be sent is held. It cannot be undone; a new version can
          take its place.
        </p>
        <div>
          <label htmlFor={id} className="mb-1 block font-strong text-ink-2">
            Why
          </label>
          <textarea
            id={id}
            rows={2}
            dir="auto"
            value={reason}
            maxLength={shortest.reason}
            onChange={({ target }) => setReason(target.value)}
            aria-describedby={`${id}-hint`}
            className="field-sizing-content min-h-14 w-full resize-none rounded-sm border border-line-strong bg-paper px-2.5 py-1.5"
          />
          <p id={`${id}-hint`} className="mt-1 text-fact text-ink-3">
            Agents who have it in a reply read this.
          </p>
        </div>
        <Notice message={fields['reason'] ?? problem} />
        <div className="flex flex-wrap gap-2">
          <Button onClick={onClose}>Keep it in use</Button>
          <Button type="submit" tone="grave" disabled={isPending || reason.trim() === ''}>
            Recall it now
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
