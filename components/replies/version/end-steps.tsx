'use client';

import { useState } from 'react';
import type { VersionView } from '@/lib/queries/replies/views';
import { Notice } from '../../entrance/notice';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/sheet';
import { retireVersionAction } from '../actions';
import { useReplyChange } from '../use-reply-change';
import { RecallSheet } from './recall-sheet';

/** Two ways out of use: nobody needs it any more, or nobody may say it any more. */
export function EndSteps({ version }: { version: VersionView }) {
  const [asked, ask] = useState<'retire' | 'recall' | null>(null);
  return (
    <>
      <Button onClick={() => ask('retire')}>Retire…</Button>
      <Button tone="grave" onClick={() => ask('recall')}>
        Recall…
      </Button>
      {asked === 'retire' ? <RetireSheet version={version} onClose={() => ask(null)} /> : null}
      {asked === 'recall' ? <RecallSheet version={version} onClose={() => ask(null)} /> : null}
    </>
  );
}

function RetireSheet({ version, onClose }: { version: VersionView; onClose: () => void }) {
  const { change, isPending, problem } = useReplyChange(retireVersionAction, onClose);
  return (
    <Sheet title={`Retire version ${version.number}?`} onClose={onClose}>
      <div className="grid gap-4 p-4">
        <p>
          It is offered to nobody any more. Where it stands in a reply that is being written, it may
          still be sent: its words were right.
        </p>
        <Notice message={problem} />
        <div className="flex flex-wrap gap-2">
          <Button onClick={onClose}>Keep it in use</Button>
          <Button
            tone="grave"
            disabled={isPending}
            onClick={() => change({ versionId: version.id })}
          >
            Retire it
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
