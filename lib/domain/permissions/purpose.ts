/** Why we write: an answer, a service message on our own account, a promotion, a first message to a stranger. */
export const purposes = ['reply', 'follow_up', 'offer', 'outreach'] as const;
export type Purpose = (typeof purposes)[number];

/** Who writes. A bulk offer that a person starts is automation all the same. */
export type Writer = 'person' | 'automation';
