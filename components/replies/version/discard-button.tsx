'use client';

import { useState } from 'react';
import type { VersionView } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/sheet';
import { discardVersionAction } from '../actions';
import { useReplyChange } from '../use-reply-change';
import { goToLanguage } from './place';

/** Takes a draft away for good, once it was asked. */
export function DiscardButton({
  version: { id, replyId, language, number },
  onDiscarded,
}: {
  version: VersionView;
  onDiscarded?: () => void;
}) {
  const [asks, setAsks] = useState(false);
  const { change, isPending, problem } = useReplyChange(discardVersionAction, () => {
    onDiscarded?.();
    goToLanguage(replyId, language);
  });
  return (
    <>
      <Button tone="grave" onClick={() => setAsks(true)}>
        Discard…
      </Button>
      {asks ? (
        <Sheet title={`Discard version ${number}?`} onClose={() => setAsks(false)}>
          <div className="grid gap-4 p-4">
            <p>Its words and what was said about it are gone for good. Other versions stay.</p>
            <Notice message={problem} />
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => setAsks(false)}>Keep it</Button>
              <Button tone="grave" disabled={isPending} onClick={() => change({ versionId: id })}>
                Discard it
              </Button>
            </div>
          </div>
        </Sheet>
      ) : null}
    </>
  );
}
