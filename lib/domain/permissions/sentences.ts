import type { ReasonCode } from './reasons';

/** The names that a sentence speaks of. `channel` is the brand's handle without its @. */
export type Names = { contact: string; channel: string; network: string };

/** What a reason means, in one sentence that a person can act on. */
export function sentenceOf(reason: ReasonCode, names: Names): string {
  return sentences[reason](names);
}

const sentences: Record<ReasonCode, (names: Names) => string> = {
  RECIPIENT_FOLLOWS: ({ contact, channel }) =>
    `${contact} follows @${channel}, so a message reaches their inbox.`,
  RECIPIENT_ADMITS_FOLLOWED: ({ contact, channel }) =>
    `${contact} takes messages from followers, and @${channel} follows them.`,
  RECIPIENT_HAS_WRITTEN: ({ contact, channel }) =>
    `${contact} wrote to @${channel}, so you can answer.`,
  RECIPIENT_OPEN: ({ contact }) =>
    `${contact} takes messages from everyone; this one lands among their requests.`,
  RECIPIENT_OPEN_TO_VERIFIED: ({ contact, channel }) =>
    `${contact} takes messages from verified accounts, and @${channel} is one; this one lands among their requests.`,
  NETWORK_SAYS_YES: ({ contact, channel, network }) =>
    `${network} says that @${channel} may write to ${contact}.`,
  CONVERSATION_EXISTS: ({ contact, channel }) =>
    `${contact} and @${channel} are in conversation, and it goes on.`,
  WINDOW_OPEN: ({ contact, network }) =>
    `${contact} wrote recently enough for ${network} to let you answer.`,
  SUMMONED: ({ contact, channel }) =>
    `${contact} named or quoted @${channel}, so you can answer in public.`,
  MAY_ANSWER_ANY_POST: ({ channel, network }) =>
    `${network} lets @${channel} answer any post, so you can answer in public.`,
  CHANNEL_DISCONNECTED: ({ channel, network }) => `@${channel} is not connected to ${network}.`,
  CHANNEL_SUSPENDED: ({ channel, network }) =>
    `${network} has restricted @${channel}, so nothing can be sent.`,
  CHANNEL_LOCKED: ({ channel, network }) =>
    `${network} has locked @${channel} until it is unlocked there.`,
  CREDITS_DEPLETED: ({ network }) => `The credits for ${network}’s API are used up.`,
  RECIPIENT_GONE: ({ contact, network }) =>
    `${contact}’s account on ${network} is gone or suspended.`,
  BLOCKED_BY_US: ({ contact, channel }) => `@${channel} has blocked ${contact}.`,
  BLOCKED_BY_THEM: ({ contact, channel }) => `${contact} has blocked @${channel}.`,
  OPTED_OUT: ({ contact }) => `${contact} asked not to be written to.`,
  RECIPIENT_REFUSED_BEFORE: ({ contact, network }) =>
    `${network} refused the last message to ${contact}, and they have not written since.`,
  REQUEST_PENDING: ({ contact }) =>
    `A first message to ${contact} is waiting for their answer already.`,
  ENCRYPTED_ELSEWHERE: ({ contact, network }) =>
    `${contact} wrote encrypted, which only ${network}’s own app can read and answer.`,
  RECIPIENT_DOES_NOT_FOLLOW: ({ contact, channel }) =>
    `${contact} takes messages from accounts they follow, and does not follow @${channel}.`,
  RECIPIENT_CLOSED: ({ contact, channel }) => `${contact} does not take messages from @${channel}.`,
  RECIPIENT_VERIFIED_ONLY: ({ contact, channel }) =>
    `${contact} takes messages from verified accounts only, and @${channel} is not one.`,
  OUR_DOOR_CLOSED: ({ contact, channel }) =>
    `@${channel} does not take messages from ${contact}: its door is closed to them.`,
  NEVER_WROTE: ({ contact, network }) =>
    `On ${network} people begin, and ${contact} has not written yet.`,
  WINDOW_CLOSED: ({ contact, network }) =>
    `${contact} wrote too long ago for ${network} to let you answer.`,
  WINDOW_FOR_PEOPLE_ONLY: ({ network }) =>
    `After the first day ${network} lets only a person answer, nothing automatic.`,
  WINDOW_FOR_SERVICE_ONLY: ({ network }) =>
    `After the first day ${network} takes answers only, nothing that promotes.`,
  NOT_SUMMONED: ({ contact, channel, network }) =>
    `${network} lets an app answer only posts that name or quote the account, and ${contact} did not name @${channel} in this one.`,
  POST_DELETED: ({ contact }) => `${contact} deleted the post, so there is nothing left to answer.`,
  NETWORK_MUST_SAY: ({ contact, channel, network }) =>
    `Nobody here knows whether @${channel} may write to ${contact}; ${network} must be asked.`,
  NO_OFFER_CONSENT: ({ contact }) => `${contact} has not agreed to be sent offers.`,
  OFFER_CAP_REACHED: ({ contact }) => `${contact} has had as many offers as your brand allows.`,
  QUIET_HOURS: ({ contact }) =>
    `It is quiet hours where ${contact} lives; the offer goes out after.`,
  OUTREACH_NOT_ALLOWED: ({ contact }) =>
    `${contact} never wrote, and your brand does not write to strangers first.`,
  OUTREACH_CAP_REACHED: ({ channel }) =>
    `@${channel} has written to as many strangers today as your brand allows.`,
  OUTREACH_NEEDS_LEAD: ({ contact }) => `A first message to ${contact} needs a lead’s approval.`,
  NO_EARLIER_CONVERSATION: ({ contact, channel }) =>
    `There is no conversation between ${contact} and @${channel} to follow up.`,
  AUTOMATION_NEEDS_INBOUND: ({ contact }) =>
    `${contact} never wrote, and nothing automatic writes first.`,
  TEXT_TOO_LONG: ({ network }) => `The text is longer than ${network} takes.`,
  MEDIA_UNSUPPORTED: ({ network }) => `${network} does not take these files in a message.`,
  RATE_LIMITED: ({ channel, network }) =>
    `${network} lets @${channel} send only so many messages at a time; this one goes out by itself.`,
};
