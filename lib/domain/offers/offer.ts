/** The life of an offer. `approved`: another pair of eyes read it. `done`: everybody's turn came. */
export const offerStates = ['draft', 'approved', 'running', 'paused', 'stopped', 'done'] as const;
export type OfferState = (typeof offerStates)[number];

/** What became of one recipient: not yet their turn; handed to delivery; kept from them by a rule, or by the end. */
const recipientStates = ['waiting', 'queued', 'refused', 'no_code', 'stopped'] as const;
export type RecipientState = (typeof recipientStates)[number];

/** What can be done with an offer as a whole. */
export const offerSteps = [
  'change',
  'approve',
  'start',
  'pause',
  'resume',
  'stop',
  'finish',
] as const;
export type OfferStep = (typeof offerSteps)[number];

const steps: Record<OfferStep, Partial<Record<OfferState, OfferState>>> = {
  // Other words are not what was approved.
  change: { draft: 'draft', approved: 'draft' },
  approve: { draft: 'approved' },
  start: { approved: 'running' },
  pause: { running: 'paused' },
  resume: { paused: 'running' },
  stop: { approved: 'stopped', draft: 'stopped', running: 'stopped', paused: 'stopped' },
  finish: { running: 'done' },
};

/** Where a step leads from a state; null when it cannot be taken there. */
export function afterStep(state: OfferState, step: OfferStep): OfferState | null {
  return steps[step][state] ?? null;
}
