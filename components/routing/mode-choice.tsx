'use client';

import type { Mode } from '@/lib/domain/rules/rule';
import { modes } from '@/lib/domain/rules/rule';
import { Notice } from '../entrance/notice';
import { setRuleModeAction } from './actions';
import { useRulesChange } from './use-changed';

const words: Record<Mode, { name: string; about: string }> = {
  first: {
    name: 'The first that holds decides',
    about: 'The rules are asked from the top. Those after the first that holds are not asked.',
  },
  all: {
    name: 'All that hold',
    about:
      'Each says its part. Where two say different things, the lower one wins; labels and skills come together.',
  },
};

/** How the rules stand to each other. */
export function ModeChoice({ mode, mayChange }: { mode: Mode; mayChange: boolean }) {
  const { change, isPending, problem } = useRulesChange(setRuleModeAction);
  return (
    <fieldset disabled={!mayChange || isPending} className="grid gap-2">
      <legend className="sr-only">How the rules stand to each other</legend>
      {modes.map((one) => (
        <label key={one} className="flex items-start gap-2.5">
          <input
            type="radio"
            name="rule-mode"
            checked={mode === one}
            onChange={() => change({ mode: one })}
            className="mt-0.5 size-4 shrink-0 accent-ink"
          />
          <span>
            <span className="font-medium">{words[one].name}</span>
            <span className="block text-ink-2">{words[one].about}</span>
          </span>
        </label>
      ))}
      <Notice message={problem} />
    </fieldset>
  );
}
