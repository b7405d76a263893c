/** The fate of an outbound message. */
export const deliveryStates = [
  'queued',
  'sending',
  'unknown',
  'needs_review',
  'sent',
  'failed',
  'cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** In these states a message waits for a person to decide: what Needs review holds. */
export const troubledStates = [
  'failed',
  'needs_review',
] as const satisfies readonly DeliveryState[];
