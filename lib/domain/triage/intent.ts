/** What a message is about, in the order in which it is offered for correction. */
export const intents = [
  'complaint',
  'question',
  'request',
  'praise',
  'press',
  'business',
  'spam',
  'other',
] as const;
export type Intent = (typeof intents)[number];

/** How much a message hurries. */
export const urgencies = ['low', 'normal', 'high'] as const;
export type Urgency = (typeof urgencies)[number];
