import type { SendFault } from '../core/faults';
import type { NetworkSettings } from '../core/network-settings';
import type { Answer } from '../http/answer';
import { creditsDepleted, forbidden, invalidRequest, numbered } from '../http/answer';
import type { Verdict } from '../rules/network-rule';

/** The numbered errors that concern private messages: their status and what they say. */
const numberedErrors: Record<number, readonly [status: number, message: string]> = {
  17: [404, 'No user matches for specified terms.'],
  32: [401, 'Could not authenticate you.'],
  50: [404, 'User not found.'],
  63: [403, 'User has been suspended.'],
  64: [403, 'Your account is suspended and is not permitted to access this feature.'],
  88: [429, 'Rate limit exceeded.'],
  89: [401, 'Invalid or expired token.'],
  93: [403, 'This application is not allowed to access or delete your direct messages.'],
  99: [403, 'Unable to verify your credentials.'],
  108: [404, 'Cannot find specified user.'],
  135: [401, 'Timestamp out of bounds.'],
  150: [403, 'You cannot send messages to users who are not following you.'],
  151: [403, 'There was an error sending your message: it was said already.'],
  161: [403, 'You are unable to follow more people at this time.'],
  214: [400, 'The owner must allow direct messages from anyone.'],
  215: [400, 'Bad authentication data.'],
  226: [403, 'This request looks like it might be automated.'],
  261: [403, 'Application cannot perform write actions.'],
  326: [403, 'To protect our users, this account is temporarily locked.'],
  349: [403, 'You cannot send messages to this user.'],
  354: [403, 'The text of your direct message is over the max character limit.'],
  355: [409, 'Subscription already exists.'],
  389: [403, 'You have blocked this user.'],
  425: [403, 'Replies to this post are restricted.'],
  433: [403, 'The original author restricted who can reply.'],
  453: [403, 'You currently have access to a subset of endpoints only.'],
  476: [403, 'You must be verified to send message requests to people that do not follow you.'],
  502: [429, 'You have reached the daily limit of message requests.'],
};

const mayNotMessage = () => forbidden('You do not have permission to DM one or more participants.');

/** The numbered error, or an invented one of that number when the table does not know it. */
export function numberedError(code: number): Answer {
  const [status, message] = numberedErrors[code] ?? [403, 'The request was refused.'];
  return numbered(status, code, message);
}

const ruleCodes = { blocked: 349, does_not_follow: 150, verified_only: 476, closed: 349 } as const;

/** The network's refusal of a message that its own rules do not allow. Ambiguous on purpose in v2. */
export function ruleRefusal(
  verdict: Exclude<Verdict, { allow: true }>,
  style: NetworkSettings['refusals'],
): Answer {
  return style === 'v1' ? numberedError(ruleCodes[verdict.reason]) : mayNotMessage();
}

/** What a `refuse` fault answers. */
export function faultRefusal(code: SendFault['code'] = 'permission'): Answer {
  if (typeof code === 'number') return code < 10 ? invalidRequest('refused') : numberedError(code);
  const named = {
    permission: mayNotMessage,
    not_permitted: () => forbidden('This operation is not permitted.'),
    scopes: () => forbidden('Forbidden'),
    credits: creditsDepleted,
  };
  return named[code]();
}
