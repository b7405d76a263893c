'use client';

import type { RefusalView } from '@/lib/domain/refusal';
import { ShortcutHint, useShortcutTitle } from '../shell/shortcut-hint';
import { Button } from '../ui/button';
import type { Mode } from './attempt';
import { isNearLimit, leftOf } from './limits';

/** What stands between the text and the button: what went wrong, how much still fits, who will read it. */
export function ComposerFoot({
  mode,
  text,
  ready,
  trouble,
}: {
  mode: Mode;
  text: string;
  ready: boolean;
  trouble: RefusalView | null;
}) {
  const title = useShortcutTitle('send');
  return (
    <footer className="flex min-h-11 items-center gap-2.5 py-1.5 pr-2 pl-3">
      <p role="alert" className="min-w-0 flex-1 text-breach text-fact">
        {trouble?.message}
      </p>
      <Left mode={mode} text={text} />
      {mode === 'note' ? (
        <span className="shrink-0 text-amber-ink text-fact">Team only</span>
      ) : null}
      <Button type="submit" tone="go" disabled={!ready} title={title}>
        {mode === 'reply' ? 'Send' : 'Add note'}
        <ShortcutHint of="send" />
      </Button>
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
