/** The kinds of work a worker does. Each claims its due rows itself; a nudge only says "look now". */
export const lanes = [
  'inbound',
  'delivery',
  'reconcile',
  'healing',
  'silence',
  'media',
  'snooze',
  'relation',
  'door',
  'offer',
  'sla',
  'mail',
  'routing',
  'bulk',
  'block',
  'replies',
] as const;
export type Lane = (typeof lanes)[number];

/** Where a transaction says, as it commits, which lane has something to do. */
export const WORK_CHANNEL = 'porchlight_work';
