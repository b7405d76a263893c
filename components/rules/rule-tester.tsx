'use client';

import { SearchX } from 'lucide-react';
import type { TestableChannel } from '@/lib/queries/rules/case';
import { Notice } from '../entrance/notice';
import { EmptyState } from '../ui/empty-state';
import { Compare } from './compare';
import { Layers } from './layers';
import { Question } from './question';
import { TrialProvider, useTrial } from './trial';
import { useCase } from './use-case';
import { Verdict } from './verdict';
import { Whom } from './whom';

/** Tries the rules on a case, real or made up: the decision, each layer by itself, and the rules of other times. */
export function RuleTester({ channels }: { channels: readonly TestableChannel[] }) {
  const [first, ...others] = channels;
  if (first) return <OnCase channels={[first, ...others]} />;
  return (
    <EmptyState icon={<SearchX aria-hidden size={20} />} title="No account is connected">
      Once there is one, you can try here whom it may write to.
    </EmptyState>
  );
}

function OnCase({ channels }: { channels: readonly [TestableChannel, ...TestableChannel[]] }) {
  const { test, unread } = useCase();
  const { trial, reading } = useTrial(test, channels);
  return (
    <TrialProvider value={trial}>
      <div className="max-wide:[&_:is(button,select,input)]:scroll-mt-28">
        <div className="mb-4 grid gap-2 empty:hidden">
          {unread.length > 0 ? (
            <Notice
              message={`Part of this link means nothing here and is left out: ${unread.join(', ')}`}
            />
          ) : null}
          {reading.state === 'failed' ? (
            <Notice message={`${reading.why} What follows is about somebody made up.`} />
          ) : null}
        </div>
        <Whom channels={channels} reading={reading} />
        {reading.state === 'reading' ? null : <Tried key={test.conversationId} />}
      </div>
    </TrialProvider>
  );
}

/** The question, what it comes to, and how. Once the facts are here: nothing is told of somebody else meanwhile. */
function Tried() {
  return (
    <>
      <Question />
      <div className="wide:grid wide:grid-cols-[minmax(0,1fr)_280px] wide:items-start wide:gap-x-8">
        <Verdict />
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-8 wide:col-start-1 wide:row-start-1">
          <Layers />
          <Compare />
        </div>
      </div>
    </>
  );
}
