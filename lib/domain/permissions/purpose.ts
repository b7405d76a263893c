/** Why we write: an answer, a service message on our own account, a promotion, a first message to a stranger. */
export const purposes = ['reply', 'follow_up', 'offer', 'outreach'] as const;
export type Purpose = (typeof purposes)[number];

/** Who writes. A bulk offer that a person starts is automation all the same. */
export type Writer = 'person' | 'automation';

/** What a message of ours is sent for. The last one tells somebody once that their opt-out was heard. */
export type SendPurpose = Purpose | 'opt_out_confirmation';

/** What the rules are asked for a message of that purpose. */
export function purposeOf(purpose: SendPurpose): Purpose {
  return purpose === 'opt_out_confirmation' ? 'reply' : purpose;
}
