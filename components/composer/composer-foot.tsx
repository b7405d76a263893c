'use client';

import type { ReactNode } from 'react';
import type { Composing } from './composing';
import { isNearLimit } from './limits';
import { SaveState } from './save-state';
import { SendButtons } from './send-buttons';

type Costs = { reply: number; withLink: number; asOf: string };

/** What stands between the text and the button: what went wrong, how much still fits, what it costs, who will read it. */
export function ComposerFoot({
  composing,
  costs,
  tools,
}: {
  composing: Composing;
  /** What the network asks for a post; only in public. */
  costs: Costs | undefined;
  /** What can be put into the text, on the left. */
  tools?: ReactNode;
}) {
  const { mode, ready, trouble, shelf, fits, inPublic, text } = composing;
  return (
    <footer className="flex min-h-11 items-center gap-2 py-1.5 pr-2 pl-2">
      {tools}
      <p role="alert" className="min-w-0 flex-1 text-breach text-fact">
        {trouble}
      </p>
      <SaveState shelf={shelf} mode={mode} />
      <Left left={fits.left} inPublic={inPublic} />
      {costs && text.trim() !== '' ? <Cost costs={costs} hasLink={fits.hasLink} /> : null}
      {mode === 'note' ? (
        <span className="shrink-0 text-amber-ink text-fact">Team only</span>
      ) : null}
      <SendButtons mode={mode} ready={ready} onSend={(after) => composing.send({ after })} />
    </footer>
  );
}

function Left({ left, inPublic }: { left: number; inPublic: boolean }) {
  if (!isNearLimit(left, inPublic)) return null;
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

function Cost({ costs: { reply, withLink, asOf }, hasLink }: { costs: Costs; hasLink: boolean }) {
  const dollars = (hasLink ? withLink : reply).toFixed(2);
  const why = hasLink ? ' with a link' : '';
  return (
    <span
      className="shrink-0 text-fact text-ink-3 tabular-nums"
      title={`By the network’s price list of ${asOf}. A post with a link costs $${withLink.toFixed(2)}, an answer without one $${reply.toFixed(2)}.`}
    >
      Costs ${dollars}
      {why}
    </span>
  );
}
