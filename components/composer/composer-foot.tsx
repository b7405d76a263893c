'use client';

import type { ReactNode } from 'react';
import type { After, Mode } from './attempt';
import type { Shelf } from './drafts';
import { isNearLimit, leftOf } from './limits';
import { SaveState } from './save-state';
import { SendButtons } from './send-buttons';

/** What stands between the text and the button: what went wrong, how much still fits, who will read it. */
export function ComposerFoot({
  mode,
  text,
  ready,
  trouble,
  shelf,
  tools,
  onSend,
}: {
  mode: Mode;
  text: string;
  ready: boolean;
  trouble: string | null;
  shelf: Shelf;
  /** What can be put into the text, on the left. */
  tools?: ReactNode;
  onSend: (after: After) => void;
}) {
  return (
    <footer className="flex min-h-11 items-center gap-2 py-1.5 pr-2 pl-2">
      {tools}
      <p role="alert" className="min-w-0 flex-1 text-breach text-fact">
        {trouble}
      </p>
      <SaveState shelf={shelf} mode={mode} />
      <Left mode={mode} text={text} />
      {mode === 'note' ? (
        <span className="shrink-0 text-amber-ink text-fact">Team only</span>
      ) : null}
      <SendButtons mode={mode} ready={ready} onSend={onSend} />
    </footer>
  );
}

function Left({ mode, text }: { mode: Mode; text: string }) {
  const left = leftOf(mode, text);
  if (!isNearLimit(left)) return null;
  return (
    <span
      role="status"
      data-over={left < 0}
      className="shrink-0 text-fact text-ink-2 tabular-nums data-[over=true]:text-breach"
    >
      {left < 0 ? `${-left} too many` : `${left} left`}
    </span>
  );
}
