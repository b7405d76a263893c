'use client';

import { lazy, useState } from 'react';
import { Late } from '../shell/late';
import { useCan } from '../shell/me';
import { useShortcut } from '../shell/shortcuts';
import type { Conversation } from '../thread/conversation';
import { intentWords, percent } from './intent-words';

const IntentPicker = lazy(() =>
  import('./intent-picker').then((loaded) => ({ default: loaded.IntentPicker })),
);

/** What the newest message was taken for, quietly; a press or a key shows why, and corrects it. */
export function IntentChip({ conversation }: { conversation: Conversation }) {
  const { triage } = conversation;
  const may = useCan('triage.correct');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const key = `intent-of-${conversation.id}`;
  const show = () => {
    setAnchor(document.getElementById(key));
    setOpen(true);
  };
  useShortcut('intent', triage && may ? show : null);
  if (!triage) return null;
  const { name } = intentWords[triage.corrected ?? triage.intent];
  const sure = triage.corrected ? 'said by a person' : `${percent(triage.confidence)} sure`;
  return (
    <>
      <button
        id={key}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={`${name}, ${sure}. Why, or say otherwise`}
        title={`${name}, ${sure}. Press i to see why or to correct it`}
        onClick={show}
        className="inline-flex h-6 shrink-0 items-center gap-1 rounded-sm px-1 text-fact text-ink-2 hover:bg-hover hover:text-ink"
      >
        {name}
        <span className="text-ink-3 tabular-nums">
          {triage.corrected ? '✓' : percent(triage.confidence)}
        </span>
      </button>
      {open ? (
        <Late>
          <IntentPicker
            conversation={conversation}
            triage={triage}
            may={may}
            anchor={anchor}
            onClose={() => setOpen(false)}
          />
        </Late>
      ) : null}
    </>
  );
}
