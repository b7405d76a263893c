import {
  formatDuration,
  LONGEST_SECONDS,
  parseDuration,
  whyNotDuration,
} from '@/lib/domain/sla/duration';
import type { Effect, Metric, Step } from '@/lib/domain/sla/policy';

/** When a step happens: at a share of the time, or so long before it is over or after. */
export type When = 'percent' | 'before' | 'after';

/** A step as it is typed. */
export type StepDraft = {
  id: string;
  metric: Metric;
  when: When;
  amount: string;
  effects: readonly Effect[];
};

export function stepDraft({ id, metric, at, effects }: Step): StepDraft {
  if ('percent' in at) return { id, metric, when: 'percent', amount: `${at.percent}`, effects };
  if ('before' in at) {
    return { id, metric, when: 'before', amount: formatDuration(at.before), effects };
  }
  const amount = at.after === 0 ? '0 m' : formatDuration(at.after);
  return { id, metric, when: 'after', amount, effects };
}

export function stepIn({ id, metric, when, amount, effects }: StepDraft): Step {
  if (when === 'percent') return { id, metric, at: { percent: Number(amount) }, effects };
  const seconds = parseDuration(amount) ?? 0;
  return { id, metric, at: when === 'before' ? { before: seconds } : { after: seconds }, effects };
}

/** What is wrong with the step that has this number among those that are kept. */
export function stepProblems({ when, amount, effects }: StepDraft, no: number) {
  const found: Record<string, string> = {};
  const why = whyNotAmount(when, amount);
  if (why) found[`steps.${no}.at`] = why;
  if (effects.length === 0) found[`steps.${no}.effects`] = 'Say what happens then.';
  return found;
}

function whyNotAmount(when: When, amount: string): string | null {
  if (when === 'percent') return /^[1-9]\d?$/.test(amount.trim()) ? null : 'From 1 to 99.';
  if (when === 'before') return whyNotDuration(amount);
  const seconds = parseDuration(amount);
  if (seconds === null) return 'Write it like 30 m, 1 h 30 m or 2 d.';
  return seconds > LONGEST_SECONDS ? 'A year (365 d) is the most.' : null;
}
