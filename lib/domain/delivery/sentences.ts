import type { DeliveryReason } from './reasons';

/** The names that a sentence speaks of. `channel` is the brand's handle without its @. */
export type Names = { contact: string; channel: string; network: string };

/** What a person can do about it, as one thing to press or to ask for. */
type WayOut = 'retry' | 'rewrite' | 'connect' | 'wait' | 'none';

export type ReasonSentence = { why: string; next: string; wayOut: WayOut };

type Draft = { why: (names: Names) => string; next: (names: Names) => string; wayOut: WayOut };

/** Why a message did not leave, in one sentence, and the one way on. */
export function sentenceFor(reason: DeliveryReason, names: Names): ReasonSentence {
  const { why, next, wayOut } = table[reason];
  return { why: why(names), next: next(names), wayOut };
}

const table: Record<DeliveryReason, Draft> = {
  RECIPIENT_CLOSED: {
    why: ({ contact, channel }) => `${contact} does not take messages from @${channel}.`,
    next: () => 'When they write again, or follow the account, Retry will work.',
    wayOut: 'retry',
  },
  RECIPIENT_VERIFIED_ONLY: {
    why: ({ contact }) => `${contact} takes messages from verified accounts only.`,
    next: () => 'When they write again, Retry will work.',
    wayOut: 'retry',
  },
  RECIPIENT_GONE: {
    why: ({ contact, network }) => `${contact}’s account on ${network} is gone or suspended.`,
    next: () => 'Nobody is there to read it; close the conversation.',
    wayOut: 'none',
  },
  BLOCKED_BY_US: {
    why: ({ contact, channel }) => `@${channel} has blocked ${contact}.`,
    next: ({ network }) => `Unblock them on ${network}, then press Retry.`,
    wayOut: 'retry',
  },
  SENDER_RESTRICTED: {
    why: ({ channel, network }) =>
      `${network} has restricted @${channel}, so it sends nothing now.`,
    next: ({ network }) => `Lift the restriction on ${network}, then press Retry.`,
    wayOut: 'retry',
  },
  ACCOUNT_DISCONNECTED: {
    why: ({ channel, network }) => `${network} no longer accepts the sign-in of @${channel}.`,
    next: () => 'Connect the channel again, then press Retry.',
    wayOut: 'connect',
  },
  APP_SCOPE_MISSING: {
    why: ({ channel }) => `@${channel} was connected without the right to send messages.`,
    next: () => 'Connect the channel again and allow messages, then press Retry.',
    wayOut: 'connect',
  },
  RATE_LIMITED: {
    why: ({ channel, network }) =>
      `${network} lets @${channel} send only so many messages at a time.`,
    next: () => 'It goes out by itself as soon as the limit allows.',
    wayOut: 'wait',
  },
  CREDITS_DEPLETED: {
    why: ({ network }) => `The credits for ${network}’s API are used up.`,
    next: () => 'Top them up, then press Retry.',
    wayOut: 'retry',
  },
  TEXT_TOO_LONG: {
    why: ({ network }) => `The text is longer than ${network} takes.`,
    next: () => 'Shorten it and send it again.',
    wayOut: 'rewrite',
  },
  INVALID_MESSAGE: {
    why: ({ network }) => `${network} did not accept this message.`,
    next: () => 'Change the text and send it again.',
    wayOut: 'rewrite',
  },
  ATTACHMENT_REFUSED: {
    why: ({ network }) => `${network} did not take the attached file.`,
    next: () => 'Retry hands it over anew; if it fails again, attach another file.',
    wayOut: 'retry',
  },
  NETWORK_UNREACHABLE: {
    why: ({ network }) => `${network} could not be reached.`,
    next: () => 'It is tried again by itself; Retry tries at once.',
    wayOut: 'retry',
  },
  OUTCOME_UNKNOWN: {
    why: ({ network }) => `${network} did not say whether it took the message.`,
    next: () => 'Look at the conversation there before you send it again.',
    wayOut: 'retry',
  },
  CHANNEL_GONE: {
    why: ({ channel }) => `@${channel} was disconnected before the message could leave.`,
    next: () => 'Connect the channel again, then press Retry.',
    wayOut: 'connect',
  },
  NOT_SUMMONED: {
    why: ({ contact, channel, network }) =>
      `${network} did not let @${channel} answer this post: ${contact} neither named nor quoted the account in it, or limits who may answer.`,
    next: ({ network }) => `Answer by hand on ${network}, or when they name the account.`,
    wayOut: 'none',
  },
  POST_GONE: {
    why: ({ network }) => `The post that it answers is gone from ${network}.`,
    next: () => 'Nobody would see what it answers; close the conversation.',
    wayOut: 'none',
  },
  BLOCKED_BY_THEM: {
    why: ({ contact, channel }) => `${contact} has blocked @${channel}, so it was not sent.`,
    next: () => 'When they write again, Retry will work.',
    wayOut: 'retry',
  },
  OPTED_OUT: {
    why: ({ contact }) => `${contact} asked not to be written to, so it was not sent.`,
    next: () => 'When they write again, you can answer.',
    wayOut: 'retry',
  },
  REQUEST_PENDING: {
    why: ({ contact }) => `A first message to ${contact} waits for their answer already.`,
    next: () => 'When they write, Retry will work.',
    wayOut: 'retry',
  },
  ENCRYPTED_ELSEWHERE: {
    why: ({ contact, network }) =>
      `${contact} went on encrypted, which only ${network}’s own app can answer.`,
    next: ({ network }) => `Answer them in the app of ${network}.`,
    wayOut: 'retry',
  },
  NOT_PERMITTED: {
    why: ({ contact }) => `Your brand’s rules do not allow writing to ${contact} now.`,
    next: () => 'Above the text field stands why, and what can be done.',
    wayOut: 'retry',
  },
  REPLY_RECALLED: {
    why: () => 'The approved reply in it was recalled before it left, so it was not sent.',
    next: () => 'Write it anew without those words.',
    wayOut: 'rewrite',
  },
};
