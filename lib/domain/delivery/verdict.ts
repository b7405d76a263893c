import type { Happening } from './machine';
import type { DeliveryPolicy } from './policy';
import { backOffMs, pauseMs } from './policy';
import type { DeliveryReason, SendOutcome } from './reasons';
import { deliveryReasons } from './reasons';

/** When a message that is queued again may leave. */
export type Wait = { forMs: number } | { until: Date } | 'none';

/** What an attempt's outcome means for its message and for the channel it went through. */
export type Verdict = {
  happening: Happening;
  reason: DeliveryReason | null;
  detail: string | null;
  wait: Wait;
  /**
   * `works`: it took a message. `cool`: nothing leaves before the wait is over. `pause`: the same, and
   * then one message goes first to try. `refresh`: ask for a new token. `reconnect`: an admin must act.
   */
  channel: 'works' | 'cool' | 'pause' | 'refresh' | 'reconnect' | 'untouched';
};

type Setting = {
  /** Which try this is of those that came back for a reason like this one's. */
  tries: number;
  /** True when the attempt before this one already led to a refreshed token. */
  refreshedBefore: boolean;
  /** 0 to 1, for the jitter. */
  chance: number;
  policy: DeliveryPolicy;
};

/** What the reason blames: this message, its account for now, the account's grant, the rate, or the way there. */
const blames = {
  RECIPIENT_CLOSED: 'message',
  RECIPIENT_VERIFIED_ONLY: 'message',
  RECIPIENT_GONE: 'message',
  BLOCKED_BY_US: 'message',
  SENDER_RESTRICTED: 'account',
  ACCOUNT_DISCONNECTED: 'token',
  APP_SCOPE_MISSING: 'grant',
  RATE_LIMITED: 'rate',
  CREDITS_DEPLETED: 'account',
  TEXT_TOO_LONG: 'message',
  INVALID_MESSAGE: 'message',
  ATTACHMENT_REFUSED: 'message',
  NETWORK_UNREACHABLE: 'way',
  OUTCOME_UNKNOWN: 'message',
  CHANNEL_GONE: 'message',
  NOT_SUMMONED: 'message',
  POST_GONE: 'message',
  BLOCKED_BY_THEM: 'message',
  OPTED_OUT: 'message',
  REQUEST_PENDING: 'message',
  ENCRYPTED_ELSEWHERE: 'message',
  NOT_PERMITTED: 'message',
  REPLY_RECALLED: 'message',
} as const satisfies Record<DeliveryReason, string>;

/** The reasons that blame the same: tries are counted among them alone. */
export function blamedAlike(reason: DeliveryReason): DeliveryReason[] {
  return deliveryReasons.filter((each) => blames[each] === blames[reason]);
}

/** Judges one attempt. A refusal that blames the account and not the message leaves the message queued. */
export function verdictOn(outcome: SendOutcome, setting: Setting): Verdict {
  switch (outcome.kind) {
    case 'accepted':
      return {
        ...plain({ kind: 'accepted', externalId: outcome.externalId }),
        channel: 'works',
      };
    case 'unknown':
      return { ...plain({ kind: 'unknown' }), reason: 'OUTCOME_UNKNOWN', detail: outcome.detail };
    case 'refused':
    case 'not_accepted':
      return { ...turnedAway(outcome, setting), detail: outcome.detail ?? null };
  }
}

type Away = Extract<SendOutcome, { kind: 'refused' | 'not_accepted' }>;

function turnedAway(outcome: Away, setting: Setting): Verdict {
  const { reason } = outcome;
  const again = { ...plain({ kind: 'not_accepted' }), reason };
  const { tries, policy } = setting;
  switch (blames[reason]) {
    case 'account':
      return { ...again, wait: { forMs: pauseMs(tries, policy) }, channel: 'pause' };
    case 'grant':
      return { ...again, channel: 'reconnect' };
    case 'token':
      return { ...again, channel: setting.refreshedBefore ? 'reconnect' : 'refresh' };
    case 'rate':
      return { ...again, wait: untilOr(outcome, policy.longestBackOffMs), channel: 'cool' };
    case 'way':
    case 'message':
      return outcome.kind === 'refused' || tries >= policy.mostTries
        ? { ...again, happening: { kind: 'refused' } }
        : { ...again, wait: untilOr(outcome, backOffMs(tries, setting.chance, policy)) };
  }
}

function untilOr(outcome: Away, forMs: number): Wait {
  return outcome.kind === 'not_accepted' && outcome.retryAt
    ? { until: outcome.retryAt }
    : { forMs };
}

function plain(happening: Happening): Verdict {
  return { happening, reason: null, detail: null, wait: 'none', channel: 'untouched' };
}
