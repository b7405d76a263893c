'use client';

import { useState } from 'react';
import type { TrialLength, TrialLine, Trial as Tried } from '@/lib/domain/rules/trial';
import { trialLengths } from '@/lib/domain/rules/trial';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import { tryRulesAction } from './actions';
import { Choose } from './boxes';
import type { ruleIn } from './draft';
import { ruleCount } from './rule-count';

type Asked = {
  draft: { ruleId: string | null; rule: ReturnType<typeof ruleIn> } | null;
  /** An order that is not saved yet. */
  order: readonly string[] | null;
  /** Hears for how many each version held. */
  onTried?: (trial: Tried) => void;
};

/** A dry run over what came in last: for how many the rules hold, and what would be otherwise. */
export function Trial({ draft, order, onTried }: Asked) {
  const [last, setLast] = useState<TrialLength>(100);
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<{ trial?: Tried; problem?: string; for: string }>();
  const asks = JSON.stringify([draft, order, last]);

  async function run() {
    setPending(true);
    const rule = draft && { ...draft, rule: { ...draft.rule, name: draft.rule.name || 'New' } };
    const result = await tryRulesAction({ last, draft: rule, order }).catch(() => null);
    setPending(false);
    if (result?.ok) {
      setOutcome({ trial: result.value, for: asks });
      onTried?.(result.value);
    } else {
      setOutcome({
        problem: result?.refusal.message ?? 'Porchlight did not answer. Try again.',
        for: asks,
      });
    }
  }

  const { trial, problem } = outcome ?? {};
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Choose
          label="How many conversations"
          value={String(last)}
          choices={Object.fromEntries(
            trialLengths.map((count) => [
              String(count),
              `the last ${count.toLocaleString('en-GB')} conversations`,
            ]),
          )}
          onChange={(value) => setLast(trialLengths.find((one) => `${one}` === value) ?? 100)}
        />
        <Button disabled={isPending} onClick={() => void run()}>
          Try it out
        </Button>
        <p role="status" className="text-ink-2">
          {statusOf({ isPending, isOld: outcome !== undefined && outcome.for !== asks, trial })}
        </p>
      </div>
      <Notice message={problem} />
      {trial && trial.lines.length > 0 ? <Outcome trial={trial} /> : null}
    </div>
  );
}

function statusOf({
  isPending,
  isOld,
  trial,
}: {
  isPending: boolean;
  isOld: boolean;
  trial: Tried | undefined;
}): string | null {
  if (isPending) return 'Trying';
  if (!trial) return null;
  const { asked, matched, changed } = trial;
  const said = `Holds for ${ruleCount(matched, asked)}. ${changed === 0 ? 'Nothing' : changed.toLocaleString('en-GB')} would be otherwise.`;
  return isOld ? `${said} Since then something was changed here.` : said;
}

function Outcome({ trial: { lines, matched } }: { trial: Tried }) {
  return (
    <section
      aria-label="What would change"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      className="quiet-scroll max-h-120 overflow-auto rounded-lg border border-line bg-panel"
    >
      <table className="w-full border-collapse">
        <thead className="sticky top-0 bg-panel">
          <tr className="border-line border-b text-left text-fact text-ink-3">
            <th scope="col" className="px-3 py-1.5 font-strong">
              Conversation
            </th>
            <th scope="col" className="px-3 py-1.5 font-strong">
              Would change
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <OutcomeLine key={line.conversationId} line={line} />
          ))}
        </tbody>
      </table>
      {lines.length < matched ? (
        <p className="px-3 py-2 text-fact text-ink-3">
          The newest {lines.length} of {matched.toLocaleString('en-GB')}.
        </p>
      ) : null}
    </section>
  );
}

function OutcomeLine({ line }: { line: TrialLine }) {
  const { conversationId, contact, said, changes, stays } = line;
  return (
    <tr className="border-line border-b align-top last:border-b-0">
      <td className="w-1/2 min-w-36 px-3 py-2">
        <SoftLink
          href={`/inbox/all/${conversationId}`}
          className="font-medium underline-offset-2 hover:underline"
        >
          <bdi>{contact}</bdi>
        </SoftLink>
        <p className="line-clamp-2 text-fact text-ink-2 [overflow-wrap:anywhere]">
          <bdi>{said}</bdi>
        </p>
      </td>
      <td className="px-3 py-2">
        {changes.length === 0 ? <p className="text-ink-3">Nothing</p> : null}
        {changes.map(({ what, before, after }) => (
          <p key={what}>
            <span className="text-ink-3">{what}</span> <bdi className="text-ink-2">{before}</bdi>{' '}
            <span className="text-ink-3">
              <span aria-hidden>→</span>
              <span className="sr-only">becomes</span>
            </span>{' '}
            <bdi>{after}</bdi>
          </p>
        ))}
        {stays.map((words) => (
          <p key={words} className="text-fact text-ink-3">
            {words}
          </p>
        ))}
      </td>
    </tr>
  );
}
