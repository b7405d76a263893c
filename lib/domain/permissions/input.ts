import type { Hours } from '../quiet-hours';
import type { BlueskySetting } from './bluesky-rule';
import type { Known } from './known';
import type { Purpose, Writer } from './purpose';
import type { Window } from './windows';
import type { Door, XRuleSet } from './x-rules';

export type ChannelState =
  | 'connected'
  | 'disconnected'
  /** The network has suspended the account, or restricts what it sends. */
  | 'suspended'
  /** The network wants its holder to sign in and unlock it. */
  | 'locked'
  | 'credits_depleted';

/** What we know of a person in relation to one channel. Times in epoch milliseconds, null for never. */
export type ContactFacts = {
  isGone: Known<boolean>;
  blockedByUs: Known<boolean>;
  blockedByThem: Known<boolean>;
  /** The newest opt-out that was not taken back, and of what. */
  optedOut: { scope: 'all' | 'offers'; at: number } | null;
  /** When the network last refused a message of ours to them. */
  refusedAt: number | null;
  /** Their newest message that we can read, and our newest that arrived, by the network's clock. */
  lastInboundAt: number | null;
  lastOutboundAt: number | null;
  /** Their newest message that only the network's own app can read. */
  lastEncryptedAt: number | null;
};

/** What a network's own rule looks at, by the shape of the rule. */
export type NetworkFacts =
  | {
      rule: 'x';
      ruleSet: XRuleSet;
      recipientFollowsSender: Known<boolean>;
      senderFollowsRecipient: Known<boolean>;
      senderIsVerified: Known<boolean>;
      recipientDoor: Known<Door>;
      /** The network's own word on whether we may write to them (`receives_your_dm`). */
      answer: Known<boolean>;
      /** For whether they may write to us. */
      ourDoor: Known<Door>;
      recipientIsVerified: Known<boolean>;
    }
  | {
      rule: 'bluesky';
      recipientFollowsSender: Known<boolean>;
      conversationExists: boolean;
      allowIncoming: Known<BlueskySetting>;
      /** The network's own word (`getConvoAvailability`). */
      answer: Known<boolean>;
    }
  | { rule: 'windows'; windows: readonly Window[] };

/** What the workspace, or one channel of it, allows itself. */
export type BrandPolicy = {
  /** So many offers in so many days; none within the quiet hours, by the contact's own clock. */
  offers: { perContact: number; inDays: number; quiet: Hours | null };
  outreach: { isAllowed: boolean; perChannelAndDay: number; needsLead: boolean };
};

/** What has happened so far, as far as the policy counts it. Times in epoch milliseconds. */
export type BrandFacts = {
  policy: BrandPolicy;
  /** A recorded permission to be sent offers that was not withdrawn. */
  offerConsent: Known<true>;
  /** The offers they were sent, in any order; older ones than the period may be left out. */
  offersSentAt: readonly number[];
  /** First messages to strangers that this channel sent within a day, and when the first of them is older. */
  outreachToday: number;
  dayEndsAt: number;
  approvedByLead: boolean;
  /** An IANA zone, if we know where they live. */
  zone: string | null;
};

export type PermissionInput = {
  now: number;
  /** What sending may take, in milliseconds: the send job asks whether it is still allowed then. */
  marginMs: number;
  purpose: Purpose;
  by: Writer;
  /** This very message tells them that their opt-out was heard: the one that they still get. */
  confirmsOptOut?: boolean;
  channel: { state: ChannelState };
  contact: ContactFacts;
  network: NetworkFacts;
  brand: BrandFacts;
  /** What is to be sent, once there is something. Lengths in the network's own unit. */
  message?: { length: number; maxLength: number; filesAreSupported: boolean };
  /** What is left of the channel's budget for sending, as the network last said. */
  budget?: { remaining: number; resetAt: number };
};
