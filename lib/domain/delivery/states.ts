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
