'use client';

import type { ReactNode } from 'react';
import { useRef } from 'react';
import { copyText } from '../thread/copy-text';
import { Button } from '../ui/button';
import { useClock } from '../ui/clock';
import { shortMoment } from '../ui/days';
import { RemedyList } from './remedy-list';
import { questionIn, useThisTrial } from './trial';
import { testCase } from './use-case';
import { VerdictSign } from './verdict-sign';
import { sentence, verdictWords } from './verdict-words';
import { layerTitle, modeWords } from './words';

/** What the case comes to. It stays in sight while the facts are changed, and is said aloud when it changes. */
export function Verdict() {
  const { decision, names } = useThisTrial();
  return (
    <section
      aria-label="Decision"
      className="max-wide:contents wide:sticky wide:top-6 wide:col-start-2 wide:row-start-1"
    >
      <div
        role="status"
        className="z-10 mb-4 grid gap-1 border-line border-y bg-paper py-3 max-wide:sticky max-wide:top-0 [@media(max-height:480px)]:static"
      >
        <p className="flex items-center gap-2 font-title text-heading">
          <VerdictSign verdict={decision.verdict} size={18} />
          {verdictWords(decision.verdict, names.network)}
        </p>
        <p className="max-wide:line-clamp-3 [overflow-wrap:anywhere]">
          {sentence(decision.reason, names)}
        </p>
      </div>
      <div className="grid gap-4 max-wide:mb-6">
        <Particulars />
        <WhatCanBeDone />
        <Ways />
      </div>
    </section>
  );
}

function Particulars() {
  const { decision, names } = useThisTrial();
  const { zone } = useClock();
  const { mode, until, layer, reason } = decision;
  return (
    <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-2.5 gap-y-1.5 text-fact">
      {mode ? <Line name="It lands">{modeWords[mode]}</Line> : null}
      <Line name="Decided by">{layerTitle(layer, names.network)}</Line>
      {until === undefined ? null : (
        <Line name="Until">{shortMoment(new Date(until).toISOString(), zone)}</Line>
      )}
      <Line name="Reason">
        <code className="[overflow-wrap:anywhere]">{reason}</code>
      </Line>
    </dl>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function WhatCanBeDone() {
  const { decision } = useThisTrial();
  if (decision.remedies.length === 0) return null;
  return (
    <div>
      <h2 className="mb-1 font-strong text-fact text-ink-3">What can be done</h2>
      <RemedyList remedies={decision.remedies} />
    </div>
  );
}

/** The case as a link, and back to how it was. */
function Ways() {
  const { test, real } = useThisTrial();
  const copy = useRef<HTMLButtonElement>(null);
  const question = questionIn(test.supposed);
  const count = Object.keys(test.supposed).length - Object.keys(question).length;
  return (
    <div className="flex flex-wrap gap-2">
      <Button ref={copy} onClick={() => void copyText(window.location.href)}>
        Copy link to this case
      </Button>
      {count > 0 ? (
        <Button
          tone="quiet"
          onClick={() => {
            testCase({ ...test, supposed: question });
            // This button goes away with what it takes back.
            copy.current?.focus();
          }}
        >
          {real ? `Put back all supposed (${count})` : 'Start over'}
        </Button>
      ) : null}
    </div>
  );
}
