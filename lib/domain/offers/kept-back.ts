import type { DeliveryReason } from '../delivery/reasons';
import type { ReasonCode } from '../permissions/reasons';
import type { Names } from '../permissions/sentences';
import { sentenceOf } from '../permissions/sentences';

/** How far an offer came with somebody. */
export const outcomes = ['given', 'under_way', 'waiting', 'kept_back'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why somebody did not get it beside what the rules and the network say. */
type OwnReason = 'NO_CODE' | 'STOPPED' | 'TAKEN_BACK';

/** Why somebody did not get an offer, or does not have it yet. */
export type KeptBackReason = ReasonCode | DeliveryReason | OwnReason;

/** Why somebody did not get an offer, in one sentence. */
export function keptBackSentence(reason: KeptBackReason, names: Names): string {
  return isOther(reason) ? others[reason](names) : sentenceOf(reason, names);
}

type Other = Exclude<KeptBackReason, ReasonCode>;

function isOther(reason: KeptBackReason): reason is Other {
  return reason in others;
}

const others: Record<Other, (names: Names) => string> = {
  NO_CODE: ({ contact }) => `No code was left when ${contact}’s turn came.`,
  STOPPED: ({ contact }) => `The offer was stopped before it went to ${contact}.`,
  TAKEN_BACK: ({ contact }) => `The message to ${contact} was taken back before it left.`,
  SENDER_RESTRICTED: ({ channel, network }) =>
    `${network} has restricted what @${channel} may send.`,
  ACCOUNT_DISCONNECTED: ({ channel, network }) => `@${channel} lost its connection to ${network}.`,
  APP_SCOPE_MISSING: ({ channel, network }) =>
    `@${channel} has not allowed Porchlight to send on ${network}.`,
  INVALID_MESSAGE: ({ network }) => `${network} did not take this message.`,
  ATTACHMENT_REFUSED: ({ network }) => `${network} did not take what was attached.`,
  NETWORK_UNREACHABLE: ({ network }) => `${network} did not answer.`,
  OUTCOME_UNKNOWN: ({ contact }) => `Nobody knows whether it reached ${contact}.`,
  POST_GONE: ({ contact }) => `What ${contact} said in public is gone.`,
  CHANNEL_GONE: ({ channel }) => `@${channel} was disconnected before it left.`,
  REPLY_RECALLED: ({ contact }) =>
    `The approved reply in it was recalled before it went to ${contact}.`,
  NOT_PERMITTED: ({ contact }) => `The rules did not let it go to ${contact}.`,
};
