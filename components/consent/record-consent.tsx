'use client';

import { lazy, useState } from 'react';
import { Late } from '../shell/late';
import { useCan } from '../shell/me';
import type { Conversation } from '../thread/conversation';
import { Button } from '../ui/button';

const RecordSheet = lazy(() =>
  import('./record-sheet').then((loaded) => ({ default: loaded.RecordSheet })),
);

/** Where a refusal asks for it. Nothing for who may not record consent. */
export function RecordConsentButton({ conversation }: { conversation: Conversation }) {
  const recording = useRecording(conversation);
  if (!recording) return <span className="text-ink-2">Ask for their consent when they write.</span>;
  return (
    <>
      <Button onClick={recording.open}>Record their consent</Button>
      {recording.sheet}
    </>
  );
}

/** The quiet one beside a heading. */
export function RecordConsentLink({ conversation }: { conversation: Conversation }) {
  const recording = useRecording(conversation);
  if (!recording) return null;
  return (
    <>
      <button
        type="button"
        onClick={recording.open}
        className="text-fact text-ink-2 underline-offset-2 hover:text-ink hover:underline"
      >
        Record
      </button>
      {recording.sheet}
    </>
  );
}

function useRecording(conversation: Conversation) {
  const [isOpen, setOpen] = useState(false);
  const mayRecord = useCan('consent.record');
  if (!mayRecord) return null;
  return {
    open: () => setOpen(true),
    sheet: isOpen ? (
      <Late>
        <RecordSheet conversation={conversation} onClose={() => setOpen(false)} />
      </Late>
    ) : null,
  };
}
