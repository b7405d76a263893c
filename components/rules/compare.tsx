'use client';

import { clsx } from 'clsx';
import type { Decision } from '@/lib/domain/permissions/decide';
import { underEachRule } from '@/lib/domain/permissions/suppose';
import type { XRuleSet } from '@/lib/domain/permissions/x-rules';
import { useThisTrial } from './trial';
import { VerdictSign } from './verdict-sign';
import { sentence, verdictWords } from './verdict-words';
import { modeWords, ruleWords } from './words';

/** The same case under every rule that X has had. What differs from today says so. */
export function Compare() {
  const { base, test, names } = useThisTrial();
  const eras = underEachRule(base, test.supposed);
  const today = eras.find(({ rules }) => rules === 'x.today')?.decision;
  const onX = { ...names, network: 'X' };
  return (
    <section aria-labelledby="compare">
      <h2 id="compare" className="font-title text-title">
        Compare rule sets
      </h2>
      <p className="mb-3 max-w-140 text-ink-2">
        The same case under each rule that X has had. X’s own word on who may write is about today’s
        rule, and counts only there.
      </p>
      <table className="w-full border-collapse rounded-lg text-left max-sm:text-fact">
        <caption className="sr-only">This case under each rule set of X</caption>
        <thead className="text-fact text-ink-3">
          <tr className="border-line border-b">
            <Head className="w-[27%] sm:w-40">Rule set</Head>
            <Head className="w-[19%] sm:w-24">Decision</Head>
            <Head className="w-[22%] sm:w-32">It lands</Head>
            <Head>Why</Head>
          </tr>
        </thead>
        <tbody>
          {eras.map(({ rules, decision }) => (
            <tr
              key={rules}
              className={clsx('border-line border-b align-top', rules === 'x.today' && 'bg-panel')}
            >
              <RuleHead rules={rules} />
              <td className="py-2 pr-2">
                <span className="flex flex-wrap items-center gap-x-1.5">
                  <VerdictSign verdict={decision.verdict} />
                  {verdictWords(decision.verdict, 'X')}
                </span>
                {today && isOther(decision, today) ? <Differs /> : null}
              </td>
              <td className="py-2 pr-2">{whereWords(decision)}</td>
              <td className="py-2 [overflow-wrap:anywhere]">{sentence(decision.reason, onX)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ className, children }: { className?: string; children: string }) {
  return (
    <th scope="col" className={clsx('py-1.5 pr-2 font-strong', className)}>
      {children}
    </th>
  );
}

function RuleHead({ rules }: { rules: XRuleSet }) {
  const { name, when } = ruleWords[rules];
  return (
    <th scope="row" className="py-2 pr-2 font-quiet">
      <span className="block font-strong">{name}</span>
      <span className="block text-fact text-ink-3">{when}</span>
    </th>
  );
}

function Differs() {
  return <span className="mt-0.5 block font-strong text-amber-ink text-fact">Not as today</span>;
}

function whereWords({ verdict, mode }: Decision): string {
  if (mode) return modeWords[mode];
  return verdict === 'refuse' ? 'Nowhere' : 'Not known yet';
}

function isOther(one: Decision, other: Decision): boolean {
  return one.verdict !== other.verdict || one.mode !== other.mode || one.reason !== other.reason;
}
