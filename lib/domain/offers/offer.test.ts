import { describe, expect, it } from 'vitest';
import type { OfferState, OfferStep } from './offer';
import { afterStep, offerStates, offerSteps } from './offer';

const table: Record<OfferState, Partial<Record<OfferStep, OfferState>>> = {
  draft: { change: 'draft', approve: 'approved', stop: 'stopped' },
  approved: { change: 'draft', start: 'running', stop: 'stopped' },
  running: { pause: 'paused', stop: 'stopped', finish: 'done' },
  paused: { resume: 'running', stop: 'stopped' },
  stopped: {},
  done: {},
};

describe('the life of an offer', () => {
  const all = offerStates.flatMap((state) => offerSteps.map((step) => ({ state, step })));

  it.each(all)('$state, then $step', ({ state, step }) => {
    expect(afterStep(state, step)).toBe(table[state][step] ?? null);
  });

  it('never runs words that were changed after they were approved', () => {
    const changed = afterStep('approved', 'change');
    expect(changed && afterStep(changed, 'start')).toBeNull();
  });
});
